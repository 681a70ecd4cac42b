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
    if found := ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
        if not 1 <= month <= len(MONTHS):
            return f"il n’y a pas de mois {month} : vérifiez la date dans la source"
        if year:
            last = monthrange(year, month)[1]
            return (
                f"{MONTHS[month - 1]} {year} n’a que {last} jours, pas {day} : vérifiez la date dans la source"
                if day
                else ""
            )
    return f"écrivez {written}" if (written := _iso(text.strip())) else ""


def _iso(text: str) -> str:
    """Return as AAAA-MM-JJ a day that is written in figures or in words; an empty text where it is none."""
    if found := FIGURES.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif found := WORDS.fullmatch(text):
        day, month, year = int(found[1]), MONTHS.index(found[2].lower()) + 1, int(found[3])
    else:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
