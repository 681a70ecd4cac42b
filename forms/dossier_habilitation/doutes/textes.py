"""Texts that hold the place of an answer: « à compléter », « TODO », a lone dash."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forms.dossier_habilitation import phrases_doutes, places
from forms.dossier_habilitation.doutes.commun import Doute, answers, folded
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.valeurs import Valeurs

# Wherever they stand in a text; and those that are no answer when they are all of it.
ANYWHERE = re.compile(r"\b(?:a (?:completer|remplir|rediger)|todo|tbd|xxx+|lorem ipsum)\b")
ALONE = {
    *("", "a definir", "a preciser", "a venir", "a voir", "en cours", "idem", "neant", "non", "oui", "ok"),
    *("plus tard", "rien", "sans objet", "test", "voir plus tard", "x"),
}


def doubts(questionnaire: Questionnaire, found: Valeurs) -> Iterator[Doute]:
    """Yield a doubt for each text that seems to wait for another."""
    for champ, place, value in answers(questionnaire, found):
        if champ.nature in {"texte", "texte_long"} and isinstance(value, str) and _waiting(value):
            nom = places.called(questionnaire, found, place)
            yield Doute(place, nom, phrases_doutes.waiting(value))


def _waiting(text: str) -> bool:
    words = " ".join(folded(text))
    return words in ALONE or ANYWHERE.search(words) is not None
