"""The livret de repérage, as a kind that several hands write: its agreements are given to the path too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forms.livret_de_reperage import parcours, proposition
from forms.livret_de_reperage.genre import GENRE
from forms.livret_de_reperage.parcours import Parcours
from forms.plusieurs_mains.mains import Mains
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.valeurs import Valeurs


def agreed(path: Parcours) -> Mapping[str, Any]:
    """Return what of a path is agreed to: its steps, in order, and how each goes."""
    return {"parcours": [[etape.code, etape.orientation] for etape in path.etapes]}


def _suite(asked: Questionnaire, found: Valeurs) -> Mapping[str, Any]:
    return agreed(parcours.plan(asked, found, tuple(proposition.propositions(asked, found))))


MAINS = Mains(GENRE, "livret", "Livret", _suite)
