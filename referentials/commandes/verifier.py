"""`check`: whole trees, collections read with ours, or what is asked of what is published."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from referentials import roots
from referentials.check.finding import Finding
from referentials.check.run import run


def constats(paths: list[Path], publies: tuple[Path, ...]) -> list[Finding]:
    """Return the findings of the given paths; `publies`: the folders that the site is made of, ours first.

    A folder that holds `certifications/` is a tree of its own, or, without scales nor vocabularies, a collection that
    is read with ours.  Any other path narrows what is published, always read whole since files cite one another.
    """
    trees = [path for path in paths if (path / "certifications").is_dir()]
    narrow = [path.resolve() for path in paths if path not in trees]
    found = [finding for tree in trees for finding in du_dossier(tree, publies)]
    if narrow or not paths:
        for finding in run(*publies):
            place = _place(finding, publies)
            if not paths or any(place == path or path in place.parents or place in path.parents for path in narrow):
                found.append(finding)
    return found


def du_dossier(tree: Path, publies: tuple[Path, ...]) -> list[Finding]:
    """Return the findings of one folder; those of ours that it is read with are not its own."""
    if not roots.is_added(tree):
        return run(tree)
    whole = tuple(dict.fromkeys((*publies, tree.resolve())))
    return [finding for finding in run(*whole) if tree.resolve() in _place(finding, whole).parents]


def _place(finding: Finding, folders: Sequence[Path]) -> Path:
    """Return where the file of a finding is: the last folder that has it, or has its certification; else the first."""
    parts = PurePosixPath(finding.fichier).parts
    for name in (finding.fichier, "/".join(parts[:2]) if parts[0] == "certifications" else finding.fichier):
        for folder in reversed(folders):
            if (folder / name).exists():
                return (folder / finding.fichier).resolve()
    return (folders[0] / finding.fichier).resolve()
