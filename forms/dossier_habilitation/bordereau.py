"""What goes in the envelope, as values: the dossier, its documents, from whom to whom, and what is still missing."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any


@dataclass(frozen=True, slots=True)
class Piece:
    """A document enclosed, under the family that asks for it first; it may answer several requirements.

    `clauses`: where those are printed, each place once; the dossier itself has none.
    """

    numero: int
    document: str
    famille: str
    pour: tuple[str, ...]
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manque:
    """A requirement that lacks something, where it is printed, and what it lacks, in sentences."""

    intitule: str
    clause: str
    constats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody whom the reader may call: the function, then who holds it, what they are and how to reach them."""

    fonction: str
    lignes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bordereau:
    """What is sent, by whom, to whom; the dossier itself is the first of `pieces`.

    `reserve`: that the envelope is not complete, where `manques` says what it lacks; empty else.
    """

    objet: str
    expediteur: tuple[str, ...]
    destinataire: tuple[str, ...]
    contacts: tuple[Contact, ...]
    pieces: tuple[Piece, ...]
    reserve: str
    manques: tuple[Manque, ...]

    def familles(self) -> list[tuple[str, list[Piece]]]:
        """Return the pieces under their families, in order."""
        return [(famille, [*pieces]) for famille, pieces in groupby(self.pieces, lambda piece: piece.famille)]


def to_json(found: Bordereau) -> dict[str, Any]:
    """Return the JSON of a bordereau."""
    return {
        "objet": found.objet,
        "expediteur": [*found.expediteur],
        "destinataire": [*found.destinataire],
        "contacts": [{"fonction": contact.fonction, "lignes": [*contact.lignes]} for contact in found.contacts],
        "pieces": [{**asdict(piece), "pour": [*piece.pour], "clauses": [*piece.clauses]} for piece in found.pieces],
        "reserve": found.reserve,
        "manques": [{**asdict(manque), "constats": [*manque.constats]} for manque in found.manques],
    }
