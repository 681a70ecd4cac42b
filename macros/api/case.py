"""A referential as CASE 1.1 has it (1EdTech), for the systems that exchange competency frameworks."""

from __future__ import annotations

from typing import Any

from macros.api.case_links import associations
from macros.api.case_nodes import Paquet, item_types, items
from macros.api.edition import LICENCE, LICENCE_URL, Edition
from macros.api.entries import last_days
from macros.api.identifiers import identifier, link
from macros.api.outline import judged
from macros.names import full_title
from referentials import orientation
from referentials.etat import EXPIREE, REMPLACEE, on
from referentials.load import Collection
from referentials.model_certification import Certification

LICENCE_ID = identifier("licence")
OVER = frozenset({EXPIREE, REMPLACEE})


def package(collection: Collection, certification: Certification, edition: Edition) -> dict[str, Any]:
    """Return the whole of it: the document, its items, their associations, what they are, and the scale as a rubric."""
    paquet = Paquet(certification, full_title(certification), edition.site)
    rubrics = _rubrics(paquet)
    return {
        "CFDocument": _document(collection, paquet, edition.jour),
        "CFItems": items(paquet),
        "CFAssociations": associations(collection, paquet),
        "CFDefinitions": {"CFItemTypes": list(item_types(paquet).values()), "CFLicenses": [_licence(paquet)]},
        **({"CFRubrics": rubrics} if rubrics else {}),
    }


def _document(collection: Collection, paquet: Paquet, jour: str) -> dict[str, Any]:
    certification, identite = paquet.certification, paquet.certification.identite
    days, etat = last_days(identite.enregistrements), on(certification.etats, jour)
    # A day has no room for a reserve.
    known = {} if etat.a_recouper else {"statusStartDate": "date_effet", "statusEndDate": "date_fin_enregistrement"}
    official = orientation.official(collection, identite.numero) if identite.numero else None
    told = {
        "officialSourceURL": official,
        "description": identite.resume and identite.resume.valeur,
        "adoptionStatus": "Deprecated" if etat.etat in OVER else "Adopted",
        **{name: days.get(key) for name, key in known.items()},
    }
    return {
        **paquet.head(),
        "frameworkType": "Référentiel de certification",
        "caseVersion": "1.1",
        "creator": ", ".join(one.nom for one in identite.certificateurs) or "Repère",
        "title": paquet.titre,
        "publisher": "Repère",
        "language": "fr",
        "version": certification.version,
        **{name: value for name, value in told.items() if value},
        "licenseURI": link(LICENCE, LICENCE_ID, f"urn:uuid:{LICENCE_ID}"),
        "lastChangeDateTime": paquet.moment,
    }


def _licence(paquet: Paquet) -> dict[str, Any]:
    return {
        "identifier": LICENCE_ID,
        "uri": f"urn:uuid:{LICENCE_ID}",
        "title": LICENCE,
        "licenseText": LICENCE_URL,
        "lastChangeDateTime": paquet.moment,
    }


def _rubrics(paquet: Paquet) -> list[dict[str, Any]]:
    """Return the scale as a rubric: a criterion for each thing that one is judged on, a level for each value."""
    scale = paquet.certification.echelle
    if scale is None:
        return []
    rubric = paquet.head("echelle")
    return [
        {
            **rubric,
            "title": scale.intitule,
            "CFRubricCriteria": [
                _criterion(paquet, rubric["identifier"], one.code, rank)
                for rank, one in enumerate(judged(paquet.certification), 1)
            ],
            "lastChangeDateTime": paquet.moment,
        }
    ]


def _criterion(paquet: Paquet, rubric: str, code: str, rank: int) -> dict[str, Any]:
    head, target = paquet.head("echelle", code), paquet.link(code)
    scale = paquet.certification.echelle
    return {
        **head,
        "CFItemURI": {name: target[name] for name in ("title", "identifier", "uri")},
        "position": rank,
        "rubricId": rubric,
        "CFRubricCriterionLevels": [
            {
                **paquet.head("echelle", code, value.code),
                "quality": value.libelle,
                "description": value.libelle_candidat,
                **({} if value.points is None else {"score": value.points}),
                "position": position,
                "rubricCriterionId": head["identifier"],
                "lastChangeDateTime": paquet.moment,
            }
            for position, value in enumerate(scale.valeurs if scale else (), 1)
        ],
        "lastChangeDateTime": paquet.moment,
    }
