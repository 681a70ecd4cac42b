"""Figures in sentences: the ways in which French says an amount, and those that say another."""

from __future__ import annotations

import pytest

from referentials.check.numbers import amount, number, says, spelled


@pytest.mark.parametrize(
    ("text", "value", "unite"),
    [
        ("Dans les 15 jours", 15, "jour"),
        ("Sous quinzaine", 15, "jour"),
        ("Une quinzaine de jours", 15, "jour"),
        ("Quinze jours ouvrés", 15, "jour_ouvre"),
        ("deux années", 2, "an"),
        ("au moins UN mois", 1, "mois"),
        ("une fois par an", 1, "an"),
        ("toutes les semaines", 1, "semaine"),
        ("tous les mois", 1, "mois"),
        ("un bilan annuel", 1, "an"),
        ("une\u00a0heure", 1, "heure"),
    ],
)
def test_an_amount_is_read_in_figures_and_in_words(text: str, value: int, unite: str) -> None:
    """However it is said, a person who reads the sentence understands the parameter."""
    assert says(text, amount(value, unite))


@pytest.mark.parametrize(
    ("text", "value", "unite"),
    [
        ("15 jours ouvrés", 15, "jour"),
        ("15 jours", 15, "jour_ouvre"),
        ("115 jours", 15, "jour"),
        ("quinze semaines", 15, "jour"),
        ("deux fois par an", 2, "an"),
        ("vingt-deux mois", 2, "mois"),
    ],
)
def test_another_amount_is_not_taken_for_it(text: str, value: int, unite: str) -> None:
    """Another unit, or a number that only contains the one sought."""
    assert not says(text, amount(value, unite))


def test_an_amount_is_said_as_one_writes_it() -> None:
    """Messages speak French, in the singular and in the plural."""
    assert [spelled(1, "an"), spelled(2, "an"), spelled(3, "mois"), spelled(15, "jour_ouvre")] == [
        *("1 an", "2 ans", "3 mois", "15 jours ouvrés")
    ]


@pytest.mark.parametrize("value", [0, 1, 12, 20, 21, 45, 90, 280])
def test_every_number_has_its_figures(value: int) -> None:
    """A number without a word of its own is still read in figures."""
    assert says(f"exactement {value} fois", number(value))
