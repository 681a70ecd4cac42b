"""The columns of the CSV tables: which element of the feed each of them is."""

from __future__ import annotations

from collections.abc import Mapping

from referentials.importation.termes import Voie

NUMERO = "Numero_Fiche"
STANDARD = {
    "Id_Fiche": "ID_FICHE",
    "Intitule": "INTITULE",
    "Abrege_Libelle": "ABREGE/CODE",
    "Abrege_Intitule": "ABREGE/LIBELLE",
    "Nomenclature_Europe_Niveau": "NOMENCLATURE_EUROPE/NIVEAU",
    "Nomenclature_Europe_Intitule": "NOMENCLATURE_EUROPE/LIBELLE",
    "Accessible_Nouvelle_Caledonie": "ACCESSIBLE_NOUVELLE_CALEDONIE",
    "Accessible_Polynesie_Francaise": "ACCESSIBLE_POLYNESIE_FRANCAISE",
    "Date_dernier_jo": "DATE_DERNIER_JO",
    "Date_Decision": "DATE_DECISION",
    "Date_Fin_Enregistrement": "DATE_FIN_ENREGISTREMENT",
    "Date_Effet": "DATE_EFFET",
    "Type_Enregistrement": "TYPE_ENREGISTREMENT",
    "Validation_Partielle": "VALIDATION_PARTIELLE",
    "Actif": "ACTIF",
}
_ANCIENNE, _NOUVELLE = (
    "ANCIENNES_CERTIFICATIONS/ANCIENNE_CERTIFICATION",
    "NOUVELLES_CERTIFICATIONS/NOUVELLE_CERTIFICATION",
)
# The element that a row makes, and what its columns are in it.  The first column is the one that the table is known by.
LIGNES: tuple[tuple[str, Mapping[str, str]], ...] = (
    (
        "",
        {
            "Ancienne_Certification": f"{_ANCIENNE}/ID_FICHE_ANCIENNE_CERTIFICATION",
            "Nouvelle_Certification": f"{_NOUVELLE}/ID_FICHE_NOUVELLE_CERTIFICATION",
        },
    ),
    ("", {f"Ccn_{rang}_{end}": f"CCN_{rang}/{end.upper()}" for rang in (1, 2, 3) for end in ("Numero", "Libelle")}),
    ("BLOCS_COMPETENCES/BLOC_COMPETENCES", {"Bloc_Competences_Code": "CODE", "Bloc_Competences_Libelle": "LIBELLE"}),
    (
        "CERTIFICATEURS/CERTIFICATEUR",
        {"Siret_Certificateur": "SIRET_CERTIFICATEUR", "Nom_Certificateur": "NOM_CERTIFICATEUR"},
    ),
    ("FORMACODES/FORMACODE", {"Formacode_Code": "CODE", "Formacode_Libelle": "LIBELLE"}),
    ("CODES_NSF/NSF", {"Nsf_Code": "CODE", "Nsf_Intitule": "LIBELLE"}),
    ("CODES_ROME/ROME", {"Codes_Rome_Code": "CODE", "Codes_Rome_Libelle": "LIBELLE"}),
    (
        "PARTENAIRES/PARTENAIRE",
        {
            "Nom_Partenaire": "NOM_PARTENAIRE",
            "Siret_Partenaire": "SIRET_PARTENAIRE",
            "Habilitation_Partenaire": "HABILITATION_PARTENAIRE",
        },
    ),
    ("", {"Si_Jury": "SI_JURY"}),
    ("", STANDARD),
)
VOIES: dict[str, Voie] = {
    "après un parcours de formation sous statut d’élève ou d’étudiant": "FI",
    "en contrat d’apprentissage": "CA",
    "après un parcours de formation continue": "FC",
    "en contrat de professionnalisation": "CQ",
    "par candidature individuelle": "CL",
    "par expérience": "VAE",
}
