"""The words of the closed lists of the data that pages alone say, and those that forms say too, for the templates.

Each table has the codes of one list of the schemas; tests/test_vocabulaire.py holds them equal.
"""

from __future__ import annotations

from collections.abc import Mapping

from forms.socle.vocabulaire import (
    COMPOSANTES,
    LIGNES,
    OU_J_EN_SUIS,
    UNITES_DE_TEMPS,
    VOIES,
    VOIES_COURTES,
    Mot,
)

__all__ = ["COMPOSANTES", "LIGNES", "OU_J_EN_SUIS", "UNITES_DE_TEMPS", "VOIES", "VOIES_COURTES"]

ACTEURS: Mapping[str, str] = {
    "candidat": "Candidat",
    "tuteur": "Tuteur",
    "employeur": "Employeur",
    "entreprise": "Entreprise",
    "organisme": "Organisme habilité",
    "formateur": "Formateur",
    "responsable_evaluations": "Responsable des évaluations",
    "responsable_session": "Responsable de session",
    "referent_handicap": "Référent handicap",
    "evaluateur": "Évaluateurs",
    "jury": "Jury",
    "branche": "Branche",
    "confederation": "Confédération",
    "certificateur": "Certificateur",
    "centre": "Centre d’examen",
    "surveillant": "Surveillant",
    "operateur_competences": "Opérateur de compétences",
}
MOMENTS: Mapping[str, str] = {
    "avant": "Avant les évaluations",
    "pendant": "Pendant les évaluations",
    "apres": "Après les évaluations",
    "toujours": "À tout moment",
}
MOMENTS_COURTS: Mapping[str, str] = {
    "avant": "Avant",
    "pendant": "Pendant",
    "apres": "Après",
    "toujours": "À tout moment",
}
# Beside what is asked: « (possible) ».
FORCES_COURTES: Mapping[str, str] = {
    "obligation": "obligatoire",
    "interdiction": "interdit",
    "droit": "possible",
    "recommandation": "recommandé",
    "consequence": "par conséquence",
}
FORCES: Mapping[str, str] = {
    "obligation": "Obligation",
    "interdiction": "Interdiction",
    "droit": "Droit",
    "recommandation": "Recommandation",
    "consequence": "Conséquence",
}
COMPARAISONS: Mapping[str, str] = {"au_moins": "au moins", "au_plus": "au plus", "exactement": "exactement"}
# What a document that the candidate prepares is counted in.
UNITES_DE_PIECE: Mapping[str, Mot] = {
    "diapositive": Mot("diapositive", "diapositives", feminin=True),
    "fiche": Mot("fiche", "fiches", feminin=True),
    "page": Mot("page", "pages", feminin=True),
}
# What the source writes, or does not write, where a value is awaited, and how one knows it: none is « indéterminé ».
ABSENCES: Mapping[str, tuple[str, str]] = {
    "aucun": ("aucun", "le document l’écrit"),
    "sans_objet": ("sans objet", "le document l’écrit"),
    "rubrique_vide": ("rubrique laissée vide", "le document n’y écrit rien"),
}
# What a référentiel is counted in, and what two of them are compared by.
ELEMENTS: Mapping[str, Mot] = {
    **COMPOSANTES,
    "competence_transversale": Mot("compétence transversale", "compétences transversales", feminin=True),
    "sous_competence": Mot("partie de compétence", "parties de compétence", feminin=True),
    "activite": Mot("activité", "activités", feminin=True),
    "tache": Mot("tâche", "tâches", feminin=True),
    "critere": Mot("point à observer", "points à observer"),
    "savoir_faire": Mot("savoir-faire", "savoir-faire"),
    "savoir": Mot("savoir", "savoirs"),
    "epreuve": Mot("épreuve", "épreuves", feminin=True),
    "regle": Mot("règle", "règles", feminin=True),
}
REPERTOIRES: Mapping[str, str] = {"RNCP": "Répertoire national (RNCP)", "RS": "Répertoire spécifique (RS)"}
ETATS_D_ORGANISME: Mapping[str, str] = {"actif": "actif", "inactif": "inactif"}
# Of what the certifier lets an organisation do.
HABILITATIONS: Mapping[str, str] = {
    "HABILITATION_FORMER": "Habilité à former",
    "HABILITATION_ORGANISER": "Habilité à organiser l’évaluation",
    "HABILITATION_ORGA_FORM": "Habilité à former et à organiser l’évaluation",
}
ETATS_D_HABILITATION: Mapping[str, str] = {
    "Actif": "habilitation active",
    "Inactif": "habilitation inactive",
    "Supprimé": "habilitation retirée",
}
# Of a whole fiche.
ETATS_DE_RELECTURE: Mapping[str, str] = {"importee": "importée, pas encore relue", "relue": "relue"}
TYPES_D_ENREGISTREMENT: Mapping[str, str] = {"de_droit": "De droit", "sur_demande": "Sur demande"}
NOMENCLATURES_DE_NIVEAU: Mapping[str, str] = {
    "cadre_national_2019": "Niveau du cadre national (2019)",
    "europe": "Niveau du cadre européen",
    "1969": "Niveau de la nomenclature de 1969",
}
SAVOIRS: Mapping[str, Mot] = {
    "technique": Mot("savoir-faire technique", "savoir-faire techniques"),
    "organisationnel": Mot("savoir-faire organisationnel", "savoir-faire organisationnels"),
    "relationnel": Mot("savoir-faire relationnel", "savoir-faire relationnels"),
    "savoir": Mot("savoir", "savoirs"),
}
EPREUVES: Mapping[str, Mot] = {
    "entretien": Mot("entretien", "entretiens"),
    "mise_en_situation": Mot("mise en situation", "mises en situation", feminin=True),
    "entretien_technique": Mot("entretien technique", "entretiens techniques"),
    "questionnement_productions": Mot("questions sur des productions", "questions sur des productions", feminin=True),
    "questionnaire": Mot("questionnaire", "questionnaires"),
    "entretien_final": Mot("entretien final", "entretiens finaux"),
    "dossier": Mot("dossier", "dossiers"),
    "presentation_orale": Mot("présentation orale", "présentations orales", feminin=True),
    "evaluation_entreprise": Mot("évaluation en entreprise", "évaluations en entreprise", feminin=True),
    "mise_en_situation_entreprise": Mot(
        "mise en situation en entreprise", "mises en situation en entreprise", feminin=True
    ),
    "cas_entreprise": Mot("cas d’entreprise", "cas d’entreprise"),
    "grille": Mot("grille", "grilles", feminin=True),
}
RESSOURCES: Mapping[str, str] = {
    "poste_de_travail": "Poste de travail",
    "matiere_d_oeuvre": "Matière d’œuvre",
    "equipement": "Équipement",
    "documentation": "Documentation",
}
DISCORDANCES: Mapping[str, Mot] = {
    "contradiction": Mot("contradiction", "contradictions", feminin=True),
    "erreur": Mot("erreur", "erreurs", feminin=True),
    "indecis": Mot("indécis", "points indécis"),
    "perime": Mot("périmé", "points périmés"),
}
DISCORDANCE: Mapping[str, str] = {code: mot.titre for code, mot in DISCORDANCES.items()}
EFFETS: Mapping[str, str] = {
    "positif": "réponse positive",
    "negatif": "réponse négative",
    "non_observe": "non observé",
    "sans_avis": "sans avis",
}
GLOSSAIRES: Mapping[str, str] = {
    "technique": "glossaire technique",
    "reac": "glossaire du REAC",
    "evaluation": "glossaire des évaluations",
    "repere": "proposé par Repère",
}
DEMANDES: Mapping[str, str] = {
    "obligatoire": "Obligatoire",
    "facultatif": "Facultatif",
    "si_concerne": "Si vous êtes concerné",
}
DEMANDEURS: Mapping[str, Mot] = {
    "organisme_formation": Mot("organisme de formation", "organismes de formation"),
    "entreprise_service_interne": Mot(
        "entreprise avec un service interne de formation",
        "entreprises avec un service interne de formation",
        feminin=True,
    ),
}
JE_SUIS: Mapping[str, str] = {code: mot.un for code, mot in DEMANDEURS.items()}
OFFRES: Mapping[str, str] = {"formation": "formation", "vae": "accompagnement de VAE"}
ELEMENTS_DE_DOSSIER: Mapping[str, str] = {
    "module": "module",
    "formateur": "formateur",
    "accompagnateur": "accompagnateur",
    "evaluateur": "évaluateur",
    "fonction": "fonction",
    "site": "site",
    "sous_traitant": "sous-traitant",
}
FAMILLES_DE_PIECES: Mapping[str, str] = {
    "administratif": "Vous et votre établissement",
    "offre_formation": "Votre offre de formation",
    "offre_vae": "Votre accompagnement des VAE",
    "evaluateurs": "Les évaluations et les évaluateurs",
    "gestion": "La gestion des parcours",
    "relations": "Les relations avec la branche",
}
