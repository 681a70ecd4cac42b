"""The files of a certification, and its workbook as it came back → the files as they become, what changed, what is at fault."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from referentials.check.declared import codes as declared
from referentials.publication import next_version
from referentials.read import CODES, IDENTITE, REFERENTIEL
from referentials.tableur.controle import illisibles, impossibles
from referentials.tableur.feuilles import COMPETENCES, CRITERES, FEUILLES, RETIRES, Feuille
from referentials.tableur.lecture import Classeur, Faute, LigneLue
from referentials.tableur.lignes import LISTES, Dossier, Ligne, competences, composantes, lignes
from referentials.typography import rewritten


@dataclass(frozen=True, slots=True)
class Reprise:
    """The files, what changed in French, and the cells at fault: with any of these, nothing is to be written."""

    fichiers: Mapping[str, Any]
    changements: tuple[str, ...] = ()
    fautes: tuple[Faute, ...] = field(default=())


def reprendre(dossier: Dossier, classeur: Classeur, jour: str) -> Reprise:
    """Return a certification with what its workbook says, dated; where nothing changed, the files as they were.

    Texts are repaired as `fix` does: a spreadsheet has its own apostrophes.
    """
    lues = [
        replace(row, valeurs={cle: _typeset(cle, text) for cle, text in row.valeurs.items()}) for row in classeur.lignes
    ]
    rows = {feuille: [one for one in lues if one.feuille == feuille] for feuille in FEUILLES}
    faults = [*classeur.fautes, *illisibles(lues)]
    before = {(one.feuille, one.code): one for one in lignes(dossier)}
    # A row that cannot be read is not one that is gone.
    if not faults:
        faults = [*impossibles(dossier, before, rows)]
    if faults:
        return Reprise(dossier, fautes=tuple(faults))
    changes = [*_changes(before, lues)]
    if not changes:
        return Reprise(dossier)
    files = copy.deepcopy(dict(dossier))
    _rebuilt(files, dossier, rows)
    identite = files[IDENTITE]
    old, new = (declared({name: one for name, one in some.items() if name != CODES}) for some in (dict(dossier), files))
    identite["version"] = next_version(identite["version"], gone=bool(old - new), new=bool(new - old))
    identite["date_mise_a_jour"] = max(jour, identite["date_mise_a_jour"])
    _retire(files, rows[RETIRES])
    return Reprise(files, tuple(changes))


def _typeset(cle: str, text: str) -> str:
    return "\n".join(rewritten(line, cle) for line in text.split("\n"))


def _changes(before: Mapping[tuple[Feuille, str], Ligne], rows: Sequence[LigneLue]) -> Iterator[str]:
    after = {(row.feuille, row.code) for row in rows}
    for row in rows:
        old = before.get((row.feuille, row.code))
        if old is None:
            words = row.valeurs[row.feuille.colonnes[1 if row.feuille == RETIRES else 2].cle]
            yield f"{row.cellules['code']} : {row.code} ajouté, « {words} »"
            continue
        for colonne in row.feuille.colonnes:
            was, now = old.valeurs[colonne.cle], row.valeurs[colonne.cle]
            if was != now:
                said = (f"« {one.replace(chr(10), ' / ')} »" if one else "rien" for one in (was, now))
                yield f"{row.cellules[colonne.cle]} : {row.code}, {colonne.titre.lower()} : {' → '.join(said)}"
    for feuille, code in before:
        if (feuille, code) not in after:
            yield f"{feuille.nom} : {code} retiré"
    for feuille in (COMPETENCES, CRITERES):
        kept = [code for one, code in before if one == feuille and (one, code) in after]
        if kept != [row.code for row in rows if row.feuille == feuille and (feuille, row.code) in before]:
            yield f"{feuille.nom} : l’ordre a changé"


def _rebuilt(files: dict[str, Any], dossier: Dossier, rows: Mapping[Feuille, Sequence[LigneLue]]) -> None:
    """Put the competences of the rows in the place of those of the files; what has no column stays with its code.

    A code that takes the place of another takes what has no column too: it is the same thing.
    """
    former = {row.valeurs["remplace_par"]: row.code for row in rows[RETIRES] if row.valeurs["remplace_par"]}
    known = {one["code"]: one for *_, one in competences(dossier)}
    statements = {critere["code"]: critere for one in known.values() for critere in one.get("criteres", ())}
    under: dict[str, list[dict[str, Any]]] = {}
    for row in rows[CRITERES]:
        kept = copy.deepcopy(_same(statements, former, row.code) or {"origine": "repere"})
        under.setdefault(row.valeurs["partie"], []).append(_written(kept, row))
    held: dict[str, list[dict[str, Any]]] = {}
    for row in rows[COMPETENCES]:
        made = _written(copy.deepcopy(_same(known, former, row.code)), row)
        made.pop("criteres", None)
        held.setdefault(row.valeurs["partie"], []).append(
            made | ({"criteres": under[row.code]} if row.code in under else {})
        )
    for part in composantes(files):
        _put(part, "competences", held.get(part["code"]))
    for liste, partie in LISTES.items():
        if REFERENTIEL in files:
            _put(files[REFERENTIEL], liste, held.get(partie))


def _same(there: Mapping[str, dict[str, Any]], former: Mapping[str, str], code: str) -> dict[str, Any]:
    """Return what a code names in the files, or what the code names whose place it took; nothing where it is new."""
    return there.get(code) or there.get(former.get(code, ""), {})


def _written(donnees: dict[str, Any], row: LigneLue) -> dict[str, Any]:
    for colonne in row.feuille.colonnes:
        if colonne.cle != "partie":
            text = row.valeurs[colonne.cle]
            _put(donnees, colonne.cle, text.split("\n") if text and colonne.cle == "preuves" else text)
    return donnees


def _put(donnees: dict[str, Any], cle: str, valeur: Any) -> None:
    if valeur:
        donnees[cle] = valeur
    else:
        donnees.pop(cle, None)


def _retire(files: dict[str, Any], rows: Sequence[LigneLue]) -> None:
    if CODES in files:
        version = files[IDENTITE]["version"]
        since = {one["code"]: one["version"] for one in files[CODES].get("retires", ())}
        found = [
            {**{cle: text for cle, text in row.valeurs.items() if text}, "version": since.get(row.code, version)}
            for row in rows
        ]
        _put(files[CODES], "retires", found)
