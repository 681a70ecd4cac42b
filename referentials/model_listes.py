"""The closed lists of the schemas, as types: a value that is not of its list does not pass for one.

Each is the `enum` of a schema, in its order; tests/referentials/test_model.py compares them.
"""

from __future__ import annotations

from typing import Literal

Absence = Literal["aucun", "sans_objet", "rubrique_vide"]
Acteur = Literal[
    "candidat",
    "tuteur",
    "employeur",
    "entreprise",
    "organisme",
    "formateur",
    "responsable_evaluations",
    "responsable_session",
    "referent_handicap",
    "evaluateur",
    "jury",
    "branche",
    "confederation",
    "certificateur",
    "centre",
    "surveillant",
    "operateur_competences",
]
CasDossier = Literal["accompagnement_vae", "formation_a_distance"]
Comparaison = Literal["au_moins", "au_plus", "exactement"]
Confiance = Literal["haute", "moyenne"]
Decision = Literal["formation", "evaluation_directe"]
Demandeur = Literal["organisme_formation", "entreprise_service_interne"]
Effet = Literal["positif", "negatif", "non_observe", "sans_avis"]
ElementDossier = Literal["module", "formateur", "accompagnateur", "evaluateur", "fonction", "site", "sous_traitant"]
EtatHabilitation = Literal["Actif", "Inactif", "Supprimé"]
EtatOrganisme = Literal["actif", "inactif"]
EtatRelecture = Literal["importee", "relue"]
Famille = Literal["administratif", "offre_formation", "offre_vae", "evaluateurs", "gestion", "relations"]
Force = Literal["obligation", "interdiction", "droit", "recommandation", "consequence"]
ForcePiece = Literal["obligatoire", "facultatif", "si_concerne"]
Habilitation = Literal["HABILITATION_FORMER", "HABILITATION_ORGANISER", "HABILITATION_ORGA_FORM"]
Glossaire = Literal["technique", "reac", "evaluation", "repere"]
Lecture = Literal["exigeante", "favorable"]
Moment = Literal["avant", "pendant", "apres", "toujours"]
NatureComposante = Literal["domaine", "unite", "bloc", "ccp"]
NatureDiscordance = Literal["contradiction", "erreur", "indecis", "perime"]
NatureDocument = Literal[
    "cahier_des_charges",
    "fiche_rncp",
    "referentiel_activites_competences",
    "referentiel_evaluation",
    "document_de_travail",
    "donnees_ouvertes",
    "texte_officiel",
]
NatureEpreuve = Literal[
    "entretien",
    "mise_en_situation",
    "entretien_technique",
    "questionnement_productions",
    "questionnaire",
    "entretien_final",
    "dossier",
    "presentation_orale",
    "evaluation_entreprise",
    "mise_en_situation_entreprise",
    "cas_entreprise",
    "grille",
]
NatureLien = Literal["identique", "reformulee", "regroupee", "partagee", "proche", "nouvelle", "disparue"]
NatureRapprochement = Literal["identique", "proche", "propre"]
NatureRessource = Literal["poste_de_travail", "matiere_d_oeuvre", "equipement", "documentation"]
NatureSavoir = Literal["technique", "organisationnel", "relationnel", "savoir"]
NatureSavoirFaire = Literal["technique", "organisationnel", "relationnel"]
NomenclatureNiveau = Literal["cadre_national_2019", "europe", "1969"]
Offre = Literal["formation", "vae"]
Origine = Literal["document", "repere"]
Parametre = Literal["numero_rncp", "numero_rs", "rome"]
Quand = Literal["en_vigueur", "hors_enregistrement"]
QuestionPosee = Literal["etat", "formation"]
Repertoire = Literal["RNCP", "RS"]
RubriqueElement = Literal[
    "intitule",
    "objectifs",
    "contenu",
    "methodes",
    "heures_min",
    "heures_max",
    "modalites",
    "nom",
    "prenom",
    "poste",
    "coordonnees",
    "cv",
    "modules",
    "adresse",
    "usages",
    "accessibilite",
    "heures",
    "raisons",
]
RubriqueSansValeur = Literal[
    "niveaux",
    "conventions",
    "nsf",
    "rome",
    "formacodes",
    "contacts",
    "lieux_certification",
    "lieux_preparation",
    "reglementation",
    "adresses_web",
]
SansObjet = Literal["niveaux"]
Sens = Literal["avant", "apres"]
TypeEnregistrement = Literal["de_droit", "sur_demande"]
UnitePiece = Literal["diapositive", "fiche", "page"]
UniteTemps = Literal["minute", "heure", "jour", "jour_ouvre", "semaine", "mois", "an"]
Voie = Literal[
    "formation",
    "formation_initiale",
    "apprentissage",
    "formation_continue",
    "professionnalisation",
    "candidature_individuelle",
    "vae",
    "capitalisation",
]
Volet = Literal["formation", "vae", "commun"]
