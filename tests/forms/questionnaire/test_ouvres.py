"""Working days, against the library that the holidays come from."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.questionnaire import ouvres
from forms.questionnaire.derivation.feries import FIRST, LAST, ZONES, feries

METROPOLE = feries("Métropole")
DAYS = st.dates(date(FIRST + 1, 1, 1), date(LAST, 12, 31))


@pytest.mark.parametrize(
    ("day", "number", "expected"),
    [
        ("2027-01-01", 1, "2026-12-31"),
        ("2027-01-02", 1, "2026-12-31"),
        ("2026-12-28", 1, "2026-12-24"),
        ("2027-05-10", 1, "2027-05-07"),
        ("2027-05-18", 2, "2027-05-13"),
        ("2026-11-23", 15, "2026-10-30"),
    ],
)
def test_so_many_working_days_before(day: str, number: int, expected: str) -> None:
    """Week-ends and holidays do not count: 11 November among the fifteen, the Monday of Pentecost, Christmas."""
    assert ouvres.before(date.fromisoformat(day), number, METROPOLE) == date.fromisoformat(expected)


@given(day=DAYS, number=st.integers(1, 30))
def test_exactly_so_many_working_days_lie_between(day: date, number: int) -> None:
    """Counted one by one, from the day found to the day before."""
    found = ouvres.before(day, number, METROPOLE)
    assert found
    between = [found + timedelta(days=rank) for rank in range((day - found).days)]
    assert sum(ouvres.working(one, METROPOLE) for one in between) == number
    assert ouvres.working(found, METROPOLE)


def test_what_is_not_known_is_not_counted() -> None:
    """Before and after the years of the calendar, and without one, there is no answer rather than a wrong one."""
    assert ouvres.before(date(FIRST, 1, 1), 1, METROPOLE) is None
    assert ouvres.before(date(LAST + 2, 1, 1), 1, METROPOLE) is None
    assert ouvres.before(date(2027, 1, 1), 1, ()) is None


def test_the_first_and_the_last_known_years_count() -> None:
    """A day of either year is counted to; before the first and after the last, nothing is known."""
    known = ["2026-01-01", "2027-01-01"]
    assert ouvres.after(date(2025, 12, 31), 1, known) == date(2026, 1, 2)
    assert ouvres.after(date(2027, 12, 29), 2, known) == date(2027, 12, 31)
    assert ouvres.after(date(2027, 12, 30), 2, known) is None
    assert ouvres.after(date(2025, 12, 29), 1, known) is None


def test_each_territory_has_its_own_days() -> None:
    """Alsace-Moselle has two more, the Guyane its day for the abolition of slavery."""
    assert {"2027-03-26", "2027-12-26"} == {*feries("Alsace-Moselle")} & {"2027-03-26", "2027-12-26"}
    assert not {"2027-03-26", "2027-12-26"} & {*METROPOLE}
    assert {zone for zone in ZONES if "2027-06-10" in feries(zone)} == {"Guyane"}
    with pytest.raises(ValueError, match="Lorraine"):
        feries("Lorraine")
