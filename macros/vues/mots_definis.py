"""The terms that a document defines, where a page uses them: the reader is led from the word to what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from referentials.check.walk import walk
from referentials.load import Collection

# Terms of the trade and of the exams; « savoir » or « compétence » are words of every page.
GLOSSAIRES = {"technique", "evaluation"}
CERTIFICATION = "certifications/{slug}/"


@dataclass(frozen=True, slots=True)
class Defini:
    """A term, and its anchor in the glossary."""

    terme: str
    ancre: str


def used(collection: Collection, slug: str, *files: str) -> list[Defini]:
    """Return the terms of a certification that the texts of some of its files use, in the order of its glossary."""
    text = "\n".join(
        words
        for name in files
        for chemin in collection.sous(f"{CERTIFICATION.format(slug=slug)}{name}")
        for words in _texts(collection.fichiers[chemin])
    )
    return [
        Defini(terme.terme, f"{slug}-{terme.code.lower()}")
        for terme in collection.certification(slug).glossaire
        if terme.glossaire in GLOSSAIRES and re.search(rf"\b{re.escape(terme.terme)}s?\b", text, re.IGNORECASE)
    ]


def _texts(donnees: Any) -> list[str]:
    return [
        value for _, node in walk(donnees) for key, value in node.items() if isinstance(value, str) and key != "code"
    ]
