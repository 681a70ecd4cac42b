"""A workbook that came back → its rows, and every cell that cannot be read, by its address."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from referentials.tableur.feuilles import CERTIFICATION, ENTETE, FEUILLES, VERSION, Feuille

AUTRE = "ce n’est pas un classeur de Repère : reprenez celui que « python -m referentials tableur » a écrit, en .xlsx"

# No referential has so many rows; a format on a whole sheet has a million.
PLUS_DE_LIGNES = 20_000
PAS_UN_TEXTE = "Cette cellule tient une formule, une date ou une erreur : écrivez-y le texte."


class ClasseurRefuseError(ValueError):
    """The file is no workbook of ours; the text is a French sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Faute:
    """A cell at fault: where (« Énoncés!C12 »), and a French sentence that says what to do."""

    cellule: str
    message: str


@dataclass(frozen=True, slots=True)
class LigneLue:
    """A row that came back: the text of each column, and the address of its cell (« Énoncés!C12 »)."""

    feuille: Feuille
    valeurs: Mapping[str, str]
    cellules: Mapping[str, str]

    @property
    def code(self) -> str:
        """The code by which the row is known again."""
        return self.valeurs[self.feuille.cle]


@dataclass(frozen=True, slots=True)
class Classeur:
    """What a workbook is of, its rows, and what could not be read in it."""

    slug: str
    version: str
    lignes: tuple[LigneLue, ...]
    fautes: tuple[Faute, ...] = field(default=())


def lire(content: bytes) -> Classeur:
    """Read a workbook.  Raises ClasseurRefuseError where it is none of ours."""
    try:
        book = load_workbook(io.BytesIO(content))
    except (InvalidFileException, BadZipFile, ParseError, KeyError, TypeError, ValueError, OSError, EOFError) as error:
        raise ClasseurRefuseError(AUTRE) from error
    missing = [one.nom for one in FEUILLES if one.nom not in book.sheetnames]
    if ENTETE not in book.sheetnames or missing == [one.nom for one in FEUILLES]:
        raise ClasseurRefuseError(AUTRE)
    if missing:
        raise ClasseurRefuseError(f"la feuille « {missing[0]} » manque : remettez-la, ou reprenez le classeur d’avant")
    head = {str(row[0].value).strip(): str(row[1].value or "").strip() for row in book[ENTETE].iter_rows(max_col=2)}
    rows: list[LigneLue] = []
    faults: list[Faute] = []
    for feuille in FEUILLES:
        if book[feuille.nom].max_row > PLUS_DE_LIGNES:
            raise ClasseurRefuseError(
                f"la feuille « {feuille.nom} » va jusqu’à la ligne {book[feuille.nom].max_row} : supprimez les lignes vides sous les autres"
            )
        for found in _rows(book[feuille.nom], feuille):
            (rows if isinstance(found, LigneLue) else faults).append(found)  # type: ignore[arg-type]  # one list each
    return Classeur(head.get(CERTIFICATION, ""), head.get(VERSION, ""), tuple(rows), tuple(faults))


def _rows(sheet: Any, feuille: Feuille) -> Iterator[LigneLue | Faute]:
    tops = [str(cell.value or "").strip() for cell in sheet[1]]
    lost = [colonne for colonne in feuille.colonnes if colonne.titre not in tops]
    if lost:
        yield Faute(f"{feuille.nom}!1", f"La colonne « {lost[0].titre} » manque : remettez son titre en haut.")
        return
    # Whoever moves a column moves its title too.
    columns = {colonne.cle: tops.index(colonne.titre) for colonne in feuille.colonnes}
    for cells in sheet.iter_rows(min_row=2):
        read = {cle: _text(cells[rank]) for cle, rank in columns.items()}
        places = {cle: f"{feuille.nom}!{cells[rank].coordinate}" for cle, rank in columns.items()}
        unread = [cle for cle, text in read.items() if text is None]
        yield from (Faute(places[cle], PAS_UN_TEXTE) for cle in unread)
        if any(read.values()) and not unread:
            yield LigneLue(feuille, {cle: text or "" for cle, text in read.items()}, places)


def _text(cell: Any) -> str | None:
    """Return the text of a cell, without what surrounds its lines; None where it holds what is none."""
    if cell.data_type in {"f", "e"}:
        return None
    if (isinstance(cell.value, int | float | str) and not isinstance(cell.value, bool)) or cell.value is None:
        lines = ("" if cell.value is None else str(cell.value)).replace("\r", "").split("\n")
        return "\n".join(line.strip() for line in lines if line.strip())
    # A day: a spreadsheet made it of a text.
    return None
