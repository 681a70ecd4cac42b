"""A bundle whose Python does what a test asks, behind the same guard, and a server that notes whatever reaches it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Page

from macros.navigateur import archive, digest

# In place of the engine's one door: runs the code that it is asked to run, and says how it ended.
BRIDGE = """
import json

def answering(formulaire):
    def answer(requete):
        names = {}
        try:
            exec(json.loads(requete)["code"], names)
        except BaseException as error:
            return json.dumps({"raised": f"{type(error).__name__}: {error}"})
        return json.dumps({"result": str(names.get("result"))})

    return answer
"""


def arm(folder: Path, manifest: dict[str, dict[str, Any]]) -> None:
    """Change the engine of the bundle in `folder` for BRIDGE, and the digests that its worker knows accordingly."""
    (name,) = [name for name in manifest if name.endswith(".whl")]
    wheel, worker = folder / manifest[name]["url"], folder / manifest["worker.js"]["url"]
    before = digest.integrity(wheel), digest.sha256(wheel)
    entries = archive.read(wheel)
    del entries["forms/bridge.pyc"]
    archive.write(wheel, entries | {"forms/bridge.py": BRIDGE.encode()})
    script = worker.read_text("utf-8")
    for old, new in zip(before, (digest.integrity(wheel), digest.sha256(wheel)), strict=True):
        assert old in script
        script = script.replace(old, new)
    worker.write_text(script, "utf-8")
    assert zipfile.is_zipfile(wheel)


@contextmanager
def recorder() -> Iterator[tuple[str, list[str]]]:
    """Serve another origin that lets anyone in and notes the path of each request: its host and port, the paths."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            paths.append(self.path)
            self.send_response(200)
            self.send_header("access-control-allow-origin", "*")
            self.send_header("content-type", "text/javascript")
            self.send_header("content-length", "0")
            self.end_headers()

        do_GET = do_POST = do_HEAD = do_OPTIONS = answer  # noqa: N815 — the names of the base class

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — the name of the base class
            """Print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}", paths
    finally:
        server.shutdown()
        server.server_close()


def code_of(attempt: str, host: str, name: str) -> str:
    """Return the Python of an attempt: URL stands for an address of the recorder that tells its name."""
    return f"import js, pyodide_js\nURL = {json.dumps(f'http://{host}/{name}')}\n{attempt}"


def run(page: Page, code: str) -> dict[str, Any]:
    """Have Python run some code: {result} or {raised}; a Python that does not answer proves nothing."""
    reply: dict[str, Any] = page.evaluate("request => bench.ask(request)", {"code": code})
    assert "answer" in reply, reply
    found: dict[str, Any] = reply["answer"]
    return found
