"""From an older format of exported files to the newest: one step a format, applied in turn.

A file is checked against the schema of its own format first, so that a damaged old file is refused for what is
wrong in it, not for what a step would make of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from forms.migrations import depuis_1, livret_depuis_1
from forms.validateurs import export_auto_positionnement_1, export_livret_de_reperage_1

Etape = tuple[Callable[[Any], Any], Callable[[Mapping[str, Any]], dict[str, Any]]]

# Format → (validator of that format, step to the next one).
ETAPES: Mapping[int, Etape] = {1: (export_auto_positionnement_1.validate, depuis_1.migrate)}
ETAPES_LIVRET: Mapping[int, Etape] = {1: (export_livret_de_reperage_1.validate, livret_depuis_1.migrate)}


def migrate(donnees: dict[str, Any], etapes: Mapping[int, Etape] = ETAPES) -> dict[str, Any]:
    """Return a file in the newest format; what is in no older format is returned as it is, for its validator to judge.

    Raises JsonSchemaValueException where the file does not follow the schema of its own format.
    """
    while (etape := etapes.get(_version(donnees))) is not None:
        validate, step = etape
        validate(donnees)
        donnees = step(donnees)
    return donnees


def _version(donnees: Mapping[str, Any]) -> int:
    # `true` is 1 for Python and 1.0 is 1 for JSON: only the second is a version.
    version: Any = donnees.get("version")
    whole = isinstance(version, int | float) and not isinstance(version, bool) and version == int(version)
    return int(version) if whole else 0
