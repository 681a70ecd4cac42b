"""Amounts of time in French: one table of the units of the data (`unite_temps`), for texts and for pages."""

from __future__ import annotations

from collections.abc import Mapping

from forms.questionnaire.natures import in_french
from forms.socle.phrases import plural

UNITES: Mapping[str, tuple[str, str]] = {
    "minute": ("minute", "minutes"),
    "heure": ("heure", "heures"),
    "jour": ("jour", "jours"),
    "jour_ouvre": ("jour ouvré", "jours ouvrés"),
    "semaine": ("semaine", "semaines"),
    "mois": ("mois", "mois"),
    "an": ("an", "ans"),
}


def duration(valeur: float, unite: str) -> str:
    """Return an amount of time in words, with plain spaces: 3 mois, 1,5 an."""
    return f"{in_french(valeur)} {plural(valeur, *UNITES[unite])}"
