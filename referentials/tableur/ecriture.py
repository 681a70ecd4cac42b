"""The workbook of a certification.  Every cell is a text: nothing in it can run, no spreadsheet makes a day of a code."""

from __future__ import annotations

import io
from datetime import datetime

import xlsxwriter

from referentials.read import IDENTITE
from referentials.tableur.feuilles import CERTIFICATION, CONSIGNES, ENTETE, FEUILLES, VERSION, Feuille
from referentials.tableur.lignes import Dossier, Ligne, lignes

# Rows that stay open for what is added: cells elsewhere are not shown as texts.
MARGE = 200


def ecrire(slug: str, dossier: Dossier) -> bytes:
    """Return the workbook; the same data give the same bytes."""
    identite = dossier[IDENTITE]
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": datetime.fromisoformat(identite["date_mise_a_jour"])})
        title = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        plain = workbook.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        _head(workbook, title, plain, ((CERTIFICATION, slug), (VERSION, identite["version"])), identite["intitule"])
        every = [*lignes(dossier)]
        for feuille in FEUILLES:
            _sheet(workbook, title, plain, feuille, [ligne for ligne in every if ligne.feuille == feuille])
    return content.getvalue()


def _head(
    workbook: xlsxwriter.Workbook, title: object, plain: object, said: tuple[tuple[str, str], ...], intitule: str
) -> None:
    sheet = workbook.add_worksheet(ENTETE)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    for row, (label, value) in enumerate((*said, ("Intitulé", intitule))):
        sheet.write_string(row, 0, label, title)
        sheet.write_string(row, 1, value, plain)
    for row, consigne in enumerate(CONSIGNES, len(said) + 2):
        sheet.write_string(row, 1, consigne, plain)


def _sheet(workbook: xlsxwriter.Workbook, title: object, plain: object, feuille: Feuille, rows: list[Ligne]) -> None:
    sheet = workbook.add_worksheet(feuille.nom)
    sheet.freeze_panes(1, 2)
    for rank, colonne in enumerate(feuille.colonnes):
        sheet.set_column(rank, rank, colonne.largeur, plain)
        sheet.write_string(0, rank, colonne.titre, title)
        for row, ligne in enumerate(rows, 1):
            sheet.write_string(row, rank, ligne.valeurs[colonne.cle], plain)
        for row in range(len(rows) + 1, len(rows) + 1 + MARGE):
            sheet.write_blank(row, rank, None, plain)
    sheet.autofilter(0, 0, max(len(rows), 1), len(feuille.colonnes) - 1)
