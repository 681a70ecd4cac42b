"""Days, never instants: no clock, no time zone.  Months are those of the calendar."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta

from forms.questionnaire import saisie
from forms.socle import dates as days

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# A year in two figures is of this century below, of the last one from there on.
PIVOT = 50
# As `_folded` leaves them: the name of a month without its accents, and its abbreviations.
MONTHS = (
    *(("janvier", "janv", "jan"), ("fevrier", "fevr", "fev"), ("mars",), ("avril", "avr"), ("mai",), ("juin",)),
    *(
        ("juillet", "juil"),
        ("aout",),
        ("septembre", "sept"),
        ("octobre", "oct"),
        ("novembre", "nov"),
        ("decembre", "dec"),
    ),
)
JOUR, ANNEE, BETWEEN = r"(?P<jour>[0-9]{1,2})", r"(?P<annee>[0-9]{4}|[0-9]{2})", r"[ /.-]+"
FIGURES = re.compile(rf"{JOUR}{BETWEEN}(?P<mois>[0-9]{{1,2}}){BETWEEN}{ANNEE}")
YEAR_FIRST = re.compile(r"(?P<annee>[0-9]{4})[/.-](?P<mois>[0-9]{1,2})[/.-](?P<jour>[0-9]{1,2})")
TOGETHER = re.compile(r"(?P<jour>[0-9]{2})(?P<mois>[0-9]{2})(?P<annee>[0-9]{4})")
WORDS = re.compile(rf"(?P<jour>1(?:er|ᵉʳ)|[0-9]{{1,2}})[ -](?P<mois>[a-z]+)\.?[ -]{ANNEE}")
WEEKDAY = re.compile(rf"(?:le )?(?:(?P<nom>{'|'.join(days.WEEKDAYS)}),? )?")


def read(text: str) -> date | None:
    """Return the day that AAAA-MM-JJ names, or None: other writings and days that do not exist."""
    if not DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def understood(text: str) -> date | None:
    """Return the day that a person's writing names without a doubt, or None.

    Read: what we write ourselves, in figures or in words, and what only its hyphens, spaces or year in two figures set
    apart.  Refused: a day of the week that is not that of the day, a day that no calendar has.
    """
    folded = _folded(text)
    # It matches always, were it nothing at the very beginning: what follows it is the day.
    told = WEEKDAY.match(folded)
    written = folded[told.end() :] if told else folded
    for pattern in (FIGURES, YEAR_FIRST, TOGETHER, WORDS):
        found = pattern.fullmatch(written)
        if found:
            day = _made(found["jour"], found["mois"], found["annee"])
            return (
                day
                if day and (not told or told["nom"] is None or days.WEEKDAYS[day.weekday()] == told["nom"])
                else None
            )
    return None


def _folded(text: str) -> str:
    """Return a text in small letters without accents: « 15 AOÛT 2026 » and « 15 aout 2026 » are one."""
    apart = unicodedata.normalize("NFD", saisie.plain(text).lower())
    return saisie.plain(saisie.without(apart, "Mn"))


def _made(jour: str, mois: str, annee: str) -> date | None:
    month = int(mois) if mois.isdecimal() else next((n for n, names in enumerate(MONTHS, 1) if mois in names), 0)
    year = int(annee) if len(annee) == 4 else int(annee) + (2000 if int(annee) < PIVOT else 1900)  # noqa: PLR2004 — a year in full
    try:
        return date(year, month, int(jour.removesuffix("er").removesuffix("ᵉʳ")))
    except ValueError:
        return None


def in_words(day: date) -> str:
    """Return a day as one reads it: 1er mars 2027."""
    return days.in_words(day.isoformat())


def with_weekday(day: date) -> str:
    """Return a day as one reads it, with its name: dimanche 1er mars 2026."""
    return f"{days.WEEKDAYS[day.weekday()]} {in_words(day)}"


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


def end(debut: date, valeur: float, unite: str) -> date | None:
    """Return the day when a duration is over, or None beyond any calendar; half a month is half the days of that one.

    Raises KeyError for a unit that days cannot count.
    """
    try:
        whole = int(valeur)
        found = add(debut, whole, unite)
        if whole == valeur:
            return found
        # Rounded: in floats, what 5.9 months leave of 6 is a hair less than a tenth.
        return found + timedelta(days=int(round((valeur - whole) * (add(debut, whole + 1, unite) - found).days, 3)))
    except OverflowError:
        return None
