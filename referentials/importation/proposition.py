"""What is proposed of a list of competences: the values that both readings of a list give."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Certitude = Literal["sure", "probable", "incertaine", "aucune"]
# A competence begins with a verb in the infinitive, sometimes after « se » or « s’ » or « Savoir ».
_ENDS = "er|ir|ire|dre|ttre|[ao][iî]tre|[eê]tre|clure|[iu]vre|ompre|cre"
VERBE = re.compile(rf"(?:(?:ne pas|savoir|se)\s+|s[’'])?(?:[^\W\d_]+(?:{_ENDS})|[eê]tre)\b", re.IGNORECASE)
PARAGRAPHE = re.compile(r"\s{4,}|\s*\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Element:
    """A competence proposed, with the code that the text gives it and what is listed below it."""

    enonce: str
    code: str | None = None
    savoir_faire: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposition:
    """The text as it is, what we propose to read in it, how sure that is, and why (French sentences)."""

    texte: str
    introduction: str | None
    competences: tuple[Element, ...]
    certitude: Certitude
    raisons: tuple[str, ...]


def d_un_trait(text: str) -> str:
    """Return a text with one space wherever it has several."""
    return " ".join(text.split())
