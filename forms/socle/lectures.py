"""A reading: what Repère chose where the source leaves something open, told beside the rule or the verdict that it decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from forms.socle.cles import as_dict


@dataclass(frozen=True, slots=True)
class Lecture:
    """A discrepancy that decided something, by its code and title; `affiche` says which reading was chosen."""

    code: str
    intitule: str
    affiche: str


def to_json(lectures: tuple[Lecture, ...]) -> dict[str, Any]:
    """Return the key that carries readings; nothing where there is none."""
    return {"lectures": [as_dict(one) for one in lectures]} if lectures else {}


def from_json(donnees: Any) -> tuple[Lecture, ...]:
    """Return the readings of a JSON object that may have some."""
    return tuple(Lecture(**one) for one in donnees.get("lectures", ()))
