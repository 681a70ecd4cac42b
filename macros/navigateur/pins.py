"""The files of Pyodide that we ship are the ones that we looked at: their digests are in pins.json."""

from __future__ import annotations

import json
from pathlib import Path

from macros.navigateur.digest import sha256
from macros.navigateur.paths import HERE, PYODIDE
from macros.navigateur.refusal import BundleError

PINS = HERE / "pins.json"


def verify(folder: Path = PYODIDE, pins: Path = PINS) -> None:
    """Compare every pinned file of `folder` with its digest.  Raises BundleError at the first that differs."""
    for name, expected in json.loads(pins.read_text("utf-8")).items():
        path = folder / name
        found = sha256(path) if path.is_file() else "fichier absent"
        if found != expected:
            raise BundleError(
                f"{path} n’est pas le fichier attendu.\n"
                f"  attendu : {expected}\n"
                f"  trouvé  : {found}\n"
                "→ Réinstallez-le avec « npm ci --ignore-scripts ». Si la version de Pyodide vient de changer "
                f"dans package.json, vérifiez d’où viennent ses fichiers, puis recopiez leurs empreintes dans {pins}."
            )


def version(folder: Path = PYODIDE) -> str:
    """Return the version of Pyodide that is installed; package.json is the only place that chooses it."""
    found: str = json.loads((folder / "package.json").read_text("utf-8"))["version"]
    return found
