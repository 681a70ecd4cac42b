"""When a duration that somebody wrote is over: also one with decimals."""

from __future__ import annotations

from datetime import date, timedelta

from forms.questionnaire import dates


def end(debut: date, valeur: float, unite: str) -> date | None:
    """Return the day when a duration is over, or None beyond any calendar; half a month is half the days of that one.

    Raises KeyError for a unit that days cannot count.
    """
    try:
        whole = int(valeur)
        found = dates.add(debut, whole, unite)
        if whole == valeur:
            return found
        return found + timedelta(days=int((valeur - whole) * (dates.add(debut, whole + 1, unite) - found).days))
    except OverflowError:
        return None
