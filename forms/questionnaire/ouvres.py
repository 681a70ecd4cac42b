"""Working days: Monday to Friday, save public holidays.  The holidays come with the form, for the years that it knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

SATURDAY = 5


def before(day: date, number: int, feries: Sequence[str]) -> date | None:
    """Return the working day that comes `number` working days before a day: with 1, the last one before it.

    None beyond the years of `feries` (AAAA-MM-JJ, in order): what is not known is not counted.
    """
    while number:
        day -= timedelta(days=1)
        if not feries or not feries[0][:4] <= day.isoformat()[:4] <= feries[-1][:4]:
            return None
        number -= working(day, feries)
    return day


def last(day: date, feries: Sequence[str]) -> date | None:
    """Return the day itself where it is worked, else the last working day before it, or None beyond `feries`."""
    return before(day + timedelta(days=1), 1, feries)


def working(day: date, feries: Sequence[str]) -> bool:
    """Say whether a day is neither in a week-end nor a public holiday."""
    return day.weekday() < SATURDAY and day.isoformat() not in feries


def after(day: date, number: int, feries: Sequence[str]) -> date | None:
    """Return the working day that comes `number` working days after a day, or None beyond the years of `feries`."""
    while number:
        day += timedelta(days=1)
        if not feries or not feries[0][:4] <= day.isoformat()[:4] <= feries[-1][:4]:
            return None
        number -= working(day, feries)
    return day
