"""Amounts of time in words."""

from __future__ import annotations

import pytest

from forms.questionnaire.durees import duration


@pytest.mark.parametrize(
    ("valeur", "unite", "words"),
    [(0, "jour_ouvre", "0 jour ouvré"), (1.5, "an", "1,5 an"), (2, "semaine", "2 semaines"), (1, "mois", "1 mois")],
)
def test_an_amount_agrees_with_its_number(valeur: float, unite: str, words: str) -> None:
    """French: below two, the noun is singular."""
    assert duration(valeur, unite) == words
