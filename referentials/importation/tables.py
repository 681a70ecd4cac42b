"""The CSV tables of France compétences → the same fiches, with the little that the tables hold of them.

Each row is put back into the element that it comes from, so that one reading serves both.  A table is known by its
columns: the names inside the archive are written in an encoding that it does not say.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element, SubElement
from zipfile import BadZipFile, ZipFile

from referentials.importation.archives import ABIMEE, protegee
from referentials.importation.colonnes import LIGNES, NUMERO, STANDARD, VOIES
from referentials.importation.fiche import FicheIllisible, FicheOfficielle
from referentials.importation.remplissage import Remarque, remplir
from referentials.importation.termes import numero

# What a row holds beyond its columns.
SURPLUS = "(surplus)"


@dataclass(slots=True)
class _Fiche:
    """What the tables have said of a fiche until now."""

    element: Element
    remarques: list[Remarque]
    named: bool = False


def lire_tables(chemin: Path, seulement: Collection[str] = ()) -> Iterator[FicheOfficielle | FicheIllisible]:
    """Yield the fiches of an archive of tables, or of a folder of them, as the tables first name them.

    The tables are not in one order, so all that is asked for is held in memory: `seulement` keeps that small.
    """
    wanted = {numero(one) or one for one in seulement}
    found: dict[str, _Fiche] = {}
    try:
        for name, text in _tables(chemin):
            try:
                _take(text, wanted, found)
            except (UnicodeDecodeError, csv.Error):
                yield FicheIllisible(
                    None,
                    "Cette table ne se lit pas : elle n’est pas écrite en UTF-8, ou ses guillemets ne se ferment pas.",
                    name,
                )
    except (*ABIMEE, OSError):
        yield FicheIllisible(
            None,
            "Ces tables ne se lisent pas : l’archive est abîmée, incomplète, protégée par un mot de passe, ou ne s’ouvre pas.",
            chemin.name,
        )
    for number, one in found.items():
        if one.named:
            fiche = remplir(FicheOfficielle, one.element, one.remarques)
            yield replace(fiche, remarques=tuple(one.remarques))
        else:
            yield FicheIllisible(
                number, "Cette fiche n’est pas dans la table « Standard », qui dit son intitulé.", chemin.name
            )
    for number in sorted(wanted - found.keys()):
        yield FicheIllisible(number, "Cette fiche n’est dans aucune table.", chemin.name)


def nom_lisible(name: str) -> str:
    """Return the name of a member as it was meant: UTF-8, which the archive lets pass for the oldest of its encodings."""
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _tables(chemin: Path) -> Iterator[tuple[str, IO[str]]]:
    if chemin.is_dir():
        for path in sorted(chemin.glob("*.csv")):
            with path.open(encoding="utf-8-sig", newline="") as text:
                yield path.name, text
        return
    with ZipFile(chemin) as archive:
        for one in archive.infolist():
            if one.filename.lower().endswith(".csv"):
                if protegee(one):
                    raise BadZipFile(one.filename)
                with io.TextIOWrapper(archive.open(one), "utf-8-sig", newline="") as text:
                    yield nom_lisible(one.filename), text


def _take(text: IO[str], wanted: set[str], found: dict[str, _Fiche]) -> None:
    rows = csv.DictReader(text, restkey=SURPLUS, delimiter=";", strict=True)
    columns = set(rows.fieldnames or ())
    group, known = next(((group, known) for group, known in LIGNES if next(iter(known)) in columns), ("", {}))
    for row in rows:
        number = numero(row.get(NUMERO) or "")
        if not number or (wanted and number not in wanted):
            continue
        if number not in found:
            element = Element("FICHE")
            SubElement(element, "NUMERO_FICHE").text = number
            found[number] = _Fiche(element, [])
        one = found[number]
        one.named = one.named or known is STANDARD
        surplus = row.pop(SURPLUS, None)
        if surplus:
            one.remarques.append(Remarque(NUMERO, "".join(surplus), "Cette ligne a plus de cellules que de colonnes."))
        owner = _below(one.element, group, last_is_new=True)
        for column, value in row.items():
            if column != NUMERO and value:
                _place(one, owner, column, known.get(column), _clean(value, row, column))


def _clean(value: str, row: Mapping[str, str], column: str) -> str:
    """Take off what the tables add: a tab before a SIRET, the code before its label, a second apostrophe."""
    code = row.get(f"{column.rpartition('_')[0]}_Code") or ""
    return value.strip().replace("''", "'").removeprefix(f"{code} : ")


def _place(one: _Fiche, owner: Element, column: str, path: str | None, value: str) -> None:
    if path == "SI_JURY":
        voie = VOIES.get(value.lower().replace("'", "’"))
        path, value = (f"SI_JURY_{voie}/ACTIF", "Oui") if voie else (None, value)
    if path is None:
        one.remarques.append(
            Remarque(column, value, "Cette colonne, ou ce qu’elle dit, n’est pas connue : elle n’est pas reprise.")
        )
    elif value:
        *above, last = path.split("/")
        SubElement(_below(owner, "/".join(above), last_is_new=len(above) > 1), last).text = value


def _below(owner: Element, path: str, *, last_is_new: bool) -> Element:
    tags = path.split("/") if path else []
    for rank, tag in enumerate(tags, 1):
        there = None if last_is_new and rank == len(tags) else owner.find(tag)
        owner = SubElement(owner, tag) if there is None else there
    return owner
