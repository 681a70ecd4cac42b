"""Files of a collection, read before a command works on them: each follows its schema, or is refused by its name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from referentials.check import schemas
from referentials.check.finding import Finding
from referentials.check.run import unreadable
from referentials.read import read_file, schema_of


class DonneesIllisiblesError(ValueError):
    """A file of data cannot be read, or is not written as it should be; the text is a French sentence that names it."""


def lue(path: Path, chemin: str) -> Any:
    """Return the parsed JSON of a file; `chemin`: its place below the collection.  Raises DonneesIllisiblesError."""
    try:
        fichier = read_file(path, chemin, schema_of(chemin))
    except OSError as error:
        raise DonneesIllisiblesError(
            f"{chemin} : ce fichier ne s’ouvre pas → vérifiez vos droits de lecture."
        ) from error
    if fault := unreadable(fichier):
        raise DonneesIllisiblesError(_said(fault))
    return fichier.donnees


def saine(path: Path, chemin: str) -> Any:
    """Return what a file holds, which follows its schema; `chemin`: as above.  Raises DonneesIllisiblesError."""
    donnees = lue(path, chemin)
    for fault in schemas.findings(chemin, schema_of(chemin) or "", donnees):
        raise DonneesIllisiblesError(_said(fault))
    return donnees


def _said(fault: Finding) -> str:
    place = "" if fault.endroit == "$" else f", {fault.endroit}"
    return f"{fault.fichier}{place} : {fault.message} → {fault.remede}."
