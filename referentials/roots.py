"""Which folders are read: ours, and the collections of one's own that are added to it.

A collection has the layout of referentials/, and only what is its own: what stands in ours is not written again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from referentials.canonical import text_of
from referentials.read import ROOT, Faute, Fichier, read_tree

# Folders, separated as in PATH; `make site COLLECTION=…` sets it.
VARIABLE = "REPERE_COLLECTION"
# What only a tree that stands alone has.
WHOLE = ("echelles", "vocabulaires")
ABSENT = "ce dossier de collection n’existe pas"
# A document that a command writes, a section for each fiche that was imported: two collections may have each its own.
SHARED = "documents/flux-france-competences-*.json"


def added() -> tuple[Path, ...]:
    """Return the collections that are added to ours."""
    named = os.environ.get(VARIABLE, "")
    return tuple(Path(one).resolve() for one in named.split(os.pathsep) if one)


def published(ours: Path = ROOT) -> tuple[Path, ...]:
    """Return the folders that the site is made of, ours first."""
    return ours, *(one for one in added() if one != ours)


def is_added(folder: Path) -> bool:
    """Tell whether a folder is a collection to add to ours, rather than a tree of its own."""
    return (folder / "certifications").is_dir() and not any((folder / name).is_dir() for name in WHOLE)


def read(*roots: Path) -> tuple[Fichier, ...]:
    """Read several folders as one; what two of them have is a fault of the second, whole folders of certifications too."""
    found: dict[str, Fichier] = {}
    owners: dict[str, Path] = {}
    for root in roots:
        if not root.is_dir():
            found[root.as_posix()] = Fichier(
                root.as_posix(), None, faute=Faute(ABSENT, "corrigez son adresse, ou commencez-la par « importer »")
            )
            continue
        for fichier in _of(root, owners):
            found[fichier.chemin] = _merged(found.get(fichier.chemin), fichier)
        for chemin in found:
            owners.setdefault(_unit(chemin), root)
    return tuple(found.values())


def _of(root: Path, owners: dict[str, Path]) -> Iterator[Fichier]:
    """Yield the files of a folder, and one fault for each thing that another folder has."""
    told: set[str] = set()
    for fichier in read_tree(root):
        unit = _unit(fichier.chemin)
        owner = owners.get(unit)
        if owner is None or PurePosixPath(unit).match(SHARED):
            yield replace(fichier, racine=root.resolve())
        elif unit not in told:
            told.add(unit)
            faute = Faute(f"{owner} a déjà {unit}", f"donnez un autre nom à {root / unit}, ou retirez-le")
            # Under its whole address: under the other, the file of ours would be gone.
            yield Fichier((root / unit).as_posix(), None, faute=faute)


def _unit(chemin: str) -> str:
    """Return what cannot be in two folders: a certification, whole, or a file."""
    parts = chemin.split("/")
    return "/".join(parts[:2]) if parts[0] == "certifications" else chemin


def _merged(before: Fichier | None, after: Fichier) -> Fichier:
    if before is None or before.faute or after.faute:
        return after if before is None or not before.faute else before
    known = {one["code"]: one for one in _sections(before.donnees)}
    known |= {one["code"]: one for one in _sections(after.donnees)}
    whole = {**before.donnees, "sections": list(known.values())}
    return replace(before, donnees=whole, texte=text_of(whole, "document"))


def _sections(donnees: Any) -> Iterable[dict[str, Any]]:
    sections = donnees.get("sections", ()) if isinstance(donnees, dict) else ()
    return (one for one in sections if isinstance(one, dict) and "code" in one)
