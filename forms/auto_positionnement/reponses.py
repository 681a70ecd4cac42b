"""Answers as values, and what counts as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reponse:
    """An answer to one item: a value of the scale, a free note, or both.  No value is no answer.

    `enonce` is the wording that was answered, where a file says it.
    """

    valeur: str | None = None
    note: str = ""
    enonce: str = ""


Reponses = Mapping[str, Reponse]


def from_json(donnees: Mapping[str, Mapping[str, str]]) -> dict[str, Reponse]:
    """Build answers from JSON that follows `reponses` of an export's schema; neither value nor note is no answer."""
    return {
        code: Reponse(reponse.get("valeur"), reponse.get("note", ""), reponse.get("enonce", ""))
        for code, reponse in donnees.items()
        if reponse.get("valeur") is not None or reponse.get("note")
    }


def values(reponses: Reponses) -> dict[str, str]:
    """Return the value of each answer that has one."""
    return {code: reponse.valeur for code, reponse in reponses.items() if reponse.valeur is not None}


def to_json(reponses: Reponses) -> dict[str, dict[str, str]]:
    """Return the JSON of answers; an answer with neither value nor note is left out."""
    donnees: dict[str, dict[str, str]] = {}
    for code, reponse in reponses.items():
        entry = {"valeur": reponse.valeur} if reponse.valeur is not None else {}
        if reponse.note:
            entry["note"] = reponse.note
        if entry and reponse.enonce:
            entry["enonce"] = reponse.enonce
        if entry:
            donnees[code] = entry
    return donnees
