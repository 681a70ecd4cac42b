"""site/sw.js: the service worker, bundled by esbuild, with the list of what it keeps."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from macros.deploiement.attentes import attentes
from macros.hors_ligne import precache
from macros.navigateur.paths import MANIFEST, ROOT
from macros.navigateur.refusal import BundleError

HERE = Path(__file__).parent


def write(site: Path, plafond: int = precache.PLAFOND) -> None:
    """Write the service worker of the built site in a folder.

    plafond: compressed bytes up to which it keeps the whole site.  Raises BundleError where esbuild refuses it.
    """
    found = precache.copie(site, plafond)
    worker = json.loads(MANIFEST.read_text("utf-8"))["worker.js"]["url"]
    # What Python's worker may do, for a host that cannot send it: the header of its script.
    policy = attentes().entetes(f"/{worker}")["Content-Security-Policy"]
    options = {
        "entry": str(HERE / "sw.mjs"),
        "output": str(site / "sw.js"),
        "copie": precache.to_json(found) | {"python": {"script": worker, "politique": policy}},
    }
    command = ["node", str(HERE / "bundle.mjs")]
    done = subprocess.run(  # noqa: S603 — a fixed command
        command, cwd=ROOT, input=json.dumps(options), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BundleError(f"esbuild refuse le service worker :\n{done.stderr}")
