"""What a host must send with each file, from the one list: entetes.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

LIST = Path(__file__).with_name("entetes.json")


@dataclass(frozen=True, slots=True)
class Regle:
    """Headers of every address that begins so; a longer beginning wins, header by header."""

    chemins: str
    entetes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Attentes:
    """The whole list: rules from the most general on, type of each kind of file, what is worth compressing.

    `types` are those without which a browser refuses a file, or reads it wrong; `types_en_plus` help to compress.
    """

    regles: tuple[Regle, ...]
    types: Mapping[str, str]
    types_en_plus: Mapping[str, str]
    compresses: tuple[str, ...]
    octets_min: int

    def entetes(self, chemin: str) -> dict[str, str]:
        """Return the headers of an address of the site, which begins with « / »."""
        found: dict[str, str] = {}
        for regle in self.regles:
            if chemin.startswith(regle.chemins):
                found |= regle.entetes
        return found

    def type_of(self, chemin: str) -> str | None:
        """Return the type of a file, where it matters to a browser."""
        return self.types.get(PurePosixPath(chemin).suffix or ".html")

    def is_compressed(self, chemin: str, size: int) -> bool:
        """Return whether a file is worth compressing on its way."""
        return size >= self.octets_min and (PurePosixPath(chemin).suffix or ".html") in self.compresses


@cache
def attentes() -> Attentes:
    """Read the list."""
    donnees = json.loads(LIST.read_text("utf-8"))
    compression = donnees["compression"]
    return Attentes(
        tuple(Regle(regle["chemins"], regle["entetes"]) for regle in donnees["regles"]),
        donnees["types"],
        donnees["types_en_plus"],
        tuple(compression["suffixes"]),
        compression["octets_min"],
    )
