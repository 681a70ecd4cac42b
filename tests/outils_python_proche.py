"""The built site with Python beside the browser: same pages and scripts, the engine from its sources, without the start of Pyodide.

A start costs more than most tests of a page (docs/adr/0021-essais-et-mutants.md).  What Pyodide itself does, a module of tests asks
for with `pytestmark = pytest.mark.pyodide`, or one test with the fixture `pyodide`; with REPERE_PYODIDE=oui, every page has it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from forms import bridge
from tests.outils_serveurs import QuietHandler

WORKER = Path(__file__).with_suffix(".js")
ALWAYS = bool(os.environ.get("REPERE_PYODIDE"))


def asked_for(request: pytest.FixtureRequest) -> bool:
    """Return whether what asks for a fixture is marked to have Pyodide itself."""
    return ALWAYS or request.node.get_closest_marker("pyodide") is not None


class NearHandler(QuietHandler):
    """Serves the site, but another worker, and answers it."""

    def translate_path(self, path: str) -> str:
        """Put ours in place of the worker of the site."""
        return str(WORKER) if path.startswith("/assets/repere/worker-") else super().translate_path(path)

    def do_POST(self) -> None:  # noqa: N802 — the name that the base class calls
        """Answer as the worker of the site does (forms/page/protocol.d.ts)."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        try:
            told = {"type": "reponse", "reponse": bridge.handle(asked["formulaire"], asked["requete"])}
        except Exception as fault:  # noqa: BLE001 — any bug is told to the page
            told = {"type": "faute", "detail": repr(fault)}
        content = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
