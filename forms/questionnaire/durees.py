"""Amounts of time in French: one table of the units of the data (`unite_temps`), for texts and for pages."""

from __future__ import annotations

from forms.socle.phrases import in_french, plural
from forms.socle.vocabulaire import UNITES_DE_TEMPS


def duration(valeur: float, unite: str) -> str:
    """Return an amount of time in words, with plain spaces: 3 mois, 1,5 an."""
    return f"{in_french(valeur)} {plural(valeur, *UNITES_DE_TEMPS[unite][:2])}"
