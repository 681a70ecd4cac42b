"""Asking the built bundle in real Pyodide under Node, and what to ask: the examples of every kind of form."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from forms.socle import registre
from macros.navigateur import archive, library
from referentials.load import load
from tests.outils_formulaires import as_python_reads

SCRIPT = Path(__file__).parent / "bundle" / "ask.mjs"


def samples(*, on_demand: bool = False) -> list[dict[str, str]]:
    """Return pairs {formulaire, requete} to pass to `forms.bridge.handle`.

    `on_demand`: those of the actions that need more than what starts Python.
    """
    return [
        {"formulaire": _text(as_python_reads(genre, certification)), "requete": _text(request)}
        for genre in registre.genres()
        for certification in load().certifications
        for request in genre.exemples(certification, on_demand=on_demand)
    ]


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def run(folder: Path, told: dict[str, Any]) -> dict[str, Any]:
    """Load the bundle in a folder and give ask.mjs what it reads, with the modules of the archives that come later."""
    modules = {name: " ".join(library.modules(archive.read(folder / name))) for name in library.LATER}
    text = json.dumps({**told, "modules": modules})
    command = ["node", str(SCRIPT), str(folder)]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def ask(folder: Path, pairs: list[dict[str, str]]) -> dict[str, Any]:
    """Ask the bundle in a folder each pair {formulaire, requete}: {started, replies, came}."""
    return run(folder, {"pairs": pairs})
