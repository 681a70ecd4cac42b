"""The law beside the rules of a certification, as a form carries it."""

from __future__ import annotations

from collections.abc import Iterable

from forms.droit import phrases
from forms.socle.lois import LoiDuJour
from forms.socle.phrases import typeset
from referentials.model_certification import Certification


def lois(certification: Certification, codes: Iterable[str]) -> tuple[LoiDuJour, ...]:
    """Return what the law says of these rules of a certification, each version with its days."""
    tied = certification.law_of(codes)
    return tuple(LoiDuJour(typeset(phrases.beside(lien)), lien.regle.du, lien.regle.au) for lien in tied)
