"""The blocs that the register gives as worth those of another certification (CORRESPONDANCES), as CASE 1.1 says it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from macros.api.case_nodes import Paquet
from macros.api.identifiers import identifier, link
from referentials import orientation
from referentials.load import Collection
from referentials.model_certification import Certification
from referentials.model_official import CorrespondanceBlocs

SAME = "Le répertoire les donne pour équivalents : qui a l’un est dispensé de l’autre. Leurs énoncés peuvent différer."
# The types of what is not in a framework of CASE.
BLOC, FICHE = "ext:bloc_rncp", "ext:fiche"


def equivalents(collection: Collection, paquet: Paquet) -> Iterator[dict[str, Any]]:
    """Yield what the fiche of a certification says of its blocs: one for one is the same, anything else is related.

    Of several blocs together none alone is worth the other side; a whole fiche is no bloc.
    """
    rows = paquet.certification.identite.correspondances_blocs
    known = {one.identite.numero: one for one in collection.certifications} if rows else {}
    seen: set[tuple[str, str]] = set()
    # Those that are the same first: a bloc that is also part of a sum is not said twice.
    for row in sorted(rows, key=lambda row: not _one_for_one(row)):
        kind, notes = ("exactMatchOf", SAME) if _one_for_one(row) else ("isRelatedTo", _sum(row))
        official = orientation.official(collection, row.numero_fiche)
        nodes = product(_ours(paquet, row), _theirs(paquet, row, known.get(row.numero_fiche), official))
        for ours, theirs in nodes:
            pair = (ours["identifier"], theirs["identifier"])
            if pair not in seen:
                seen.add(pair)
                yield paquet.association(kind, ours, theirs, notes=notes)


def _one_for_one(row: CorrespondanceBlocs) -> bool:
    return len(row.blocs) == 1 and len(row.blocs_destination) == 1


def _sum(row: CorrespondanceBlocs) -> str:
    left = " + ".join(row.blocs) or "la certification entière"
    right = " + ".join(row.blocs_destination) or row.numero_fiche
    return f"Au répertoire : {left} pour {right}. Aucun des deux côtés ne se lit seul."


def _codes(certification: Certification) -> dict[str, str]:
    """Return the code of each bloc by its official number."""
    every = (one for root in certification.composantes for one in root.walk())
    return {one.numero_bloc.valeur: one.code for one in every if one.numero_bloc and one.numero_bloc.valeur}


def _ours(paquet: Paquet, row: CorrespondanceBlocs) -> list[dict[str, Any]]:
    codes = _codes(paquet.certification)
    # A bloc that our data do not have is no node to start from.
    return [paquet.link(codes[bloc]) for bloc in row.blocs if bloc in codes] if row.blocs else [paquet.link()]


def _theirs(
    paquet: Paquet, row: CorrespondanceBlocs, other: Certification | None, official: str | None
) -> Iterator[dict[str, Any]]:
    codes = _codes(other) if other else {}
    for number in row.blocs_destination or (row.numero_fiche,):
        if other and (number in codes or number == row.numero_fiche):
            yield paquet.beside(other).link(codes.get(number, ""))
        else:
            uri = official or f"urn:uuid:{identifier('registre', number)}"
            yield {**link(number, number, uri), "targetType": FICHE if number == row.numero_fiche else BLOC}
