"""Answers in words, as they are printed: days, numbers with their unit, choices by their labels."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from forms.questionnaire import natures
from forms.questionnaire.dates import in_words
from forms.questionnaire.modele import Champ
from forms.questionnaire.natures import NotUnderstood, Simple
from forms.questionnaire.valeurs import Valeurs
from forms.socle.phrases import in_french, plural, typeset, ungrouped

# What to call each row: list → id → name.  Two lists may have a row of the same id.
Noms = Mapping[str, Mapping[str, str]]
# As the page calls it: see « ligne_disparue » of forms/questionnaire/messages.j2.
DISPARUE = "une ligne retirée depuis"


def names(found: Valeurs) -> Noms:
    """Return what to call each row."""
    return {code: {ligne.id: ligne.nom for ligne in lignes} for code, lignes in found.listes.items()}


def answer(champ: Champ, raw: Any, noms: Noms) -> str:
    """Return a raw answer in words; `noms` calls the rows that it may point to.  No answer is an empty text.

    What cannot be understood is given back as it was typed, a person's text with its own spaces.
    """
    if natures.blank(raw):
        return ""
    try:
        return _words(champ, natures.read(champ, raw), noms.get(champ.liste, {}))
    except NotUnderstood:
        return str(raw)


def bare(raw: Any) -> str:
    """Return an answer in words where no question of the form says what it answers."""
    if isinstance(raw, bool):
        return "oui" if raw else "non"
    if isinstance(raw, list):
        return ", ".join(bare(one) for one in raw)
    if isinstance(raw, int | float):
        return ungrouped(raw)
    return raw if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False)


def unit(champ: Champ, value: float) -> str:
    """Return the unit of a number as it agrees with it."""
    return plural(value, one(champ.unite), champ.unite)


def one(unite: str) -> str:
    """Return a unit in the singular: one hour, one year; a month has its s anyhow."""
    return unite if unite == "mois" else unite.removesuffix("s")


def _words(champ: Champ, value: Simple, noms: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, float):
        unite = unit(champ, value)
        return typeset(f"{in_french(value)} {unite}") if unite else ungrouped(value)
    labels = {option.code: option.libelle for option in champ.options}
    # The id of a row that is not there any more says nothing to anybody.
    unknown = DISPARUE if champ.nature == "renvois" else ""
    # Not one mapping of both: each answer of a list would copy the names of all its rows.
    codes = value if isinstance(value, tuple) else (value,)
    return ", ".join(noms.get(one, labels.get(one, unknown or one)) for one in codes)
