"""Opening the file of a questionnaire: the values that it can show, those set aside, and what differs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from forms.questionnaire import lignes, natures, tri
from forms.questionnaire.modele import Questionnaire
from forms.socle import refus
from forms.socle.fichier import parse
from forms.socle.genre import Genre
from forms.socle.phrases import apart, counted, outdated, typeset


@dataclass(frozen=True, slots=True)
class Ouverture:
    """An opened file: its name, raw values of this form, raw values set aside, and sentences on what differs."""

    nom: str
    valeurs: Mapping[str, Any]
    valeurs_ecartees: Mapping[str, Any]
    exporte_le: str
    version_referentiel: str
    avis: tuple[str, ...]


def open_file(text: str, questionnaire: Questionnaire, genre: Genre) -> Ouverture:
    """Open the text of a file for this form.

    Raises Refus as `forms.socle.fichier.parse` does, and where the file is about another certification.
    """
    donnees = parse(text, genre)
    if donnees["certification"] != questionnaire.certification:
        ici = refus.Designation(questionnaire.certification, questionnaire.intitule)
        raise refus.other_certification(refus.Designation(donnees["certification"]), ici, genre)
    valeurs, renamed = lignes.distinct(natures.exact(donnees["valeurs"]))
    kept, aside = tri.split(questionnaire, valeurs)
    values, left = tri.back(questionnaire, kept, natures.exact(donnees.get("valeurs_ecartees", {})))
    ecartees = _both(left, aside)
    version = donnees["version_referentiel"]
    return Ouverture(
        nom=donnees.get("nom", ""),
        valeurs=values,
        valeurs_ecartees=ecartees,
        exporte_le=donnees["exporte_le"],
        version_referentiel=version,
        avis=tuple(_avis(version, questionnaire.version_referentiel, renamed, _names(questionnaire, ecartees))),
    )


def _names(questionnaire: Questionnaire, ecartees: Mapping[str, Any]) -> list[str]:
    """Return what to call what is kept apart: the question that it answers, or its code where the form has none."""
    known = {element.code: f"« {element.libelle} »" for element in questionnaire.racines()}
    return [known.get(code, code) for code in ecartees]


def _both(older: Mapping[str, Any], newer: Mapping[str, Any]) -> dict[str, Any]:
    """Return values set aside before and now: two under one code are put end to end, the newer first."""
    both = {**older, **newer}
    for code in older.keys() & newer.keys():
        first, second = _several(newer[code]), _several(older[code])
        both[code] = [*first, *lignes.without(second, first)]
    return both


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value if isinstance(value, str) else json.dumps(value)]


def _avis(theirs: str, ours: str, renamed: int, aside: list[str]) -> list[str]:
    sentences = outdated(theirs, ours)
    if renamed:
        rows = counted(renamed, "ligne portait", "lignes portaient")
        sentences.append(
            f"{rows} l’identifiant d’une autre et en a reçu un nouveau : relisez ce qui la désigne."
            if renamed == 1
            else f"{rows} l’identifiant d’une autre et en ont reçu un nouveau : relisez ce qui les désigne."
        )
    if aside:
        sentences.append(apart("le formulaire", aside))
    return [typeset(sentence) for sentence in sentences]


def to_json(ouverture: Ouverture) -> dict[str, Any]:
    """Return the JSON of an opened file, as the page receives it."""
    return asdict(ouverture) | {"avis": list(ouverture.avis)}
