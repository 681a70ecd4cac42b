"""Rewrites data files in their common form: French typography, then canonical text.  Never changes what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from referentials.canonical import text_of
from referentials.read import SCHEMA, VERBATIM, Fichier, read_tree
from referentials.typography import rewritten, texts


@dataclass(frozen=True, slots=True)
class Reprise:
    """What `fix` makes of one file: its new text, and each change in French."""

    chemin: str
    texte: str
    changements: tuple[str, ...]


def fixed(fichier: Fichier) -> Reprise:
    """Return the file as it should be written.  The file must be readable and at a known place."""
    donnees = fichier.donnees if fichier.schema in VERBATIM else rewritten(fichier.donnees)
    changes = [
        f"{path} : « {before} » devient « {after} »"
        for (path, _, before), (_, _, after) in zip(texts(fichier.donnees), texts(donnees), strict=True)
        if before != after
    ]
    if fichier.texte != text_of(fichier.donnees, fichier.schema or ""):
        changes.append("ordre des clés et mise en page")
    return Reprise(fichier.chemin, text_of(donnees, fichier.schema or ""), tuple(changes))


def fix(root: Path, narrow: list[Path]) -> Iterator[Reprise | Fichier]:
    """Write each file of a tree that can be improved, and yield it; yield as it is each one that cannot be read.

    With `narrow`, only the files at or below these resolved paths.
    """
    for fichier in read_tree(root):
        path = (root / fichier.chemin).resolve()
        if narrow and not any(path == place or place in path.parents for place in narrow):
            continue
        if fichier.faute is not None or fichier.schema is None:
            yield fichier
            continue
        # Those that the tree brings are not data: they have no common form.
        if fichier.schema == SCHEMA:
            continue
        reprise = fixed(fichier)
        if reprise.changements:
            path.write_text(reprise.texte, "utf-8", newline="\n")
            yield reprise
