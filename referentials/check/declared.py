"""Which codes a file declares, and where: what REF002 compares and what REF003 resolves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from referentials.check.walk import walk
from referentials.read import CODES, IDENTITE

# certification.json cites nomenclatures, whose codes are not ours: only these lists declare.
IDENTITY = ("anciennes_versions", "statistiques")


def declared(name: str, donnees: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each object of a file that declares a code, with its path; `name` is the file's own name."""
    # It remembers what the others declare or have declared.
    if name == CODES:
        return
    parts = [(f"$.{key}", donnees.get(key, ())) for key in IDENTITY] if name == IDENTITE else None
    for place, part in parts or [("$", donnees)]:
        for path, node in walk(part, place):
            # With "certification" beside it, a code is that of another certification.
            if "code" in node and "certification" not in node:
                yield path, node


def codes(dossier: dict[str, Any]) -> set[str]:
    """Return every code that the files of one certification declare."""
    return {node["code"] for name, donnees in dossier.items() for _, node in declared(name, donnees)}


def vanished(dossier: Mapping[str, Any]) -> set[str]:
    """Return the codes that one certification published, did not withdraw, and has no more: REF014 says so."""
    register = dossier.get(CODES, {"publies": ()})
    published = {code for paru in register["publies"] for code in paru["codes"]}
    return published - {retire["code"] for retire in register.get("retires", ())} - codes(dict(dossier))
