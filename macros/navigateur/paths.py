"""Where the bundle is made, from what, and where it goes."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
HERE = ROOT / "macros" / "navigateur"
FORMS = ROOT / "forms"
PAGE = FORMS / "page"
NODE_MODULES = ROOT / "node_modules"
PYODIDE = NODE_MODULES / "pyodide"

# Intermediate files, kept for whoever looks into a bundle.
WORK = ROOT / "build" / "bundle"
MANIFEST = ROOT / "build" / "navigateur.json"

# MkDocs copies docs/ as it is; addresses in the manifest are relative to it, that is, to the root of the site.
DOCS = ROOT / "docs"
OUTPUT = DOCS / "assets" / "repere"

# Pyodide's own tools, where the machine has a Python that is recent enough for them (see lock.py).
PYODIDE_COMMAND = ROOT / ".venv-pyodide" / "bin" / "pyodide"
