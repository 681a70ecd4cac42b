"""Whose the statements are that a livret rests on, once an auto-positionnement was poured into it: said in every output."""

from __future__ import annotations

from forms.plusieurs_mains.ecrits import Copie
from forms.questionnaire import natures
from forms.questionnaire.modele import Questionnaire

# The day of the auto-positionnement that was poured: an answer as any other, which older copies of the site keep too.
BLOC, CHAMP = "AUTO-POSITIONNEMENT", "auto-positionnement-jour"


def mention(questionnaire: Questionnaire, livret: Copie) -> str:
    """Return the sentence of the form, where an auto-positionnement was poured; an empty text elsewhere."""
    day = livret.ecrits.get(CHAMP)
    return "" if day is None or natures.blank(day.raw) else sentence(questionnaire)


def sentence(questionnaire: Questionnaire) -> str:
    """Return whose the statements are of the auto-positionnement that this form takes up; an empty text without one."""
    return next((bloc.aide for _, bloc in questionnaire.blocs() if bloc.code == BLOC), "")
