"""A doubt, and how two texts are compared where people do not write them alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from forms.dossier_habilitation import places
from forms.questionnaire.modele import Champ, Questionnaire
from forms.questionnaire.natures import Simple
from forms.questionnaire.valeurs import Valeurs


@dataclass(frozen=True, slots=True)
class Doute:
    """Something to be verified: where, what to call it, and why, as the end of a sentence."""

    place: str
    nom: str
    texte: str


def plain(text: str) -> str:
    """Return a text without case nor accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one)).casefold()


def folded(text: str) -> tuple[str, ...]:
    """Return the words of a text without case, accents nor punctuation."""
    return (*re.findall(r"\w+", plain(text)),)


def answers(questionnaire: Questionnaire, found: Valeurs) -> Iterator[tuple[Champ, str, Simple]]:
    """Yield each answer that was understood: its field, its place, its value."""
    for element in questionnaire.racines():
        if isinstance(element, Champ) and element.code in found.champs:
            yield element, element.code, found.champs[element.code]
    for liste, row in places.rows(questionnaire, found):
        for champ in liste.champs:
            if champ.code in row.valeurs:
                yield champ, f"{row.place}{champ.code}", row.valeurs[champ.code]
