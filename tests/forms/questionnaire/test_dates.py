"""Days and months: what « moins de 3 mois » rests on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.questionnaire import dates

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
MONTHS = st.integers(0, 120)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-10-31", 3, "2027-01-31"),
        ("2026-12-01", 3, "2027-03-01"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-03-31", -1, "2026-02-28"),
    ],
)
def test_a_month_later(day: str, months: int, expected: str) -> None:
    """The same day of the month, or its last where the month is shorter."""
    assert dates.add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


@given(day=DAYS, months=MONTHS)
def test_months_land_in_the_month_that_one_counts(day: date, months: int) -> None:
    """Never in the next month by overflow, never another day than the same or the last."""
    found = dates.add_months(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found.day < day.day and (found + timedelta(days=1)).day == 1)


@given(first=DAYS, second=DAYS, months=MONTHS)
def test_who_is_earlier_stays_so(first: date, second: date, months: int) -> None:
    """Adding months never turns the order of two days around."""
    low, high = sorted((first, second))
    assert dates.add_months(low, months) <= dates.add_months(high, months)


@given(day=DAYS, valeur=st.integers(1, 200))
def test_units_agree(day: date, valeur: int) -> None:
    """A year is twelve months, a week seven days."""
    assert dates.add(day, valeur, "an") == dates.add(day, 12 * valeur, "mois")
    assert dates.add(day, valeur, "semaine") == dates.add(day, 7 * valeur, "jour")


@given(day=DAYS, valeur=st.integers(0, 200), unite=st.sampled_from(["jour", "semaine", "mois", "an"]))
def test_a_whole_duration_is_over_on_the_day_that_one_counts(day: date, valeur: int, unite: str) -> None:
    """However its number is written."""
    assert dates.end(day, valeur, unite) == dates.end(day, float(valeur), unite) == dates.add(day, valeur, unite)


@given(tenths=st.integers(0, 60))
def test_what_is_left_of_a_duration_is_counted_as_it_is_written(tenths: int) -> None:
    """Six months less 5.9 are a tenth of a month: three days of thirty, whatever floats make of the difference."""
    whole, rest = divmod(tenths, 10)
    start = dates.add_months(date(2026, 11, 23), whole)
    days = (dates.add_months(date(2026, 11, 23), whole + 1) - start).days * rest // 10
    assert dates.end(date(2026, 11, 23), 6 - (60 - tenths) / 10, "mois") == start + timedelta(days=days)


def test_a_duration_beyond_any_calendar_has_no_end() -> None:
    """In whole years, and in a fraction of the last one."""
    assert dates.end(date(2026, 11, 23), 9000, "an") is None
    assert dates.end(date(9999, 12, 23), 0.5, "mois") is None


@given(day=st.dates())
def test_a_day_survives_its_text(day: date) -> None:
    """Whatever the zone of the machine: a day has none."""
    assert dates.read(day.isoformat()) == day


@pytest.mark.parametrize(
    "text", ["", "2026-2-1", "2026-02-30", "20260201", "2026-02-01T00:00:00", "2026-W05-1", " 2026-02-01"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    """Other writings of ISO 8601 and days that do not exist are not guessed at."""
    assert dates.read(text) is None


def test_the_first_of_a_month_is_said_as_in_french() -> None:
    """« 1er mars », and « 2 mars »."""
    assert dates.in_words(date(2027, 3, 1)) == "1er mars 2027"
    assert dates.in_words(date(2027, 8, 2)) == "2 août 2027"
