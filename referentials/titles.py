"""What certifications are called where several stand together."""

from __future__ import annotations

import re
from collections import Counter

from referentials.load import Collection
from referentials.model_certification import Certification
from referentials.model_identite import Genre

SMALL_WORDS = frozenset({"à", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les"})


def full_title(certification: Certification) -> str:
    """Return the title with its kind where that is how people call it: CQP …, TP …, and a title alone.

    What its short title adds in parentheses, a year, tells it from another of the same title: the whole one says it too.
    """
    kind = certification.identite.abrege
    short = re.search(r" \([^()]+\)$", certification.identite.intitule_court or "")
    title = certification.intitule + (short[0] if short and short[0] not in certification.intitule else "")
    if kind is None or not _abbreviates(kind) or title.startswith(f"{kind.code} "):
        return title
    return f"{kind.code} {title}"


def _abbreviates(kind: Genre) -> bool:
    """Tell whether the code of a kind is made of the initials of its words (CQP, BTS): people say it before a title."""
    words = re.findall(r"[^\W\d_]+", kind.intitule)
    return kind.code == "".join(word[0] for word in words if word not in SMALL_WORDS).upper()


def distinct_titles(collection: Collection) -> dict[str, str]:
    """Return the full title of each slug, with the number of the fiche where two (two regimes) have one title."""
    titles = {certification.slug: full_title(certification) for certification in collection.certifications}
    shared = Counter(titles.values())
    numbers = {one.slug: one.identite.numero for one in collection.certifications}
    return {
        slug: f"{title} ({numbers[slug]})" if numbers[slug] and shared[title] > 1 else title
        for slug, title in titles.items()
    }
