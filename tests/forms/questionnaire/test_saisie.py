"""What a person writes for a day or a number, by one table for Python and for the page: tests/cas/saisie/."""

from __future__ import annotations

import json
from random import Random
from typing import Any
from unicodedata import ucd_3_2_0

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.questionnaire import dates, natures
from forms.questionnaire.modele import Champ
from forms.questionnaire.natures import NotUnderstood
from forms.socle.dates import in_words
from tests.conftest import ROOT
from tests.forms.test_modules_du_navigateur import run
from tests.outils import CAS

JOUR, NOMBRE = Champ("jour", "date", "Jour"), Champ("n", "nombre", "Nombre")
JOURS: list[dict[str, Any]] = json.loads((CAS / "saisie" / "jours.json").read_text("utf-8"))
NOMBRES: list[dict[str, Any]] = json.loads((CAS / "saisie" / "nombres.json").read_text("utf-8"))
DAYS = (ROOT / "forms" / "questionnaire" / "web" / "days.mjs").as_uri()


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
    "lundi ",
    " mardi ",
    " mardi, ",
    "le",
    " le ",
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


def test_the_name_of_a_day_stands_before_the_day_only() -> None:
    """Whatever day it names: elsewhere it is not read, on either side."""
    parts = ("5", "octobre", "2026")
    texts = [
        f"{' '.join(parts[:place])} {word} {' '.join(parts[place:])}".strip()
        for place in range(len(parts) + 1)
        for word in ("lundi", "mardi", "le", "le lundi", "le mardi")
    ]
    read = [text for text in texts if dates.understood(text)]
    assert read == [f"{word} 5 octobre 2026" for word in ("lundi", "le", "le lundi")]
    assert [text for text, found in zip(texts, in_the_page(texts), strict=True) if found != text] == read


PLACES = ("5{0}10{0}2026", "5 {0} octobre 2026", "{0}05/10/2026 {0}")
# All but what is one long run of ideographs, of syllables, of private use; then marks and invisible ones beyond it.
CHARACTERS = (*range(0x3400), *range(0xF900, 0x10900), *range(0x1D000, 0x1D800))


def test_the_page_and_python_take_each_character_alike() -> None:
    """Spaces, marks, controls, invisible ones: where one is let through by one of the two, it is by the other."""
    # Those that every Unicode since has: a newer one adds characters to Python or to the page first.
    known = [n for n in CHARACTERS if ucd_3_2_0.category(chr(n)) not in {"Cn", "Cs"}]
    script = f"""import {{ dayFromText }} from '{DAYS}';
      const read = (place, n) => dayFromText(place.replaceAll("{{0}}", String.fromCodePoint(n))) === "2026-10-05";
      const [places, numbers] = values[0];
      console.log(JSON.stringify(places.map((place) => numbers.filter((n) => read(place, n)))));"""
    for place, page in zip(PLACES, run(script, [PLACES, known]), strict=True):
        python = {n for n in known if dates.understood(place.format(chr(n)))}
        assert {f"U+{n:04X}" for n in python ^ {*page}} == set(), place
        assert python


@pytest.mark.parametrize("case", NOMBRES, ids=lambda case: ascii(case["ecrit"]))
def test_a_number_is_read_as_the_table_says(case: dict[str, Any]) -> None:
    """Any space parts thousands; what cannot be seen changes nothing."""
    assert natures.number(case["ecrit"]) == case["nombre"]
