"""What things are called on every page: anchors, titles, sections."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from referentials.load import Collection
from referentials.model import Document
from referentials.model_certification import Certification

PRINTED_NUMBER = re.compile(r"\d+(\.\d+)*")


def anchor(code: str) -> str:
    """Return the anchor of an element from its code: U1-C2 → c-u1-c2.  Published: it does not change."""
    return f"c-{code.lower()}"


def full_title(certification: Certification) -> str:
    """Return the title with its kind where that is how people call it: CQP …, TP …, and a title alone."""
    kind = certification.identite.abrege.code
    return certification.intitule if kind == "TITRE" else f"{kind} {certification.intitule}"


def short_title(certification: Certification) -> str:
    """Return what a certification is called beside another one, where there is little room."""
    return certification.identite.intitule_court or certification.intitule


def distinct_titles(collection: Collection) -> dict[str, str]:
    """Return the full title of each slug, with the number of the fiche where two (two regimes) have one title."""
    titles = {certification.slug: full_title(certification) for certification in collection.certifications}
    shared = Counter(titles.values())
    numbers = {one.slug: one.identite.numero for one in collection.certifications}
    return {
        slug: f"{title} ({numbers[slug]})" if numbers[slug] and shared[title] > 1 else title
        for slug, title in titles.items()
    }


def section_of(documents: Mapping[str, Document], document: str, code: str) -> tuple[str, str]:
    """Return how a section is cited: § and its code where that is the number printed (else nothing), and its title."""
    titles = {section.code: section.intitule for section in documents[document].sections}
    return f"§ {code}" if PRINTED_NUMBER.fullmatch(code) else "", f"« {titles[code]} »"
