"""The documents of exports in a collection: each has a section for every fiche that is cited from it, and no other.

What a person wrote in one (a section of theirs, another notice) stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from referentials.canonical import text_of
from referentials.importation.lecture import saine
from referentials.importation.provenance import DEBUT, Provenance, Renvoi, jour_du_nom, ordre, renvois
from referentials.read import parse

_NAMES = re.compile(rf'"({DEBUT}\d{{4}}-\d\d-\d\d)"')
_NUMBERS = re.compile(r"(?:RNCP|RS)\d+")


@dataclass(frozen=True)
class Exports:
    """The documents that the import wrote in a collection, on disk; each is written apart, in `atelier`, first."""

    racine: Path
    atelier: Path

    def reserver(self, provenance: Provenance, numeros: Iterable[str]) -> None:
        """Add to the document of an export a section for each fiche that may come to cite it.

        `citer` names it, or `accorder` takes it out.  Raises DonneesIllisiblesError.
        """
        self._add(provenance, {numero: numero for numero in numeros}, anew=False)

    def citer(self, provenance: Provenance, sections: Mapping[str, str]) -> None:
        """Add to the document of an export these sections, with their titles.  Raises DonneesIllisiblesError."""
        self._add(provenance, sections, anew=True)

    def _add(self, provenance: Provenance, sections: Mapping[str, str], *, anew: bool) -> None:
        path = self.racine / "documents" / f"{provenance.document}.json"
        before = self._content(path) if path.exists() else provenance.fichier({})
        found = {one["code"]: one for one in before["sections"]}
        for one in provenance.fichier(sections)["sections"]:
            # The title is that of the fiche; what else a person wrote in the section stays.
            if anew or one["code"] not in found:
                found[one["code"]] = {**found.get(one["code"], {}), **one}
        if found:
            self._write(path, before, found.values())

    def accorder(self, *voisines: Path) -> list[str]:
        """Take out the sections that nothing cites, here or beside, and the documents that have no other.

        Returns the names of the documents that went.  Raises DonneesIllisiblesError.
        """
        cited: set[Renvoi] = set()
        named: set[str] = set()
        for text in _texts(self.racine):
            cited |= _cited(text)
            named.update(_NAMES.findall(text))
        for text in _texts(*voisines):
            cited |= _cited(text)
        gone = []
        for path in sorted((self.racine / "documents").glob(f"{DEBUT}*.json")):
            content = self._content(path)
            left = [one for one in content["sections"] if not _ours(one) or (path.stem, one["code"]) in cited]
            if left and len(left) < len(content["sections"]):
                self._write(path, content, left)
            elif not left and path.stem not in named and _made(path.stem, content):
                path.unlink()
                gone.append(path.stem)
        return gone

    def _content(self, path: Path) -> dict[str, Any]:
        content: dict[str, Any] = saine(path, f"documents/{path.name}")
        return content

    def _write(self, path: Path, before: Mapping[str, Any], sections: Iterable[Mapping[str, Any]]) -> None:
        content = {**before, "sections": sorted(sections, key=lambda one: ordre(one["code"]))}
        if path.exists() and content == before:
            return
        self.atelier.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.atelier / path.name
        draft.write_text(text_of(content, "document"), "utf-8", newline="\n")
        draft.replace(path)


def _ours(section: Mapping[str, Any]) -> bool:
    """Tell whether the import wrote a section: the number of a fiche, then its title."""
    number = section["code"]
    return bool(_NUMBERS.fullmatch(number)) and section.keys() == {"code", "intitule"}


def _made(name: str, content: Mapping[str, Any]) -> bool:
    """Tell whether the import wrote a document, and nobody anything in it."""
    made = Provenance(jour_du_nom(name) or "0001-01-01")
    return name == made.document and {**content, "sections": []} == made.fichier({})


def _texts(*racines: Path) -> Iterator[str]:
    """Yield the text of each file that names an export, but those documents themselves."""
    for racine in racines:
        for path in racine.rglob("*.json"):
            text = path.read_bytes().decode(errors="replace")
            if DEBUT in text and path.parent != racine / "documents":
                yield text


def _cited(text: str) -> set[Renvoi]:
    """Return the places that a file cites; of one that cannot be read, all those that it may."""
    try:
        return {*renvois(parse(text.removeprefix("\ufeff")))}
    except (ValueError, RecursionError):
        return {*product(_NAMES.findall(text), _NUMBERS.findall(text))}
