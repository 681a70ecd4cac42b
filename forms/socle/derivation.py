"""What every derivation of a form takes from a certification."""

from __future__ import annotations

from collections.abc import Iterable

from forms.socle.lectures import Lecture
from referentials.model_certification import Certification


def lectures(certification: Certification, codes: Iterable[str]) -> tuple[Lecture, ...]:
    """Return what Repère chose to read, by the codes of the discrepancies that decided it."""
    return tuple(Lecture(one.code, one.intitule, one.affiche) for one in certification.readings(codes))
