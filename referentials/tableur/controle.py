"""What a workbook says that cannot be: an empty cell, a code written twice, one that leads nowhere or that is gone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from referentials.read import CODES
from referentials.tableur.feuilles import COMPETENCES, CRITERES, RETIRES, Feuille
from referentials.tableur.lecture import Faute, LigneLue
from referentials.tableur.lignes import Dossier, competences, composantes

# So many codes are enough to see how one is written.
SHOWN = 6
Rows = Mapping[Feuille, Sequence[LigneLue]]


def illisibles(rows: Sequence[LigneLue]) -> Iterator[Faute]:
    """Yield the cells that a row needs and has not, and the codes that are written twice."""
    yield from _empty(rows)
    yield from _twice(rows)


def impossibles(dossier: Dossier, before: Collection[tuple[Feuille, str]], rows: Rows) -> Iterator[Faute]:
    """Yield the parts that are not there, and the codes that are gone without a word; `before`: the rows of the data."""
    yield from _orphans(dossier, rows)
    yield from _vanished(dossier, before, rows)


def _empty(rows: Sequence[LigneLue]) -> Iterator[Faute]:
    for row in rows:
        for colonne in row.feuille.colonnes:
            if not row.valeurs[colonne.cle] and not colonne.facultative:
                yield Faute(
                    row.cellules[colonne.cle], f"« {colonne.titre} » est vide : écrivez-le, ou effacez toute la ligne."
                )


def _twice(rows: Sequence[LigneLue]) -> Iterator[Faute]:
    first: dict[tuple[bool, str], LigneLue] = {}
    for row in rows:
        # A code that is withdrawn is one that no row has any more: the other sheets are looked at together.
        same = first.setdefault((row.feuille == RETIRES, row.code), row)
        if same is not row and row.code:
            yield Faute(
                row.cellules["code"], f"Le code {row.code} est déjà en {same.cellules['code']} : donnez-en un autre."
            )


def _orphans(dossier: Dossier, rows: Rows) -> Iterator[Faute]:
    parts = {partie for *_, partie, _ in competences(dossier)} | {one["code"] for one in composantes(dossier)}
    asked = {COMPETENCES: parts, CRITERES: {row.code for row in rows[COMPETENCES]}}
    for feuille, known in asked.items():
        for row in rows[feuille]:
            partie = row.valeurs["partie"]
            if partie and partie not in known:
                heading = feuille.colonnes[0].titre.lower()
                yield Faute(row.cellules["partie"], f"Aucune {heading} n’a le code « {partie} » : {_some(known)}.")


def _some(codes: Collection[str]) -> str:
    shown = sorted(codes)[:SHOWN]
    return f"{', '.join(shown)}{'…' if len(codes) > SHOWN else ''}"


def _vanished(dossier: Dossier, before: Collection[tuple[Feuille, str]], rows: Rows) -> Iterator[Faute]:
    published = {code for paru in dossier.get(CODES, {}).get("publies", ()) for code in paru["codes"]}
    withdrawn = {row.code: row for row in rows[RETIRES]}
    there = {row.code for feuille in (COMPETENCES, CRITERES) for row in rows[feuille]}
    for feuille, code in before:
        if feuille == RETIRES and code not in withdrawn:
            yield Faute(feuille.nom, f"Le code {code} y était : il est retiré pour de bon, remettez sa ligne.")
        elif feuille != RETIRES and code in published and code not in there and code not in withdrawn:
            yield Faute(
                feuille.nom,
                f"Le code {code} a disparu et il est déjà paru : dites-le dans « {RETIRES.nom} », ou remettez sa ligne.",
            )
    for code, row in withdrawn.items():
        if code in there:
            yield Faute(
                row.cellules["code"], f"Le code {code} sert encore : retirez sa ligne de l’autre feuille, ou celle-ci."
            )
        elif (RETIRES, code) not in before and code not in published:
            yield Faute(
                row.cellules["code"],
                f"Le code {code} n’est jamais paru : il n’y a rien à dire de lui, effacez cette ligne.",
            )
