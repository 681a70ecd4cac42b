"""Tables for a spreadsheet: texts, numbers and days; nothing that one would run, names and lengths that the format allows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from forms.socle.phrases import counted, typeset

# Spreadsheets read as a formula what begins so, some of them after spaces, quotes or marks that one does not see.
FORMULA = re.compile(r"""[\s"'“”«»\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r]""")
# Excel takes a text without it for an older encoding.
BYTE_ORDER_MARK = "\ufeff"
# What a spreadsheet makes another value of: leading zeros, long numbers, days, powers of ten, trailing zeros.
ALTERED = re.compile(r"0\d+|\d{12,}|\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?|\d+(,\d+)?[eE]\d+|\d+,\d*0")
# Limits of a workbook, in units of UTF-16.
NAME, CELL = 31, 32_767
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
# Names that Excel keeps for itself, in the languages that it may be in.
RESERVED = {"history", "historique"}
CUT = typeset(" […] Coupé ici : une case ne tient pas plus de signes. La suite est dans le fichier Repère.")


@dataclass(frozen=True, slots=True)
class Donnee:
    """A value that a workbook computes with, a number or a day, and how a text says it.

    `unite` is that of a number, in the plural; `un`, in the singular.
    """

    texte: str
    valeur: float | date
    unite: str = ""
    un: str = ""


Case = str | Donnee
Ligne = tuple[Case, ...]
# What the last row of a workbook says of a column: the sum of its numbers, or how many of its cells hold something.
Total = Literal["", "somme", "nombre"]


@dataclass(frozen=True, slots=True)
class Feuille:
    """A sheet: its name, its headings, its rows; `totaux`, what is counted under each column, where anything is."""

    nom: str
    entetes: tuple[str, ...]
    lignes: tuple[Ligne, ...]
    totaux: tuple[Total, ...] = ()

    def rangees(self) -> Iterator[Ligne]:
        """Yield its headings, then its rows."""
        yield self.entetes
        yield from self.lignes


def words(case: Case) -> str:
    """Return a cell as a text says it."""
    return case if isinstance(case, str) else case.texte


def to_csv(feuille: Feuille) -> str:
    """Return a sheet as CSV that spreadsheets open in French: « ; » between cells, CRLF, a byte-order mark before all."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for ligne in feuille.rangees():
        writer.writerow([harmless(words(case)) for case in ligne])
    return BYTE_ORDER_MARK + text.getvalue()


def harmless(field: str) -> str:
    """Return a field that no spreadsheet takes for a formula: an apostrophe goes before what could be one."""
    return f"'{field}" if FORMULA.match(field) else field


def altered(feuille: Feuille) -> str:
    """Return the sentence on the cells that a spreadsheet changes as it opens the CSV; empty where there are none."""
    texts = (words(case).strip() for ligne in feuille.lignes for case in ligne)
    found = [text for text in texts if ALTERED.fullmatch(text)]
    if not found:
        return ""
    cells = counted(len(found), "case", "cases")
    return typeset(
        f"En ouvrant ce CSV, un tableur peut changer {cells}, dont « {found[0]} » (zéro perdu, date, arrondi) : "
        "prenez plutôt le classeur XLSX, qui garde tout tel quel."
    )


def cell(text: str) -> str:
    """Return a text as a cell of a workbook holds it: a longer one is cut, and says so."""
    if _width(text) <= CELL:
        return text
    room = CELL - _width(CUT)
    return text.encode("utf-16-le", "surrogatepass")[: 2 * room].decode("utf-16-le", "ignore") + CUT


def too_long(feuilles: Iterable[Feuille]) -> str:
    """Return the sentence on the cells that a workbook cuts, with the place of the first; empty where there are none."""
    found = [
        (feuille.nom, rank)
        for feuille in feuilles
        for rank, ligne in enumerate(feuille.rangees(), 1)
        for case in ligne
        if _width(words(case)) > CELL
    ]
    if not found:
        return ""
    cells = counted(len(found), "case est coupée", "cases sont coupées")
    nom, rank = found[0]
    return typeset(
        f"{cells} à {CELL} signes, limite des tableurs (d’abord : feuille « {nom} », ligne {rank}) ; une marque le dit "
        "à cet endroit. Le texte entier est dans le fichier Repère."
    )


def names(labels: Iterable[str]) -> list[str]:
    """Return names that a workbook takes, one for each label: short enough, and told apart whatever their case."""
    taken: set[str] = set()
    following: dict[str, int] = {}
    found: list[str] = []
    for label in labels:
        base = _shortened(" ".join(FORBIDDEN.sub(" ", label).split()).strip("' "), NAME) or "Feuille"
        name, number = base, following.get(base.casefold(), 2)
        while name.casefold() in taken or name.casefold() in RESERVED:
            end = f" ({number})"
            name, number = _shortened(base, NAME - len(end)) + end, number + 1
        following[base.casefold()] = number
        taken.add(name.casefold())
        found.append(name)
    return found


def _shortened(text: str, room: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[: 2 * room].decode("utf-16-le", "ignore").rstrip("' ")


def _width(text: str) -> int:
    # Most texts are far from the limit: they are not encoded to be measured.
    return len(text) if len(text) * 2 <= CELL else len(text.encode("utf-16-le", "surrogatepass")) // 2
