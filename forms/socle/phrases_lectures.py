"""The sentences of what a source leaves open, in French: what was chosen to read, and who to ask."""

from __future__ import annotations

from collections.abc import Sequence

from forms.socle.lectures import Lecture
from forms.socle.phrases import typeset

# Who to ask: a rule of a certification is its certifier's, what a dossier must hold is the branch's.
CERTIFICATEUR, BRANCHE = "du certificateur", "de la branche"


def reading(lecture: Lecture) -> str:
    """Return which reading was chosen of what the document leaves open."""
    told = f"Point laissé ouvert par le document : {_named(lecture)}. Notre lecture : {lecture.affiche}"
    return typeset(told)


def left_open(text: str, lectures: Sequence[Lecture], aupres: str) -> str:
    """Return what is wrong by a reading, and that the source leaves it open: who to ask.  The text alone without one."""
    if not (text and lectures):
        return text
    names = ", ".join(f"« {_named(lecture)} »" for lecture in lectures)
    return typeset(f"{text} Le document laisse ce point ouvert ({names}) : à vérifier auprès {aupres}.")


def _named(lecture: Lecture) -> str:
    return lecture.intitule.rstrip(". ")
