"""The words in which people ask what a page says otherwise: each goes to the section that answers, where the page has it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from macros.recherche.lecture import Page
from referentials.load import Collection


def asked(page: Page, kind: str, collection: Collection) -> dict[int, list[str]]:
    """Return, for the rank of a section of a page, what people ask that it answers."""
    found: dict[int, list[str]] = defaultdict(list)
    for question in collection.fichiers.get("recherche/questions.json", {}).get("questions", ()):
        if kind in question["pages"] and (rank := _answering(page, question)) is not None:
            found[rank] += question["mots"]
    return found


def _answering(page: Page, question: dict[str, Any]) -> int | None:
    """Return the section that has the anchor, and says most the words that a question needs; the first of those that do."""
    anchor, said = question.get("ancre"), question.get("dit", "").lower()
    times = {
        rank: section.texte.lower().count(said)
        for rank, section in enumerate(page.sections)
        if anchor in (None, section.ancre) and said in section.texte.lower()
    }
    return max(times, key=lambda rank: times[rank] if said else -rank, default=None)
