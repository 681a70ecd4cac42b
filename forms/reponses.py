"""Answers as values, and what counts as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from forms.formulaire import Formulaire


@dataclass(frozen=True, slots=True)
class Reponse:
    """An answer to one item: a value of the scale, a free note, or both.  No value is no answer."""

    valeur: str | None = None
    note: str = ""


Reponses = Mapping[str, Reponse]


def from_json(donnees: Mapping[str, Mapping[str, str]]) -> dict[str, Reponse]:
    """Build answers from JSON that follows `reponses` of an export's schema."""
    return {code: Reponse(reponse.get("valeur"), reponse.get("note", "")) for code, reponse in donnees.items()}


def to_json(reponses: Reponses) -> dict[str, dict[str, str]]:
    """Return the JSON of answers; an answer with neither value nor note is left out."""
    donnees: dict[str, dict[str, str]] = {}
    for code, reponse in reponses.items():
        entry = {"valeur": reponse.valeur} if reponse.valeur is not None else {}
        if reponse.note:
            entry["note"] = reponse.note
        if entry:
            donnees[code] = entry
    return donnees


def split(formulaire: Formulaire, reponses: Reponses) -> tuple[dict[str, Reponse], dict[str, Reponse]]:
    """Return (answers to this form, answers set aside).

    Set aside: items that the form does not have, values that its scale does not have.  They are kept and
    exported again, since what a person wrote is never lost.
    """
    items = {item.code for item in formulaire.all_items()}
    valeurs = {None, *(valeur.code for valeur in formulaire.echelle)}
    kept = {code: r for code, r in reponses.items() if code in items and r.valeur in valeurs}
    return kept, {code: r for code, r in reponses.items() if code not in kept}
