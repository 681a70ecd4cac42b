"""Gathers every finding of a tree: unreadable files, then schemas, then rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from referentials.check import schemas
from referentials.check.finding import Finding
from referentials.check.rules import RULES
from referentials.load import build
from referentials.read import Fichier, read_tree


def run(root: Path) -> list[Finding]:
    """Return all the findings of the tree below `root`, sorted by file and place.

    Rules read the model, which exists only once every file can be read and follows its
    schema: until then, only the faults of files and schemas are reported.
    """
    fichiers = read_tree(root)
    findings = [*_unreadable(fichiers), *_schemas(fichiers)]
    if not findings:
        findings = list(_echelles(fichiers))
    if not findings:
        collection = build(fichiers)
        findings = [finding for rule in RULES for finding in rule.check(collection)]
    return sorted(findings)


def _unreadable(fichiers: tuple[Fichier, ...]) -> Iterator[Finding]:
    for fichier in fichiers:
        if fichier.faute is not None:
            endroit = f"ligne {fichier.faute.ligne}" if fichier.faute.ligne else "$"
            yield Finding(fichier.chemin, endroit, "SCH000", fichier.faute.message, fichier.faute.remede)
        elif fichier.schema is None:
            message = "ce fichier n’est pas à une place connue"
            remedy = "rangez-le dans documents/, echelles/ ou certifications/<slug>/, sous un nom prévu"
            yield Finding(fichier.chemin, "$", "SCH000", message, remedy)


def _echelles(fichiers: tuple[Fichier, ...]) -> Iterator[Finding]:
    """REF007: a certification's scale is a file of echelles/.  Apart from the rules: without it, there is no model."""
    known = [PurePosixPath(fichier.chemin).stem for fichier in fichiers if fichier.schema == "echelle"]
    for fichier in fichiers:
        if fichier.schema == "referentiel" and (name := fichier.donnees["echelle"]) not in known:
            remedy = f"citez l’une de {', '.join(known)}, ou créez echelles/{name}.json"
            yield Finding(fichier.chemin, "$.echelle", "REF007", f"l’échelle « {name} » n’existe pas", remedy)


def _schemas(fichiers: tuple[Fichier, ...]) -> Iterator[Finding]:
    for fichier in fichiers:
        if fichier.faute is None and fichier.schema is not None:
            yield from schemas.findings(fichier.chemin, fichier.schema, fichier.donnees)
