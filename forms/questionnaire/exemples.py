"""Answers of every nature, for the examples of the kinds that are made of fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forms.questionnaire.modele import Champ

JOUR = "2026-11-21"
ANSWERS: Mapping[str, Any] = {
    "texte": "Été 2026 — œuvre",
    "texte_long": "Une ligne\nune autre",
    "date": JOUR,
    "nombre": "1 234,5",
    "oui_non": True,
    "renvois": ["a"],
    "empreinte": "0" * 64,
}


def answer(champ: Champ) -> Any:
    """Return a raw answer of the nature that a field has."""
    if champ.options:
        return champ.options[0].code if champ.nature == "choix" else [option.code for option in champ.options]
    return ANSWERS[champ.nature]
