"""Which certifications are compared: those that the data put face to face, and the earlier versions of a title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.rendering import short_title
from referentials.load import Collection
from referentials.model_certification import Certification
from referentials.model_collection import Correspondances


@dataclass(frozen=True, slots=True)
class Paire:
    """Two certifications and their links.  `adresse` is published: it does not change."""

    ancienne: Certification
    nouvelle: Certification
    table: Correspondances

    @property
    def adresse(self) -> str:
        """Name of the page below /comparer/."""
        return f"{self.ancienne.slug}--{self.nouvelle.slug}"

    @property
    def noms(self) -> tuple[str, str]:
        """How the two are called beside one another."""
        return short_title(self.ancienne), short_title(self.nouvelle)


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version of a title, as certification.json describes it, beside today's."""

    certification: Certification
    donnees: Mapping[str, Any]

    @property
    def lignes(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return each component of the earlier version with those of today that answer it: (code, title)."""
        today = {c.code: c.intitule for root in self.certification.composantes for c in root.walk()}
        return [
            (composante["intitule"], [(code, today[code]) for code in composante["correspond_a"] if code in today])
            for composante in self.donnees["composantes"]
        ]


def pairs(collection: Collection) -> list[Paire]:
    """Return the pairs that a file of correspondances links, the oldest first where one follows another."""
    every = collection.correspondances.values()
    newer = {table.nouvelle for table in every}
    return [
        Paire(collection.certification(table.ancienne), collection.certification(table.nouvelle), table)
        for table in sorted(every, key=lambda table: (table.ancienne in newer, table.ancienne, table.nouvelle))
    ]


def pair(collection: Collection, adresse: str) -> Paire:
    """Return the pair of an address.  Raises KeyError where no file links the two."""
    for found in pairs(collection):
        if found.adresse == adresse:
            return found
    raise KeyError(adresse)


def versions(collection: Collection) -> list[Version]:
    """Return the earlier versions that the data of a certification describe."""
    return [
        Version(certification, donnees)
        for certification in collection.certifications
        for donnees in certification.identite.get("anciennes_versions", ())
    ]
