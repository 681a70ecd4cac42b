"""Values that a form has no place for are set aside, exported again, and put back where they find their place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forms.questionnaire import anciens, natures
from forms.questionnaire.lignes import are_rows, without
from forms.questionnaire.modele import Champ, Liste, Questionnaire

Brutes = Mapping[str, Any]


def split(questionnaire: Questionnaire, donnees: Brutes) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return (values that this form can show, values set aside), both raw; together they are all that was given.

    Set aside: codes that the form does not have, and what no control could show, such as choices no longer offered.
    """
    known = {element.code: element for element in questionnaire.racines()}
    kept: dict[str, Any] = {}
    aside: dict[str, Any] = {}
    for code, value in anciens.placed(questionnaire, donnees).items():
        element = known.get(code)
        shown, left = (None, value) if element is None else _part(element, value)
        if not natures.blank(shown):
            kept[code] = shown
        if not natures.blank(left):
            aside[code] = left
    return kept, aside


def _part(element: Champ | Liste, value: Any) -> tuple[Any, Any]:
    return _rows(element, value) if isinstance(element, Liste) else natures.part(element, value)


def _rows(liste: Liste, value: Any) -> tuple[Any, Any]:
    if not are_rows(value):
        return None, value
    known = {champ.code: champ for champ in liste.champs}
    kept, aside = [], []
    for row in value:
        shown, left = {"id": row["id"]}, {"id": row["id"]}
        for code, inner in row.items():
            if code != "id":
                one, other = _part(known[code], inner) if code in known else (None, inner)
                shown |= {} if natures.blank(one) else {code: one}
                left |= {} if natures.blank(other) else {code: other}
        kept.append(shown)
        if len(left) > 1:
            aside.append(left)
    return kept, aside


def back(questionnaire: Questionnaire, kept: Brutes, aside: Brutes) -> tuple[dict[str, Any], dict[str, Any]]:
    """Put what was set aside once back where the form has a place again and no newer answer stands there."""
    shown, still = split(questionnaire, aside)
    values, left = dict(kept), dict(still)
    for code, value in shown.items():
        here = values.get(code)
        if here is None:
            values[code] = value
        elif isinstance(here, list) and isinstance(value, list):
            merge = _rows_back if isinstance(questionnaire.racine(code), Liste) else _choices_back
            values[code], refused = merge(here, value)
            if refused:
                left[code] = [*left.get(code, ()), *refused]
        else:
            left.setdefault(code, value)
    return values, left


def _choices_back(here: list[Any], found: list[Any]) -> tuple[list[Any], list[Any]]:
    return [*here, *without(found, here)], []


def _rows_back(here: list[Any], found: list[Any]) -> tuple[list[Any], list[Any]]:
    rows, refused = [*here], []
    place = {row["id"]: rank for rank, row in reversed([*enumerate(here)])}
    for old in found:
        row = rows[place[old["id"]]] if old["id"] in place else None
        newer = {code: value for code, value in old.items() if row is None or (code in row and row[code] != value)}
        if row is not None:
            rows[place[old["id"]]] = {**row, **{code: value for code, value in old.items() if code not in newer}}
            newer = {"id": old["id"], **newer}
        if len(newer) > 1:
            refused.append(newer)
    return rows, refused
