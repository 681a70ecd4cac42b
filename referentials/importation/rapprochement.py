"""Competences of two exports of one bloc, face to face: which one is which, whatever its place and some of its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from referentials.importation.stabilite import os_du_texte

# How much of two wordings must be the same for one to be the other, corrected.
ALIKE = 0.8


def apparier(avant: Sequence[Mapping[str, Any]], apres: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """Return the rank of the old one for each new one that has one: the same wording, else the most alike."""
    found: dict[int, int] = {}
    bones = [os_du_texte(one["intitule"]) for one in avant]
    whole = [_whole(one) for one in avant]
    free = set(range(len(avant)))
    for rank, one in enumerate(apres):
        same = next((index for index in sorted(free) if bones[index] == os_du_texte(one["intitule"])), None)
        if same is not None:
            found[rank] = same
            free.discard(same)
    close = sorted(
        (
            (-ratio, rank, index)
            for rank, one in enumerate(apres)
            if rank not in found
            for index in free
            if (ratio := _likeness(whole[index], _whole(one))) >= ALIKE
        ),
    )
    for _, rank, index in close:
        if rank not in found and index in free:
            found[rank] = index
            free.discard(index)
    return found


def _whole(competence: Mapping[str, Any]) -> str:
    """Return all that a competence says: one that has a new title and the same savoir-faire is the same."""
    below = (one["intitule"] for one in competence.get("sous_competences", ()))
    return os_du_texte(" ".join((competence["intitule"], *below)))


def _likeness(before: str, after: str) -> float:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0
