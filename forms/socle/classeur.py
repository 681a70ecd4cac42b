"""Tables as an XLSX workbook.  Every cell is a text: nothing in it can run.

The browser downloads XlsxWriter only when a workbook is asked for: import this module only then.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from datetime import date, datetime

import xlsxwriter

from forms.socle.feuille import Feuille, cell, names

WIDTH, WIDEST = 12, 60


def write(feuilles: Iterable[Feuille], jour: date) -> bytes:
    """Return a workbook with these sheets; the same sheets on the same day give the same bytes."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": datetime(jour.year, jour.month, jour.day)})  # noqa: DTZ001 — a day, no instant
        bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = workbook.add_format({"text_wrap": True, "valign": "top"})
        sheets = [*feuilles]
        for nom, feuille in zip(names(one.nom for one in sheets), sheets, strict=True):
            sheet = workbook.add_worksheet(nom)
            sheet.freeze_panes(1, 0)
            for row, ligne in enumerate(feuille.rangees()):
                for column, text in enumerate(ligne):
                    sheet.write_string(row, column, cell(text), plain if row else bold)
            for column, _ in enumerate(feuille.entetes):
                longest = max(len(ligne[column]) for ligne in feuille.rangees())
                sheet.set_column(column, column, min(max(longest, WIDTH), WIDEST))
    return content.getvalue()


def to_base64(feuilles: Iterable[Feuille], jour: date) -> str:
    """Return the bytes of `write` as text, for a page: only text leaves Python there."""
    return base64.b64encode(write(feuilles, jour)).decode("ascii")
