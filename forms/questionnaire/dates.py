"""Days, never instants: no clock, no time zone.  Months are those of the calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from forms import dates as days

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read(text: str) -> date | None:
    """Return the day that AAAA-MM-JJ names, or None: other writings and days that do not exist."""
    if not DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def in_words(day: date) -> str:
    """Return a day as one reads it: 1er mars 2027."""
    return days.in_words(day.isoformat())


def add_months(day: date, months: int) -> date:
    """Return the same day of another month, or its last day where it is shorter: 31 January and one month is 28 February.

    Raises OverflowError beyond the calendar of Python (years 1 to 9999).
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(f"{day} and {months} months")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add(day: date, valeur: int, unite: str) -> date:
    """Return a day and a duration of the data (`unite_temps`).  Raises KeyError for a unit that days cannot count."""
    if unite in {"mois", "an"}:
        return add_months(day, valeur * {"mois": 1, "an": 12}[unite])
    return day + timedelta(days=valeur * {"jour": 1, "semaine": 7}[unite])
