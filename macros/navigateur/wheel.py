"""Our own wheel: first as sources, then with the bytecode of the browser's Python in their place."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from macros.navigateur import archive
from macros.navigateur.paths import ROOT
from macros.navigateur.refusal import BundleError

# Pyodide's lock finds the imports of a wheel by its .py files: this one stays a source, one docstring long.
KEPT_SOURCE = "forms/__init__.py"
SOURCE_TAG = "py3-none-any"


def build(folder: Path) -> Path:
    """Build the wheel of pyproject.toml into `folder`, without isolation or network, and return its path.

    What goes in is said in pyproject.toml.  Raises BundleError with the words of the build where it fails.
    """
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "315532800"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 — a fixed command
    wheels = sorted(folder.glob("*.whl"))
    if done.returncode or len(wheels) != 1:
        raise BundleError(f"Le paquet Python du navigateur ne se construit pas :\n{done.stdout}{done.stderr}")
    return wheels[0]


def repack(source: Path, bytecode: Mapping[str, bytes], tag: str, folder: Path) -> Path:
    """Write into `folder` the wheel `source` with `bytecode` (name.pyc → content) for its modules.

    `tag` names the only Python that can read it, in the file's name and in its WHEEL; RECORD is made anew.
    Returns the path.  Raises BundleError where a module has no bytecode.
    """
    files = archive.read(source)
    modules = {name for name in files if name.endswith(".py") and name != KEPT_SOURCE}
    missing = sorted(name for name in modules if f"{name}c" not in bytecode)
    if missing:
        raise BundleError(f"Modules sans bytecode : {', '.join(missing)}. Relancez « python -m macros navigateur ».")
    entries = {name: content for name, content in files.items() if name not in modules}
    entries |= {f"{name}c": bytecode[f"{name}c"] for name in modules}
    info = next(name for name in files if name.endswith(".dist-info/WHEEL")).removesuffix("WHEEL")
    entries[f"{info}WHEEL"] = files[f"{info}WHEEL"].replace(SOURCE_TAG.encode(), tag.encode())
    del entries[f"{info}RECORD"]
    entries[f"{info}RECORD"] = _record(entries, f"{info}RECORD")
    path = folder / source.name.replace(SOURCE_TAG, tag)
    archive.write(path, entries)
    return path


def _record(entries: Mapping[str, bytes], own_name: str) -> bytes:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    for name in sorted(entries):
        digest = base64.urlsafe_b64encode(hashlib.sha256(entries[name]).digest()).rstrip(b"=").decode("ascii")
        rows.writerow((name, f"sha256={digest}", len(entries[name])))
    rows.writerow((own_name, "", ""))
    return text.getvalue().encode()
