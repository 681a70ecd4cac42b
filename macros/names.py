"""What things are called on every page: anchors, titles, sections."""

from __future__ import annotations

import re
from collections.abc import Mapping

from referentials.model import Document
from referentials.model_certification import Certification
from referentials.titles import distinct_titles, full_title

__all__ = ["anchor", "distinct_titles", "full_title", "section_of", "short_title"]

PRINTED_NUMBER = re.compile(r"\d+(\.\d+)*")


def anchor(code: str) -> str:
    """Return the anchor of an element from its code: U1-C2 → c-u1-c2.  Published: it does not change."""
    return f"c-{code.lower()}"


def short_title(certification: Certification) -> str:
    """Return what a certification is called beside another one, where there is little room."""
    return certification.identite.intitule_court or certification.intitule


def section_of(documents: Mapping[str, Document], document: str, code: str) -> tuple[str, str]:
    """Return how a section is cited: § and its code where that is the number printed (else nothing), and its title."""
    titles = {section.code: section.intitule for section in documents[document].sections}
    return f"§ {code}" if PRINTED_NUMBER.fullmatch(code) else "", f"« {titles[code]} »"
