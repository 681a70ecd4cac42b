"""Days that no calendar has, or that are not written AAAA-MM-JJ: what is wrong, and what to write."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
FIGURES = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})")
WORDS = re.compile(rf"(\d{{1,2}})(?:er)? ({'|'.join(MONTHS)}) (\d{{4}})", re.IGNORECASE)


def sentence(text: str, quoted: str) -> str:
    """Return what is wrong with a day that is none."""
    return f"{quoted} n’est {'pas un jour du calendrier' if ISO.fullmatch(text) else 'pas écrit AAAA-MM-JJ'}"


def remedy(text: str) -> str:
    """Return what to write instead, or what no calendar has; nothing where only a person knows."""
    parts = _parts(text.strip())
    if parts is None:
        return ""
    year, month, day = parts
    # An impossible day is looked up first, in whatever way it is written.
    then = "vérifiez la date dans la source" if ISO.fullmatch(text) else "vérifiez-la, puis écrivez AAAA-MM-JJ"
    if not 1 <= month <= len(MONTHS):
        return f"il n’y a pas de mois {month} : {then}"
    if not year or not day:
        return ""
    last = monthrange(year, month)[1]
    if day > last:
        return f"{MONTHS[month - 1]} {year} n’a que {last} jours, pas {day} : {then}"
    return f"écrivez {date(year, month, day).isoformat()}"


def _parts(text: str) -> tuple[int, int, int] | None:
    """Return the year, the month and the day of a date, in figures or in words, whether or not a calendar has it."""
    if found := ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := FIGURES.fullmatch(text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := WORDS.fullmatch(text):
        return int(found[3]), MONTHS.index(found[2].lower()) + 1, int(found[1])
    return None
