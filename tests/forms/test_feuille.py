"""What a spreadsheet takes: names of sheets, lengths of cells, and what it would change in a CSV."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.socle import classeur
from forms.socle.feuille import CELL, CUT, NAME, Feuille, altered, cell, names, too_long
from forms.socle.phrases import NBSP

JOUR = date(2026, 11, 23)
# Anything that a label or an answer may be: of a file, so without half signs.
ANY = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


def width(text: str) -> int:
    """Return how long a spreadsheet counts a text."""
    return len(text.encode("utf-16-le")) // 2


def sheets_of(workbook: bytes) -> list[str]:
    """Return the names of the sheets of a workbook."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as book:
        return [
            str(node.get("name"))
            for node in ET.fromstring(book.read("xl/workbook.xml")).iter()  # noqa: S314 — we wrote it
            if node.tag.endswith("}sheet")
        ]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (
            ["Personnes chargées de l’accueil des candidats", "Personnes chargées de l’accueil des entreprises"],
            ["Personnes chargées de l’accueil", "Personnes chargées de l’acc (2)"],
        ),
        (["Formateurs", "formateurs", "FORMATEURS"], ["Formateurs", "formateurs (2)", "FORMATEURS (3)"]),
        (["'Entre apostrophes'", "''"], ["Entre apostrophes", "Feuille"]),
        (["a/b:c", "[x]?*", "History"], ["a b c", "x", "History (2)"]),
    ],
)
def test_sheets_are_told_apart(labels: list[str], expected: list[str]) -> None:
    """Cut at 31 signs, whatever their case, without what is forbidden: two labels give two names."""
    assert names(labels) == expected


@given(labels=st.lists(st.one_of(ANY, st.sampled_from(["A" * 31, "a" * 32, "A (2)", "a", "'"])), max_size=12))
def test_any_labels_make_sheets(labels: list[str]) -> None:
    """The library that writes workbooks takes every one of them, in their order."""
    found = names(labels)
    assert len({name.casefold() for name in found}) == len(labels)
    assert all(0 < width(name) <= NAME for name in found)
    written = classeur.write([Feuille(label, ("A",), ()) for label in labels] or [Feuille("x", ("A",), ())], JOUR)
    assert len(sheets_of(written)) == max(1, len(labels))


@pytest.mark.parametrize("letter", ["é", "🙂", "e\u0301"])
def test_a_cell_too_long_is_cut_with_a_mark_and_told(letter: str) -> None:
    """In the cell itself, and in one sentence with its place; what is not too long is whole."""
    long = letter * CELL + "FIN"
    shown = cell(long)
    assert width(shown) <= CELL
    assert shown.endswith(CUT)
    assert long.startswith(shown.removesuffix(CUT))
    sheet = Feuille("Réponses", ("Note",), (("court",), (long,)))
    told = too_long([sheet]).replace(NBSP, " ")
    assert "1 case est coupée" in told
    assert "feuille « Réponses », ligne 3" in told
    with zipfile.ZipFile(io.BytesIO(classeur.write([sheet], JOUR))) as book:
        assert CUT.strip() in book.read("xl/sharedStrings.xml").decode().replace("&#160;", NBSP)


def test_what_fits_is_neither_cut_nor_told() -> None:
    """To the last sign that a cell may hold."""
    fits = "x" * CELL
    assert cell(fits) == fits
    assert too_long([Feuille("x", (fits,), ())]) == ""


@pytest.mark.parametrize(
    "text", ["01000", "12345678901234", "2-3", "1/2", "5.10.2026", "2026-10-05", "1E5", "12,50", " 007 "]
)
def test_cells_that_a_spreadsheet_would_change_are_told(text: str) -> None:
    """Postal codes, numbers of companies, ranges: the CSV holds them, the spreadsheet that opens it does not."""
    told = altered(Feuille("x", ("A",), (("texte",), (text,)))).replace(NBSP, " ")
    assert f"« {text.strip()} »" in told
    assert "XLSX" in told


@pytest.mark.parametrize("text", ["", "12", "1,5", "le 5 octobre", "37000 Tours", "B1-C1-E1", "100"])
def test_other_cells_are_not(text: str) -> None:
    """A warning that is always there is no longer read."""
    assert altered(Feuille("01000", ("2-3",), ((text,),))) == ""
