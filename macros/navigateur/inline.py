"""The scripts that stand in the pages, made small by esbuild (inline.mjs): each page carries them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable

from macros.navigateur.paths import HERE, ROOT
from macros.navigateur.refusal import BundleError

SCRIPT = re.compile(r"(?<=<script>)[^<]*(?:<(?!/script>)[^<]*)*")


def made_small(scripts: Iterable[str]) -> dict[str, str]:
    """Return each script as written → as pages carry it.  Raises BundleError where esbuild refuses one."""
    written = sorted({*scripts})
    command = ["node", str(HERE / "inline.mjs")]
    done = subprocess.run(  # noqa: S603 — a fixed command
        command, cwd=ROOT, input=json.dumps(written), capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise BundleError(f"esbuild refuse un script des pages :\n{done.stderr}")
    return dict(zip(written, json.loads(done.stdout), strict=True))


def minified(pages: Iterable[str]) -> list[str]:
    """Return pages with the scripts that stand in them made small.  Raises BundleError where esbuild refuses one."""
    texts = list(pages)
    small = made_small(script for text in texts for script in SCRIPT.findall(text))
    return [SCRIPT.sub(lambda script: small[script[0]], text) for text in texts]
