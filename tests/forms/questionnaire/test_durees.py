"""Amounts of time have one table of units, whose keys are those of the data."""

from __future__ import annotations

import pytest

from forms.questionnaire.durees import UNITES, duration
from macros.rendering import environment
from referentials.check.schemas import registry


def test_every_unit_of_the_data_has_its_words() -> None:
    """A new unit in the schema without words would stop a page or a form; the pages read the same table."""
    enum = registry().contents("regles.schema.json")["$defs"]["unite_temps"]["enum"]
    assert {*enum} == UNITES.keys()
    assert environment().globals["unites"] is UNITES


@pytest.mark.parametrize(
    ("valeur", "unite", "words"),
    [(0, "jour_ouvre", "0 jour ouvré"), (1.5, "an", "1,5 an"), (2, "semaine", "2 semaines"), (1, "mois", "1 mois")],
)
def test_an_amount_agrees_with_its_number(valeur: float, unite: str, words: str) -> None:
    """French: below two, the noun is singular."""
    assert duration(valeur, unite) == words
