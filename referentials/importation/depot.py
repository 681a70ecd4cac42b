"""A collection on disk: which fiches it has, and their folders written, replaced or removed whole.

A folder is written apart, then takes its name: whoever interrupts the command leaves no half of a certification.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from referentials.canonical import text_of
from referentials.importation.provenance import DEBUT, Provenance
from referentials.read import IDENTITE, schema_of

# What begins with a dot is not read as data.
_WORKSHOP = ".en-cours"
_BEFORE = "avant."


class Depot:
    """A folder that has the layout of referentials/."""

    def __init__(self, racine: Path) -> None:
        """Read which fiches are there; what an interrupted command left waits for `nettoyer`."""
        self.racine = racine
        self.slugs = numeros(racine)
        self._workshop = racine / _WORKSHOP

    def nettoyer(self) -> None:
        """Put back what was set aside and not replaced, and remove what was not finished."""
        for aside in self._workshop.glob(f"{_BEFORE}*"):
            home = self.dossier(aside.name.removeprefix(_BEFORE))
            if not home.exists():
                aside.rename(home)
        shutil.rmtree(self._workshop, ignore_errors=True)

    def dossier(self, slug: str) -> Path:
        """Return the folder of a certification."""
        return self.racine / "certifications" / slug

    def lire(self, slug: str) -> dict[str, Any]:
        """Return the files of a certification by their names below its folder."""
        home = self.dossier(slug)
        return {
            path.relative_to(home).as_posix(): json.loads(path.read_text("utf-8-sig"))
            for path in sorted(home.rglob("*.json"))
        }

    def ecrire(self, slug: str, numero: str, fichiers: Mapping[str, Any]) -> None:
        """Write a certification whole, in the place of the one that has its name, if any."""
        new, aside = self._workshop / slug, self._workshop / f"{_BEFORE}{slug}"
        # What an interrupted command left is no part of this one.
        self.nettoyer()
        for name, content in fichiers.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            schema = schema_of(f"certifications/{slug}/{name}") or ""
            path.write_text(text_of(content, schema), "utf-8", newline="\n")
        home = self.dossier(slug)
        home.parent.mkdir(parents=True, exist_ok=True)
        if home.exists():
            home.rename(aside)
        new.rename(home)
        shutil.rmtree(aside, ignore_errors=True)
        self.slugs[numero] = slug

    def retirer(self, slug: str) -> None:
        """Remove a certification, whole."""
        aside = self._workshop / slug
        self._workshop.mkdir(exist_ok=True)
        self.dossier(slug).rename(aside)
        self.nettoyer()

    def citer(self, provenance: Provenance, sections: Mapping[str, str]) -> bool:
        """Add to the document of an export the sections that it misses; True where that changed it."""
        path = self._document(provenance.document)
        known = _sections(path)
        if path.exists() and known.items() >= sections.items():
            return False
        self._write(path, provenance.fichier({**known, **sections}))
        return True

    def oublier(self, numero: str) -> list[str]:
        """Take a fiche out of every document that a command made, and remove those that have no other."""
        touched = []
        for path in sorted((self.racine / "documents").glob(f"{DEBUT}*.json")):
            known = _sections(path)
            if numero in known:
                touched.append(path.name)
                left = {number: title for number, title in known.items() if number != numero}
                if left:
                    self._write(path, Provenance(path.stem.removeprefix(DEBUT)).fichier(left))
                else:
                    path.unlink()
        return touched

    def _document(self, name: str) -> Path:
        return self.racine / "documents" / f"{name}.json"

    def _write(self, path: Path, content: Mapping[str, Any]) -> None:
        self._workshop.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._workshop / path.name
        draft.write_text(text_of(content, "document"), "utf-8", newline="\n")
        draft.replace(path)


def numeros(*racines: Path) -> dict[str, str]:
    """Return the slug of each fiche that some folders have, by its number; of a file that cannot be read, nothing."""
    return {number: path.parent.name for racine in racines for path, number in _identities(racine)}


def _identities(racine: Path) -> Iterable[tuple[Path, str]]:
    for path in sorted((racine / "certifications").glob(f"*/{IDENTITE}")):
        try:
            number = json.loads(path.read_text("utf-8-sig"))["numero_fiche"]["valeur"]
        except (ValueError, KeyError, TypeError):
            continue
        if isinstance(number, str):
            yield path, number


def _sections(path: Path) -> dict[str, str]:
    """Return the sections of a document by their codes; none where it is not there yet."""
    if not path.exists():
        return {}
    return {one["code"]: one["intitule"] for one in json.loads(path.read_text("utf-8-sig"))["sections"]}
