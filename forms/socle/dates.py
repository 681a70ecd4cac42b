"""Days in French words."""

from __future__ import annotations

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def in_words(jour: str) -> str:
    """Return a day written AAAA-MM-JJ as « 1er mars 2026 »; one in no month is returned as it is."""
    year, month, day = jour.split("-")
    if not 1 <= int(month) <= len(MONTHS):
        return jour
    number = "1er" if int(day) == 1 else str(int(day))
    return f"{number} {MONTHS[int(month) - 1]} {int(year)}"
