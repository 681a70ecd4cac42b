"""What a spreadsheet takes: names of sheets, lengths of cells, and what it would change in a CSV."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.socle import classeur
from forms.socle.feuille import CELL, CUT, NAME, Donnee, Feuille, altered, cell, names, to_csv, too_long
from forms.socle.mise_en_page import ROOM, Papier, foot, head, widths
from forms.socle.phrases import NBSP

JOUR = date(2026, 11, 23)
PAPIER = Papier("Essai", "", JOUR)
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
    written = classeur.write([Feuille(label, ("A",), ()) for label in labels] or [Feuille("x", ("A",), ())], PAPIER)
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
    with zipfile.ZipFile(io.BytesIO(classeur.write([sheet], PAPIER))) as book:
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


TABLE = Feuille(
    "Modules",
    ("Nom", "Heures", "Jour", "Note"),
    (
        ("=1+1", Donnee("1 heure", 1.0, "heures", "heure"), Donnee("5 octobre 2026", date(2026, 10, 5)), "-2"),
        ("@ici", Donnee("12,5 heures", 12.5, "heures", "heure"), "le 31 février", "+33 2"),
    ),
    ("nombre", "somme"),
)


def opened(
    feuille: Feuille, papier: Papier = PAPIER, *, computed: bool = False
) -> openpyxl.worksheet.worksheet.Worksheet:
    """Return a sheet as another library reads it, with its formulas or with what they were computed to be."""
    return openpyxl.load_workbook(io.BytesIO(classeur.write([feuille], papier)), data_only=computed).worksheets[0]


def test_a_workbook_holds_numbers_and_days_and_every_text_stays_a_text() -> None:
    """Read by another library: values with a format that says the unit; what begins as a formula is a text."""
    sheet = opened(TABLE)
    assert [[cell.value for cell in row] for row in sheet["A2:D3"]] == [
        ["=1+1", 1, datetime(2026, 10, 5), "-2"],  # noqa: DTZ001 — a day, no instant
        ["@ici", 12.5, "le 31 février", "+33 2"],
    ]
    assert [[cell.data_type for cell in row] for row in sheet["A2:D3"]] == [["s", "n", "d", "s"], ["s", "n", "s", "s"]]
    assert [sheet[place].number_format for place in ("B2", "B3", "C2")] == [
        '[<2]#,##0" heure";#,##0" heures"',
        '[<2]#,##0.0########" heure";#,##0.0########" heures"',
        "[$-40C]d mmmm yyyy",
    ]


def test_a_table_has_a_filter_its_totals_and_a_head_that_stays() -> None:
    """The filter covers the rows and not the totals, which follow what it leaves in sight; no totals under no row."""
    sheet = opened(TABLE)
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:D3", "A2")
    assert [cell.value for cell in sheet[4]] == ["=SUBTOTAL(103,A2:A3)", "=SUBTOTAL(109,B2:B3)", None, None]
    assert [cell.value for cell in opened(TABLE, computed=True)[4]][:2] == [2, 13.5]
    # Of what the filter leaves, which may be one hour, or two rows of one.
    assert sheet["B4"].number_format == '[<2]#,##0.0########" heure";#,##0.0########" heures"'
    empty = opened(Feuille("Vide", ("A", "B"), (), ("nombre", "")))
    assert (empty.auto_filter.ref, empty.max_row) == ("A1:B1", 1)


def test_a_table_is_ready_for_paper() -> None:
    """A4 lying down, all columns on it, the head of the table on each page; the certification, its state and the day around."""
    papier = Papier("Vente & conseil", "État de la certification : en vigueur.", JOUR)
    sheet = opened(TABLE, papier)
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.print_title_rows, sheet.print_area) == ("$1:$1", "'Modules'!$A$1:$D$4")
    around = [
        sheet.oddHeader.left.text,
        sheet.oddHeader.right.text,
        sheet.oddFooter.left.text,
        sheet.oddFooter.right.text,
    ]
    assert [text.strip() for text in around] == [
        "Vente && conseil",
        "Modules, 23 novembre 2026",
        "État de la certification : en vigueur.",
        "&P / &N",
    ]


@given(
    titre=ANY.map(lambda text: text * 8), etat=ANY.map(lambda text: text * 8), feuille=ANY.map(lambda text: text[:31])
)
def test_what_stands_around_a_table_fits_in_a_workbook(titre: str, etat: str, feuille: str) -> None:
    """255 signs at most, codes included, whatever the title and the state: the library refuses more."""
    papier = Papier(titre, etat, JOUR)
    assert len(head(papier, feuille)) <= 255
    assert len(foot(papier)) <= 255


@given(longest=st.lists(st.integers(0, 40_000), min_size=1, max_size=15))
def test_columns_share_a_sheet(longest: list[int]) -> None:
    """What is short is never cut for what is long, and all together stay legible on one sheet."""
    found = widths(longest)
    assert sum(found) <= ROOM
    assert all(width >= min(one + 2, 10) for width, one in zip(found, longest, strict=True))


def test_the_csv_says_values_in_words() -> None:
    """As in the text of the form: a table without types has its units and its months."""
    assert to_csv(TABLE).splitlines()[1] == "'=1+1;1 heure;5 octobre 2026;'-2"
