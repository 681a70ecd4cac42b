"""The whole bundle, in order, and its manifest build/navigateur.json, from which pages take addresses and digests."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from macros.navigateur import digest, fonts, licences, python_files, scripts, validators
from macros.navigateur.embarques import Embarques
from macros.navigateur.paths import DOCS, MANIFEST, OUTPUT, WORK


def entry(path: Path) -> dict[str, str | int]:
    """Return what the manifest says of a file: address relative to the site, integrity, size."""
    url = path.relative_to(DOCS).as_posix()
    return {"url": url, "integrity": digest.integrity(path), "bytes": path.stat().st_size}


def build(embarques: Mapping[str, Embarques]) -> None:
    """Make docs/assets/repere and build/navigateur.json anew.  Raises BundleError where a step fails.

    `embarques`: what the script of each kind of form holds, by folder.
    """
    validators.write()
    shutil.rmtree(OUTPUT, ignore_errors=True)
    MANIFEST.unlink(missing_ok=True)
    OUTPUT.mkdir(parents=True)
    python = python_files.make(WORK, OUTPUT)
    bundled = scripts.make(python, embarques, OUTPUT)
    files = bundled.files | fonts.copy(OUTPUT)
    files |= {f"pyodide/{path.name}": path for path in sorted(python.folder.iterdir())}
    files["LICENCES.txt"] = OUTPUT / "LICENCES.txt"
    licences.write((*bundled.packages, fonts.PACKAGE, *licences.SERVICE_WORKER), files["LICENCES.txt"])
    # Last: a manifest means a whole bundle.
    manifest = {name: entry(files[name]) for name in sorted(files)}
    MANIFEST.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", "utf-8")
