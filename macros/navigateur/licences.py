"""LICENCES.txt: what we ship of others, under which licence, and where its source is."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from macros.navigateur import on_demand
from macros.navigateur.paths import NODE_MODULES

# The npm packages of which the service worker holds code.
SERVICE_WORKER = ("workbox-core", "workbox-precaching", "workbox-routing", "workbox-strategies")
HEADING = "Repère contient des parties de ces logiciels et polices, sous leurs propres licences.\n"
# Pyodide's WebAssembly and the standard library are CPython's, which has a licence of its own.
PYTHON = "Python 3.14 (interpréteur et bibliothèque standard, compilés par Pyodide)\nLicence : PSF-2.0\nSource : https://www.python.org\n"
RULE = "\n" + "-" * 72 + "\n\n"


def notice(package: str) -> str:
    """Return the name, licence and source of an npm package, then the text of its licence where it comes with one."""
    folder = NODE_MODULES / package
    data = json.loads((folder / "package.json").read_text("utf-8"))
    repository = data.get("repository", "")
    source = repository["url"] if isinstance(repository, dict) else repository
    lines = [
        f"{package} {data['version']}",
        f"Licence : {data['license']}",
        f"Source : {data.get('homepage') or source}",
    ]
    texts = [path.read_text("utf-8").strip() for path in sorted(folder.glob("LICEN[CS]E*"))]
    return "\n".join([*lines, *("\n" + text for text in texts)]) + "\n"


def write(packages: Iterable[str], target: Path) -> None:
    """Write at `target` the notices of npm packages, Python's, and that of what Python downloads on demand."""
    notices = [PYTHON, on_demand.notice(), *(notice(package) for package in packages)]
    target.write_text(RULE.join([HEADING, *notices]), "utf-8")
