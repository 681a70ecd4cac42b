"""Parsed files → model.  Refuses with a sentence; repairs and prints nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from cattrs import Converter

from referentials.model import Composante, Document, Echelle
from referentials.model_certification import Certification, Epreuve, Referentiel, Regle
from referentials.read import ROOT, Fichier, read_tree

Kind = TypeVar("Kind")

_CONVERTER = Converter(forbid_extra_keys=True)


class UnreadableTreeError(ValueError):
    """The tree cannot be loaded; the text is a French sentence that names the file and the command to run."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Everything below a root: certifications in the order of their slugs, documents and scales by name."""

    certifications: tuple[Certification, ...]
    documents: Mapping[str, Document]
    echelles: Mapping[str, Echelle]
    fichiers: Mapping[str, Any]

    def certification(self, slug: str) -> Certification:
        """Return one certification.  Raises KeyError where the slug is unknown."""
        for certification in self.certifications:
            if certification.slug == slug:
                return certification
        raise KeyError(slug)


def build(fichiers: tuple[Fichier, ...]) -> Collection:
    """Turn valid parsed files into a Collection.  Raises UnreadableTreeError at the first fault."""
    for fichier in fichiers:
        if fichier.faute is not None:
            line = f", ligne {fichier.faute.ligne}" if fichier.faute.ligne else ""
            raise UnreadableTreeError(f"{fichier.chemin}{line} : {fichier.faute.message} → {fichier.faute.remede}")
    donnees = {fichier.chemin: fichier.donnees for fichier in fichiers}
    try:
        documents = _named(donnees, "documents", Document)
        echelles = _named(donnees, "echelles", Echelle)
        slugs = sorted({PurePosixPath(chemin).parts[1] for chemin in donnees if chemin.startswith("certifications/")})
        certifications = tuple(_certification(slug, donnees, echelles) for slug in slugs)
    except Exception as error:
        message = f"données non conformes aux schémas ({error}) → lancez « python -m referentials check »"
        raise UnreadableTreeError(message) from error
    return Collection(certifications, documents, echelles, donnees)


def _named(donnees: Mapping[str, Any], folder: str, kind: type[Kind]) -> dict[str, Kind]:
    return {
        PurePosixPath(chemin).stem: _CONVERTER.structure(contenu, kind)
        for chemin, contenu in donnees.items()
        if chemin.startswith(f"{folder}/")
    }


def _certification(slug: str, donnees: Mapping[str, Any], echelles: Mapping[str, Echelle]) -> Certification:
    folder = f"certifications/{slug}"
    referentiel = _CONVERTER.structure(donnees[f"{folder}/referentiel.json"], Referentiel)
    # By length first, so that D10 follows D9.
    chemins = sorted((c for c in donnees if c.startswith(f"{folder}/composantes/")), key=lambda c: (len(c), c))
    return Certification(
        slug=slug,
        identite=donnees[f"{folder}/certification.json"],
        referentiel=referentiel,
        composantes=tuple(_CONVERTER.structure(donnees[chemin], Composante) for chemin in chemins),
        epreuves=_CONVERTER.structure(donnees[f"{folder}/evaluations.json"]["epreuves"], tuple[Epreuve, ...]),
        regles=_CONVERTER.structure(donnees[f"{folder}/regles.json"], tuple[Regle, ...]),
        echelle=echelles[referentiel.echelle],
    )


@cache
def load(root: Path = ROOT) -> Collection:
    """Read and build the tree below `root` (default: the published data).  Raises UnreadableTreeError."""
    return build(read_tree(root))
