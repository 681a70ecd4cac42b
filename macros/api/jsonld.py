"""A certification as schema.org says it (EducationalOccupationalCredential): only what the data state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from referentials.model import Document, Source
from referentials.model_certification import Certification
from referentials.model_identite import Identite, Organisme

LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
RESERVE = "Numéro à recouper."
FRAMEWORKS = {
    "cadre_national_2019": "Cadre national des certifications professionnelles (2019)",
    "europe": "Cadre européen des certifications",
    "1969": "Nomenclature française des niveaux de formation (1969)",
}


def _term(code: str, name: str | None, of: str) -> dict[str, Any]:
    term = {"@type": "DefinedTerm", "termCode": code, "inDefinedTermSet": of}
    return term | ({"name": name} if name else {})


def _identifiers(identite: Identite, documents: Mapping[str, Document]) -> list[dict[str, Any]]:
    known = [(identite.au_repertoire, identite.numero_fiche), ("Code du titre", identite.code_titre)]
    return [
        {"@type": "PropertyValue", "propertyID": name, "value": fait.valeur}
        | ({} if _read(fait.source, documents) else {"description": RESERVE})
        for name, fait in known
        if fait and fait.valeur
    ]


def _read(source: Source, documents: Mapping[str, Document]) -> bool:
    """Say whether the document of a fact was read itself."""
    return not documents[source.document].second_hand


def _organisation(organisme: Organisme) -> dict[str, Any]:
    siret = {"@type": "PropertyValue", "propertyID": "SIRET", "value": organisme.siret}
    known = {
        "alternateName": organisme.sigle,
        "identifier": siret if organisme.siret else None,
        "url": organisme.site,
    }
    return {"@type": "Organization", "name": organisme.nom} | {key: value for key, value in known.items() if value}


def _occupation(identite: Identite) -> dict[str, Any]:
    names = [emploi.valeur for emploi in identite.emplois if emploi.valeur]
    rome = [_term(fait.code, fait.intitule, "ROME") for fait in identite.rome]
    known = {"name": names, "occupationalCategory": rome}
    return {"@type": "Occupation"} | {key: value for key, value in known.items() if value}


def credential(certification: Certification, documents: Mapping[str, Document], site: str = "") -> dict[str, Any]:
    """Return the JSON-LD of a certification, with its address where `site` is known; what the data do not state is not there."""
    identite = certification.identite
    ends = [(texte.date_fin_enregistrement, texte.source) for texte in identite.enregistrements]
    last = max((end for end, _ in ends if end), default=None)
    # A day has no room for a reserve: what no document that we read says is left out.
    sure = any(end == last and _read(source, documents) for end, source in ends)
    levels = [
        _term(niveau.valeur, None, FRAMEWORKS[niveau.nomenclature]) for niveau in identite.niveaux if niveau.valeur
    ]
    known = {
        "url": site and f"{site}certifications/{certification.slug}/",
        "credentialCategory": identite.abrege and identite.abrege.intitule,
        "alternateName": identite.intitule_court,
        "description": identite.resume.valeur,
        "identifier": _identifiers(identite, documents),
        "educationalLevel": levels,
        "recognizedBy": [_organisation(organisme) for organisme in identite.certificateurs],
        "competencyRequired": [competence.intitule for competence in certification.all_competences()],
        "about": _occupation(identite) if identite.emplois or identite.rome else None,
        "expires": last if sure else None,
        "isBasedOn": [
            {"@type": "CreativeWork", "name": documents[name].intitule, "creator": documents[name].auteur}
            for name in identite.documents
        ],
    }
    return {
        "@context": "https://schema.org",
        "@type": "EducationalOccupationalCredential",
        "name": certification.intitule,
        "inLanguage": "fr",
        "version": certification.version,
        "dateModified": identite.date_mise_a_jour,
        "license": LICENCE,
    } | {name: value for name, value in known.items() if value}
