"""The lock that Pyodide reads to install our wheel: Pyodide's own `info`, and one package.

Two ways give the same lock, and a test holds that they do:

- `with_library`: `pyodide lockfile add-wheels`, of the distribution pyodide-lock (0.2 or newer, which needs
  Python 3.12), from a virtual environment of its own, `.venv-pyodide`, locked by requirements/pyodide.txt.
  `make` creates it where it finds such a Python, and then this way is taken.
- `by_hand`: the standard library, on any Python.  The pyodide-lock that Python 3.11 can install (0.1) does not
  read the lock of the Pyodide that we use.  It knows wheels without dependencies only, which ours is.
"""

from __future__ import annotations

import json
import subprocess
from email.parser import BytesParser
from pathlib import Path
from typing import Any

from macros.navigateur import archive, digest
from macros.navigateur.paths import PYODIDE_COMMAND
from macros.navigateur.refusal import BundleError


def write(wheel: Path, info: dict[str, str], target: Path) -> None:
    """Write at `target` the lock of `wheel`, which stands beside it, by the library where it is installed."""
    lock = with_library(wheel, info, target.parent) if PYODIDE_COMMAND.is_file() else by_hand(wheel, info)
    target.write_text(json.dumps(lock, sort_keys=True), "utf-8")


def by_hand(wheel: Path, info: dict[str, str]) -> dict[str, Any]:
    """Return the lock of `wheel`.  Raises BundleError where the wheel has dependencies."""
    files = archive.read(wheel)
    metadata = BytesParser().parsebytes(next(files[name] for name in files if name.endswith(".dist-info/METADATA")))
    if metadata.get_all("Requires-Dist"):
        raise BundleError(
            "Le paquet « repere » ne doit dépendre d’aucun autre : videz « dependencies » de pyproject.toml."
        )
    name = metadata["Name"].lower()
    package: dict[str, Any] = {
        "name": name,
        "version": metadata["Version"],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": digest.sha256(wheel),
        "package_type": "package",
        "imports": sorted({path.partition("/")[0] for path in files if path.endswith(".py")}),
        "depends": [],
        "unvendored_tests": False,
        "tool": {},
    }
    return {"info": info, "packages": {name: package}, "tool": {}}


def with_library(wheel: Path, info: dict[str, str], work: Path) -> dict[str, Any]:
    """Return the lock of `wheel` as Pyodide's own tool writes it; `work` receives its files.

    Raises BundleError with the tool's words where it fails.
    """
    empty, filled = work / "lock-empty.json", work / "lock-filled.json"
    empty.write_text(json.dumps({"info": info, "packages": {}}), "utf-8")
    command = [
        str(PYODIDE_COMMAND),
        "lockfile",
        "add-wheels",
        "--input",
        str(empty),
        "--output",
        str(filled),
        str(wheel),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 — a fixed command
    if done.returncode:
        raise BundleError(f"« pyodide lockfile add-wheels » échoue :\n{done.stdout}{done.stderr}")
    lock: dict[str, Any] = json.loads(filled.read_text("utf-8"))
    return lock
