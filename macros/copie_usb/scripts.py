"""Classic scripts from the modules and the worker of the built site, by esbuild (scripts.mjs)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from macros.copie_usb.paths import HERE, PAGE_SCRIPT, ROOT, SITE
from macros.navigateur.refusal import BundleError


def make(output: Path, modules: Iterable[str], worker: str) -> None:
    """Write them under `output`, each at its path below the site; `worker`: that of Python.

    Raises BundleError where esbuild refuses one.
    """
    told = {
        "site": str(SITE),
        "output": str(output),
        "page": PAGE_SCRIPT,
        "modules": sorted(modules),
        "worker": worker,
    }
    command = ["node", str(HERE / "scripts.mjs"), json.dumps(told)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 — a fixed command
    if done.returncode:
        raise BundleError(f"esbuild refuse les scripts de la copie hors ligne :\n{done.stderr}")
