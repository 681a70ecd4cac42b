"""The files of correspondances, as values: which codes of two certifications answer one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from referentials.load import Collection
from referentials.model import Source


@dataclass(frozen=True, slots=True)
class Lien:
    """Codes of the old certification that answer codes of the new one; one side may be empty."""

    code: str
    ancien: tuple[str, ...]
    nouveau: tuple[str, ...]
    nature: str
    source: Source
    remarque: str | None = None


@dataclass(frozen=True, slots=True)
class Correspondances:
    """Two certifications face to face, by their slugs."""

    ancienne: str
    nouvelle: str
    liens: tuple[Lien, ...]


def _lien(donnees: Any) -> Lien:
    return Lien(
        donnees["code"],
        tuple(donnees["ancien"]),
        tuple(donnees["nouveau"]),
        donnees["nature"],
        Source(**donnees["source"]),
        donnees.get("remarque"),
    )


def tables(collection: Collection) -> list[Correspondances]:
    """Return the correspondances of a collection."""
    return [
        Correspondances(donnees["ancienne"], donnees["nouvelle"], tuple(_lien(lien) for lien in donnees["liens"]))
        for chemin, donnees in collection.fichiers.items()
        if chemin.startswith("correspondances/")
    ]
