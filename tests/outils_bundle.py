"""Asking the built bundle in real Pyodide under Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).parent / "bundle" / "ask.mjs"


def ask(folder: Path, pairs: list[dict[str, str]], *archives: str) -> dict[str, Any]:
    """Ask the bundle in a folder, with these archives added, each pair {formulaire, requete}: {started, replies}."""
    command = ["node", str(SCRIPT), str(folder), *archives]
    done = subprocess.run(command, input=json.dumps(pairs), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
