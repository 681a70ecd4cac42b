"""Gathers every finding of a tree: unreadable files, then schemas, then rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from referentials.check import schemas
from referentials.check.finding import Finding
from referentials.check.rules import COLLECTION_RULES, FILE_RULES
from referentials.load import build
from referentials.read import PLACES, Fichier, read_tree


def run(root: Path) -> list[Finding]:
    """Return all the findings of the tree below `root`, sorted by file and place.

    Rules of one file need only that file to follow its schema.  The others read the model,
    which exists only once every file can be read and follows its schema.
    """
    fichiers = read_tree(root)
    findings = [finding for fichier in fichiers if (finding := unreadable(fichier))]
    sound = []
    for fichier in fichiers:
        if fichier.faute is None and fichier.schema is not None:
            faults = list(schemas.findings(fichier.chemin, fichier.schema, fichier.donnees))
            findings += faults
            sound += [] if faults else [fichier]
    if not findings:
        findings = list(_echelles(fichiers))
    if not findings:
        collection = build(fichiers)
        findings = [finding for rule in COLLECTION_RULES for finding in rule.check(collection)]
    findings += [finding for rule in FILE_RULES for fichier in sound for finding in rule.check(fichier)]
    return sorted(findings)


def unreadable(fichier: Fichier) -> Finding | None:
    """Return why a file cannot be checked nor rewritten, if so: it cannot be read, or its place is unknown."""
    if fichier.faute is not None:
        endroit = f"ligne {fichier.faute.ligne}" if fichier.faute.ligne else "$"
        return Finding(fichier.chemin, endroit, "SCH000", fichier.faute.message, fichier.faute.remede)
    if fichier.schema is None:
        message = "ce fichier n’est pas à une place connue"
        folders = ", ".join(sorted({f"{pattern.partition('/')[0]}/" for pattern, _ in PLACES} - {"certifications/"}))
        remedy = f"rangez-le dans {folders} ou certifications/<slug>/, sous un nom prévu"
        return Finding(fichier.chemin, "$", "SCH000", message, remedy)
    return None


def _echelles(fichiers: tuple[Fichier, ...]) -> Iterator[Finding]:
    """REF007: a certification's scale is a file of echelles/.  Apart from the rules: without it, there is no model."""
    known = [PurePosixPath(fichier.chemin).stem for fichier in fichiers if fichier.schema == "echelle"]
    for fichier in fichiers:
        if fichier.schema == "referentiel" and (name := fichier.donnees["echelle"]) not in known:
            remedy = f"citez l’une de {', '.join(known)}, ou créez echelles/{name}.json"
            yield Finding(fichier.chemin, "$.echelle", "REF007", f"l’échelle « {name} » n’existe pas", remedy)
