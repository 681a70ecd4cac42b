"""A collection on disk: which fiches it has, and their folders written, replaced or removed whole.

A folder is written apart, then takes its name: whoever interrupts the command leaves no half of a certification.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from referentials.canonical import text_of
from referentials.importation.exports import Exports
from referentials.importation.lecture import DonneesIllisiblesError, lue, saine
from referentials.read import IDENTITE, schema_of

# What begins with a dot is not read as data.
_WORKSHOP = ".en-cours"
_BEFORE = "avant."


class Depot:
    """A folder that has the layout of referentials/."""

    def __init__(self, racine: Path) -> None:
        """Keep the address; nothing is read before it is asked for."""
        self.racine = racine
        self._workshop = racine / _WORKSHOP
        self.exports = Exports(racine, self._workshop)

    @cached_property
    def _fiches(self) -> tuple[dict[str, str], dict[str, str]]:
        return _inventaire(self.racine)

    @property
    def slugs(self) -> Mapping[str, str]:
        """The slug of each fiche, by its number, as it was when first asked for."""
        return self._fiches[0]

    @property
    def illisibles(self) -> Mapping[str, str]:
        """Why the number of a certification cannot be read, by its slug (French sentences)."""
        return self._fiches[1]

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
        """Return the files of a certification by their names below its folder.  Raises DonneesIllisiblesError."""
        home = self.dossier(slug)
        names = [path.relative_to(home).as_posix() for path in sorted(home.rglob("*.json"))]
        return {name: saine(home / name, f"certifications/{slug}/{name}") for name in names}

    def ecrire(self, slug: str, fichiers: Mapping[str, Any]) -> None:
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

    def retirer(self, slug: str) -> None:
        """Remove a certification, whole."""
        aside = self._workshop / slug
        self._workshop.mkdir(exist_ok=True)
        self.dossier(slug).rename(aside)
        self.nettoyer()


def numeros(*racines: Path) -> dict[str, str]:
    """Return the slug of each fiche that some folders have, by its number."""
    return {number: slug for racine in racines for number, slug in _inventaire(racine)[0].items()}


def _inventaire(racine: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return the slug of each fiche by its number, and why the others cannot be read, by their slugs."""
    slugs, illisibles = {}, {}
    for path in sorted((racine / "certifications").glob(f"*/{IDENTITE}")):
        slug = path.parent.name
        try:
            if number := _numero(path, f"certifications/{slug}/{IDENTITE}"):
                slugs[number] = slug
        except DonneesIllisiblesError as error:
            illisibles[slug] = str(error)
    return slugs, illisibles


def _numero(path: Path, chemin: str) -> str | None:
    """Return the number of a certification, None where it has none.  Raises DonneesIllisiblesError."""
    match lue(path, chemin):
        case {"numero_fiche": {"valeur": str(number)}}:
            return number
        case {"numero_fiche": {"indetermine": _}}:
            return None
    saine(path, chemin)
    return None
