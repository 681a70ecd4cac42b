"""The distribution that the worker downloads only where something imports it, and its archive.

Its modules, and those of the standard library that they alone need, are traced and compiled as the rest (exercise.py).
"""

from __future__ import annotations

import base64
import hashlib
from importlib import metadata
from pathlib import Path

from macros.navigateur.refusal import BundleError

DISTRIBUTION = "xlsxwriter"
ARCHIVE = "xlsxwriter.zip"


def copy_sources(target: Path) -> None:
    """Copy the modules of the distribution into `target`, each as its own RECORD says it must be.

    requirements/site.txt pins the wheel by its digest, and the wheel holds RECORD.
    Raises BundleError where a file is not the one that was installed.
    """
    for entry in metadata.files(DISTRIBUTION) or ():
        # Its commands stand elsewhere.
        if entry.suffix != ".py" or entry.parts[0] != DISTRIBUTION:
            continue
        content = Path(str(entry.locate())).read_bytes()
        expected = entry.hash.value if entry.hash else ""
        if base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode("ascii") != expected:
            raise BundleError(
                f"{entry} n’est pas le fichier que pip a installé.\n"
                "→ Supprimez le dossier .venv, puis relancez « make site »."
            )
        path = target / entry
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def notice() -> str:
    """Return the name, licence and source of the distribution, then the text of its licence."""
    found = metadata.metadata(DISTRIBUTION)
    texts = [
        Path(str(entry.locate())).read_text("utf-8").strip()
        for entry in metadata.files(DISTRIBUTION) or ()
        if entry.name.startswith("LICEN")
    ]
    source = next(url.partition(", ")[2] for url in found.get_all("Project-URL") or () if url.startswith("Homepage"))
    lines = [f"{found['Name']} {found['Version']}", f"Licence : {found['License-Expression']}", f"Source : {source}"]
    return "\n".join([*lines, *("\n" + text for text in texts)]) + "\n"
