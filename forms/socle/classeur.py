"""Tables as an XLSX workbook: texts that nothing can run, numbers and days that a spreadsheet computes with.

The browser downloads XlsxWriter only when a workbook is asked for: import this module only then.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from datetime import date, datetime

import xlsxwriter

from forms.socle import mise_en_page
from forms.socle.feuille import Case, Donnee, Feuille, Total, cell, names, words
from forms.socle.mise_en_page import Papier

# As Excel shows a day in French, whatever its own language.
DAY = "[$-40C]d mmmm yyyy"
# Functions of SUBTOTAL: of the rows that a filter leaves in sight.
FUNCTIONS: dict[Total, int] = {"somme": 109, "nombre": 103}
A4 = 9


def write(feuilles: Iterable[Feuille], papier: Papier) -> bytes:
    """Return a workbook with these sheets; the same sheets and the same head of paper give the same bytes."""
    content = io.BytesIO()
    jour = papier.jour
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": papier.titre, "created": datetime(jour.year, jour.month, jour.day)})  # noqa: DTZ001 — a day, no instant
        styles = Styles(workbook)
        sheets = [*feuilles]
        for nom, feuille in zip(names(one.nom for one in sheets), sheets, strict=True):
            sheet = workbook.add_worksheet(nom)
            _cells(sheet, feuille, styles)
            _totals(sheet, feuille, styles)
            _paper(sheet, nom, feuille, papier)
    return content.getvalue()


def to_base64(feuilles: Iterable[Feuille], papier: Papier) -> str:
    """Return the bytes of `write` as text, for a page: only text leaves Python there."""
    return base64.b64encode(write(feuilles, papier)).decode("ascii")


class Styles:
    """The looks of the cells of a workbook, each made once."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        """Begin with none."""
        self._workbook = workbook
        self._made: dict[tuple[str, str], xlsxwriter.format.Format] = {}

    def of(self, place: str, number: str = "") -> xlsxwriter.format.Format:
        """Return the look of a place (head, body, total) with a format of number."""
        key = (place, number)
        if key not in self._made:
            look: dict[str, object] = {"text_wrap": True, "valign": "top"}
            look |= {"head": {"bold": True, "bottom": 1}, "total": {"bold": True, "top": 1}}.get(place, {})
            look |= {"num_format": number, "align": "left"} if number else {}
            self._made[key] = self._workbook.add_format(look)
        return self._made[key]


def number_format(valeur: float, un: str, unite: str) -> str:
    """Return how a number is shown: grouped by thousands, with its decimals if it has any, then its unit.

    The workbook makes the unit agree: what is computed anew, once rows are filtered out, may be one hour.
    """
    shown = "#,##0" if valeur == int(valeur) else "#,##0.0########"
    if not unite:
        return shown
    return f'[<2]{shown}" {un}";{shown}" {unite}"' if un != unite else f'{shown}" {unite}"'


def _cells(sheet: xlsxwriter.worksheet.Worksheet, feuille: Feuille, styles: Styles) -> None:
    for row, ligne in enumerate(feuille.rangees()):
        for column, case in enumerate(ligne):
            _cell(sheet, row, column, case, styles)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(feuille.lignes), len(feuille.entetes) - 1)


def _cell(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, case: Case, styles: Styles) -> None:
    if case == "":
        # An empty text would be counted as an answer.
        sheet.write_blank(row, column, None, styles.of("body" if row else "head"))
    elif not isinstance(case, Donnee):
        # Never `write`, which would make a formula or a link of what somebody typed.
        sheet.write_string(row, column, cell(case), styles.of("body" if row else "head"))
    elif isinstance(case.valeur, date):
        sheet.write_datetime(row, column, case.valeur, styles.of("body", DAY))
    else:
        sheet.write_number(row, column, case.valeur, styles.of("body", number_format(case.valeur, case.un, case.unite)))


def _totals(sheet: xlsxwriter.worksheet.Worksheet, feuille: Feuille, styles: Styles) -> None:
    """Write the row of totals; a spreadsheet leaves a row of SUBTOTAL out of the filter above it."""
    last = len(feuille.lignes)
    if not last:
        return
    for column, total in enumerate(feuille.totaux):
        if not total:
            continue
        cases = [ligne[column] for ligne in feuille.lignes]
        values = [case for case in cases if isinstance(case, Donnee) and not isinstance(case.valeur, date)]
        if total == "somme":
            found = sum(float(case.valeur) for case in values if not isinstance(case.valeur, date))
            shown = number_format(found, *next(((case.un, case.unite) for case in values if case.unite), ("", "")))
        else:
            found = sum(1 for case in cases if words(case))
            shown = '"Total : "#,##0'
        area = xlsxwriter.utility.xl_range(1, column, last, column)
        formula = f"=SUBTOTAL({FUNCTIONS[total]},{area})"
        sheet.write_formula(last + 1, column, formula, styles.of("total", shown), found)


def _paper(sheet: xlsxwriter.worksheet.Worksheet, nom: str, feuille: Feuille, papier: Papier) -> None:
    longest = [
        max(len(line) for ligne in feuille.rangees() for line in (words(ligne[column]).splitlines() or [""]))
        for column, _ in enumerate(feuille.entetes)
    ]
    for column, width in enumerate(mise_en_page.widths(longest)):
        sheet.set_column(column, column, width)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    last = len(feuille.lignes) + (1 if feuille.lignes and any(feuille.totaux) else 0)
    sheet.print_area(0, 0, last, len(feuille.entetes) - 1)
    sheet.set_margins(left=0.5, right=0.5, top=0.9, bottom=0.8)
    sheet.set_header(mise_en_page.head(papier, nom))
    sheet.set_footer(mise_en_page.foot(papier))
