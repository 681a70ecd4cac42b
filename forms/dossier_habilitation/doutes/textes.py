"""Texts that hold the place of an answer: « à compléter », « TODO », a lone dash; and those too short to say how.

An exercise is « à compléter » and a person may be called Test: what a draft leaves is told by where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forms.dossier_habilitation import phrases_doutes, places
from forms.dossier_habilitation.doutes.commun import Doute, answers, folded, plain
from forms.questionnaire.modele import Champ, Questionnaire
from forms.questionnaire.valeurs import Valeurs

TO_DO = r"a (?:completer|remplir|rediger|renseigner)"
# At the very beginning, unless somebody is to do it; else alone between brackets, or at the end of a line, after a stop.
LEFT = re.compile(
    rf"\A\W*(?:(?:reste|encore) )?{TO_DO}\b(?! par\b)|[(\[]\s*{TO_DO}\s*[)\]]|[.!?:;…–—-]\s*{TO_DO}[\s.!…]*$",
    re.MULTILINE,
)
# In a text that is more than a name, wherever they stand.
MARKS = re.compile(r"\b(?:TODO|TBD|xxx|[xX]{4,}|[Ll]orem ipsum)\b")
# When they are all of it: of any text, of one that is no name; and what is an answer, to another question than « how ».
ALONE = {"", "a definir", "a preciser", "a venir", "a voir", "plus tard", "voir plus tard"}
NO_NAME = {"en cours", "tbd", "test", "todo", "x", "xx", "xxx"}
SHORT = {"idem", "neant", "non", "ok", "oui", "rien", "sans objet"}


def doubts(questionnaire: Questionnaire, found: Valeurs) -> Iterator[Doute]:
    """Yield a doubt for each text that seems to wait for another, or that says less than it is asked."""
    for champ, place, value in answers(questionnaire, found):
        if champ.nature in {"texte", "texte_long"} and isinstance(value, str) and (text := _doubt(champ, value)):
            yield Doute(place, places.called(questionnaire, found, place), text)


def _doubt(champ: Champ, text: str) -> str:
    """Return why a text is doubted, nothing where it is not: a short text that names no document is itself a name."""
    words = " ".join(folded(text))
    is_name = champ.nature == "texte" and not champ.document
    if words in ALONE or LEFT.search(plain(text)) or (not is_name and (words in NO_NAME or MARKS.search(text))):
        return phrases_doutes.waiting(text)
    if words not in SHORT or is_name:
        return ""
    return phrases_doutes.no_document(text) if champ.document else phrases_doutes.too_short(text)
