"""Numbers that can be read and can hardly be meant: 0 hour, 99,999 hours.  The bounds come with the field."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases_doutes, places
from forms.dossier_habilitation.doutes.commun import Doute, answers
from forms.questionnaire import en_mots
from forms.questionnaire.modele import Champ, Questionnaire
from forms.questionnaire.valeurs import Valeurs


def doubts(questionnaire: Questionnaire, found: Valeurs) -> Iterator[Doute]:
    """Yield a doubt for each number outside the bounds of its field."""
    for champ, place, value in answers(questionnaire, found):
        if isinstance(value, float) and _unlikely(champ, value):
            nom = places.called(questionnaire, found, place)
            yield Doute(place, nom, phrases_doutes.unlikely(value, en_mots.unit(champ, value)))


def _unlikely(champ: Champ, value: float) -> bool:
    low, high = champ.douteux_sous, champ.douteux_sur
    return (low is not None and value < low) or (high is not None and value > high)
