"""A certification as schema.org says it (EducationalOccupationalCredential): only what the data state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.api.edition import API, LICENCE_URL
from macros.api.endpoints import JSON
from macros.names import full_title
from macros.vues import genres
from referentials.model import Document, Source
from referentials.model_certification import Certification
from referentials.model_identite import Identite, Organisme

REGISTERS = {
    "RNCP": "Répertoire national des certifications professionnelles (RNCP)",
    "RS": "Répertoire spécifique (RS)",
}
RESERVE = "Numéro à recouper."
FRAMEWORKS = {
    "cadre_national_2019": "Cadre national des certifications professionnelles (2019)",
    "europe": "Cadre européen des certifications",
    "1969": "Nomenclature française des niveaux de formation (1969)",
}


def _level(code: str, framework: str) -> dict[str, Any]:
    return {
        "@type": "DefinedTerm",
        "termCode": code,
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": FRAMEWORKS[framework]},
    }


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
    rome = [
        {"@type": "CategoryCode", "codeValue": fait.code, "inCodeSet": {"@type": "CategoryCodeSet", "name": "ROME"}}
        | ({"name": fait.intitule} if fait.intitule else {})
        for fait in identite.rome
    ]
    known = {"name": names, "occupationalCategory": rome}
    return {"@type": "Occupation"} | {key: value for key, value in known.items() if value}


def _registration(identite: Identite, documents: Mapping[str, Document], here: str) -> dict[str, Any] | None:
    """Return what ends, which is not the certification: who has it keeps it."""
    register = identite.au_repertoire
    if register is None:
        return None
    ends = [(texte.date_fin_enregistrement, texte.source) for texte in identite.enregistrements]
    last = max((end for end, _ in ends if end), default=None)
    # A day has no room for a reserve: what no document that we read says is left out.
    sure = any(end == last and _read(source, documents) for end, source in ends)
    number = f" sous le numéro {identite.numero}" if identite.numero else ""
    return {
        "@type": "CreativeWork",
        "@id": f"{here}#enregistrement",
        "name": f"Enregistrement au répertoire {register}{number}",
        "isPartOf": {"@type": "CreativeWork", "name": REGISTERS[register]},
    } | ({"expires": last} if last and sure else {})


def _data(certification: Certification, documents: Mapping[str, Document], base: str, here: str) -> dict[str, Any]:
    """Return what our licence is of: what Repère says of it, and the file that has it."""
    identite = certification.identite
    return {
        "@type": "Dataset",
        "@id": f"{here}#donnees",
        "name": f"Données de Repère : {full_title(certification)}",
        "description": f"Ce que disent les documents de la certification « {full_title(certification)} », chaque fait avec sa source.",
        "inLanguage": "fr",
        "version": certification.version,
        "dateModified": identite.date_mise_a_jour,
        "license": LICENCE_URL,
        "isAccessibleForFree": True,
        "isPartOf": {"@id": f"{base}donnees/#donnees"},
        "isBasedOn": [
            {"@type": "CreativeWork", "name": documents[name].intitule, "creator": _author(documents[name].auteur)}
            for name in identite.documents
        ],
        "distribution": [download(f"{base}{API}certifications/{certification.slug}.json", JSON)],
    }


def _author(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}


def download(address: str, media_type: str) -> dict[str, str]:
    """Return a file as one downloads it."""
    return {"@type": "DataDownload", "contentUrl": address, "encodingFormat": media_type}


def credential(certification: Certification, documents: Mapping[str, Document], base: str) -> dict[str, Any]:
    """Return the JSON-LD of a certification; what the data do not state is not there.

    `base`: the address of the site, or the way to its root from the page where that is not known.
    """
    identite = certification.identite
    here = f"{base}certifications/{certification.slug}/"
    levels = [_level(niveau.valeur, niveau.nomenclature) for niveau in identite.niveaux if niveau.valeur]
    kind = genres.told(identite)
    about = [_registration(identite, documents, here), _data(certification, documents, base, here)]
    known = {
        "credentialCategory": kind[1] if kind != genres.UNKNOWN else None,
        "alternateName": identite.intitule_court,
        "description": identite.resume and identite.resume.valeur,
        "identifier": _identifiers(identite, documents),
        "educationalLevel": levels,
        "recognizedBy": [_organisation(organisme) for organisme in identite.certificateurs],
        "competencyRequired": [competence.intitule for competence in certification.all_competences()],
        "about": _occupation(identite) if identite.emplois or identite.rome else None,
        "subjectOf": [one for one in about if one],
    }
    return {
        "@context": "https://schema.org",
        "@type": "EducationalOccupationalCredential",
        "@id": f"{here}#certification",
        "url": here,
        "name": certification.intitule,
        "inLanguage": "fr",
    } | {name: value for name, value in known.items() if value}
