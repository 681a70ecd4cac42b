"""What a person writes for a day or a number, by one table for Python and for the page: tests/cas/saisie/."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.dates import in_words
from forms.questionnaire import dates, natures
from forms.questionnaire.modele import Champ
from forms.questionnaire.natures import NotUnderstood
from tests.conftest import ROOT
from tests.forms.test_modules_du_navigateur import run
from tests.outils import CAS

JOUR, NOMBRE = Champ("jour", "date", "Jour"), Champ("n", "nombre", "Nombre")
JOURS: list[dict[str, Any]] = json.loads((CAS / "saisie" / "jours.json").read_text("utf-8"))
NOMBRES: list[dict[str, Any]] = json.loads((CAS / "saisie" / "nombres.json").read_text("utf-8"))
DAYS = (ROOT / "forms" / "web" / "questionnaire" / "days.mjs").as_uri()


def in_the_page(texts: list[str]) -> list[str]:
    """Return what the page makes of texts."""
    script = f"import {{ dayFromText }} from '{DAYS}'; console.log(JSON.stringify(values[0].map(dayFromText)));"
    return list(run(script, texts))


@pytest.mark.parametrize("case", JOURS, ids=lambda case: ascii(case["ecrit"]))
def test_python_reads_the_day_that_the_table_says(case: dict[str, Any]) -> None:
    """A day without a doubt is read; what is refused is told with the form that is awaited."""
    if case["jour"]:
        assert natures.read(JOUR, case["ecrit"]) == dates.read(case["jour"])
        return
    with pytest.raises(NotUnderstood, match="JJ/MM/AAAA"):
        natures.read(JOUR, case["ecrit"])


def test_the_page_reads_the_days_that_the_table_says() -> None:
    """The same table: a day as a file has it, else the text as it was typed."""
    texts = [case["ecrit"] for case in JOURS]
    assert in_the_page(texts) == [case["jour"] or case["ecrit"] for case in JOURS]


@given(st.dates(dates.date(1900, 1, 1), dates.date(2200, 12, 31)))
def test_python_reads_back_every_way_in_which_the_site_writes_a_day(day: dates.date) -> None:
    """In a file, in a field, in words, with the name of the day."""
    written = (day.isoformat(), f"{day:%d/%m/%Y}", in_words(day.isoformat()), dates.with_weekday(day))
    assert {dates.understood(text) for text in written} == {day}


def test_the_page_reads_back_every_way_in_which_the_site_writes_a_day() -> None:
    """A whole leap year, in each form."""
    year = [dates.date(2028, 1, 1) + dates.timedelta(days=n) for n in range(366)]
    for write in (dates.date.isoformat, "{:%d/%m/%Y}".format, dates.in_words, dates.with_weekday):
        assert in_the_page([write(day) for day in year]) == [day.isoformat() for day in year]


PIECES = (
    "1er",
    "5",
    "05",
    "31",
    "12",
    "2026",
    "26",
    "octobre",
    "févr.",
    "lundi",
    "le",
    "/",
    "-",
    " ",
    "\u2011",
    "\u200b",
)


def test_the_page_and_python_agree_on_whatever_is_typed() -> None:
    """Bits of dates in any order, as many days among them as not: both read the same day, or neither does."""
    dice = Random(26)  # noqa: S311 — the same texts each time
    bits = ["".join(dice.choices(PIECES, k=dice.randint(1, 7))) for _ in range(6000)]
    days = [
        f"{dice.randint(0, 32)}{dice.choice('/-. ')}{dice.choice(['2', '10', 'mai', '13'])}{dice.choice('/-. ')}2026"
        for _ in range(600)
    ]
    texts = [*bits, *days]
    found = [dates.understood(text) for text in texts]
    assert sum(day is not None for day in found) > len(days) // 3
    assert in_the_page(texts) == [day.isoformat() if day else text for day, text in zip(found, texts, strict=True)]


@pytest.mark.parametrize("case", NOMBRES, ids=lambda case: ascii(case["ecrit"]))
def test_a_number_is_read_as_the_table_says(case: dict[str, Any]) -> None:
    """Any space parts thousands; what cannot be seen changes nothing."""
    assert natures.number(case["ecrit"]) == case["nombre"]
