"""The answers as CSV for a spreadsheet, with nothing in it that one would run as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from forms import etat_certification
from forms.formulaire import Formulaire, Groupe
from forms.reponses import Reponse, Reponses

HEADER = ("Code", "Groupe", "Énoncé", "Réponse", "Note")
# Spreadsheets read as a formula what begins so, some of them after spaces, quotes or marks that one does not see.
FORMULA = re.compile(r"""[\s"'“”«»\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r]""")
# Excel takes a text without it for an older encoding.
BYTE_ORDER_MARK = "\ufeff"


def write(formulaire: Formulaire, reponses: Reponses, jour: str | None = None) -> str:
    """Return one line for each item, in reading order: « ; » between fields, CRLF, a byte-order mark before all.

    A last column says the state of the certification on a day, AAAA-MM-JJ, on each line: lines are sorted and cut.
    """
    libelles = {valeur.code: valeur.libelle for valeur in formulaire.echelle}
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    said = etat_certification.column(formulaire.etats, jour) if jour else {}
    writer.writerow((*HEADER, *said))
    for groupe in formulaire.groupes:
        for line in _lines(groupe, reponses, libelles):
            writer.writerow([harmless(field) for field in (*line, *said.values())])
    return BYTE_ORDER_MARK + text.getvalue()


def harmless(field: str) -> str:
    """Return a field that no spreadsheet takes for a formula: an apostrophe goes before what could be one."""
    return f"'{field}" if FORMULA.match(field) else field


def _lines(groupe: Groupe, reponses: Reponses, libelles: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for item in groupe.items:
        reponse = reponses.get(item.code, Reponse())
        yield item.code, groupe.intitule, item.enonce, libelles.get(reponse.valeur or "", ""), reponse.note
    for below in groupe.groupes:
        yield from _lines(below, reponses, libelles)
