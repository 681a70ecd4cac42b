"""The tables of a dossier as an XLSX workbook.  Every cell is a text: nothing in it can run.

The browser downloads XlsxWriter only when a workbook is asked for: import this module only then.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterable
from datetime import date, datetime

import xlsxwriter

from forms.dossier.tableur import Feuille

# Limits of the format: beyond them a spreadsheet refuses the name, or drops the cell.
NAME, CELL = 31, 32_767
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
WIDTH, WIDEST = 12, 60


def write(feuilles: Iterable[Feuille], jour: date) -> bytes:
    """Return a workbook with these sheets; the same sheets on the same day give the same bytes."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": datetime(jour.year, jour.month, jour.day)})  # noqa: DTZ001 — a day, no instant
        bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = workbook.add_format({"text_wrap": True, "valign": "top"})
        for feuille in feuilles:
            sheet = workbook.add_worksheet(FORBIDDEN.sub(" ", feuille.nom)[:NAME])
            sheet.freeze_panes(1, 0)
            for row, ligne in enumerate((feuille.entetes, *feuille.lignes)):
                for column, cell in enumerate(ligne):
                    sheet.write_string(row, column, cell[:CELL], plain if row else bold)
            for column, _ in enumerate(feuille.entetes):
                longest = max(len(ligne[column]) for ligne in (feuille.entetes, *feuille.lignes))
                sheet.set_column(column, column, min(max(longest, WIDTH), WIDEST))
    return content.getvalue()


def to_base64(feuilles: Iterable[Feuille], jour: date) -> str:
    """Return the bytes of `write` as text, for a page: only text leaves Python there."""
    return base64.b64encode(write(feuilles, jour)).decode("ascii")
