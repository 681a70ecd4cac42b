"""The worker and the page's side of it, in a real browser, on a copy of the bundle that tests may spoil."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from forms.bridge import handle
from macros.navigateur import on_demand, pins
from macros.navigateur.paths import DOCS, PAGE
from tests.navigateur.form_page import until
from tests.outils_bundle import samples
from tests.outils_serveurs import QuietHandler, QuietServer

PAGES = Path(__file__).parent / "pages"
# How the names of the three files that the worker downloads to start end.
DOWNLOADED = [".wasm", "python_stdlib.zip", ".whl"]


class Bench:
    """A page that holds one Python, driven by pages/bench.mjs."""

    def __init__(self, page: Page, address: str) -> None:
        """Open the page at `address`."""
        self.page = page
        self.requests: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(f"{address}/bench.html")
        page.wait_for_function("globalThis.bench")

    def start(self, worker: str, **options: object) -> None:
        """Start Python from the script `worker`."""
        self.page.evaluate("options => bench.start(options)", {"workerUrl": worker, **options})

    def states(self) -> list[dict[str, Any]]:
        """Return the states that the page went through, once Python is ready or absent."""
        self.page.wait_for_function("bench.states.length", timeout=60_000)
        found: list[dict[str, Any]] = self.page.evaluate("bench.states")
        return found

    def ask(self, request: object) -> dict[str, Any]:
        """Return {answer} or {error: name, message}."""
        found: dict[str, Any] = self.page.evaluate("request => bench.ask(request)", request)
        return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out a small site, which `fault` alone changes: the bench, our own python.mjs, and the built bundle."""
    made = tmp_path_factory.mktemp("worker")
    for source in (*PAGES.iterdir(), PAGE / "python.mjs", PAGE / "python-errors.mjs"):
        shutil.copy(source, made)
    shutil.copytree(DOCS / "assets" / "repere", made / "assets" / "repere")
    return made


@pytest.fixture(scope="module")
def address(folder: Path, serve: Callable[[Path], str]) -> str:
    """Put the small site on line."""
    return serve(folder)


@pytest.fixture
def bench(address: str, page: Page) -> Bench:
    """Open the bench in the browser."""
    return Bench(page, address)


def spoil(path: Path) -> None:
    """Change one byte in the middle of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


# What may happen to a file, and what is said of it.
FAULTS: dict[str, Callable[[Path], None]] = {"empreinte": spoil, "reseau": Path.unlink}


@contextmanager
def fault(path: Path, motif: str) -> Iterator[None]:
    """Do to a file what `motif` says, then put it back as it was."""
    content = path.read_bytes()
    FAULTS[motif](path)
    try:
        yield
    finally:
        path.write_bytes(content)


def downloaded(folder: Path, manifest: dict[str, dict[str, Any]], end: str) -> Path:
    """Return the path of a file that the worker downloads."""
    (url,) = [entry["url"] for name, entry in manifest.items() if name.startswith("pyodide/") and name.endswith(end)]
    return folder / url


def test_the_page_gets_what_python_answers(bench: Bench, manifest: dict[str, dict[str, Any]]) -> None:
    """Asked before it is ready, Python answers once it is; a bug is a fault of its own; nothing is asked for outside.

    A request that makes the engine fail rejects alone, with the traceback; the next one is answered.
    """
    pair = samples()[1]
    bench.start(manifest["worker.js"]["url"], formulaire=pair["formulaire"])
    expected = {"answer": json.loads(handle(pair["formulaire"], pair["requete"]))}
    assert bench.ask(json.loads(pair["requete"])) == expected
    fault = bench.ask({"action": "inconnue"})
    assert fault["error"] == "PythonFault"
    assert "forms/bridge.py" in fault["message"]
    assert bench.ask(json.loads(pair["requete"])) == expected
    assert [state["nom"] for state in bench.states()] == ["pret"]
    origin = bench.page.evaluate("location.origin")
    assert {url.startswith(origin) for url in bench.requests} == {True}


def test_a_python_that_breaks_is_absent(bench: Bench, manifest: dict[str, dict[str, Any]]) -> None:
    """Nested beyond its stack, a text kills Python for good: the page is told, and no request waits for ever."""
    bench.start(manifest["worker.js"]["url"], formulaire="[" * 100_000)
    assert bench.ask({}) == {"error": "PythonAbsent", "message": "Python is absent: bloque"}
    assert [state["nom"] for state in bench.states()] == ["pret", "absent"]
    assert bench.ask({}) == {"error": "PythonAbsent", "message": "Python is absent: bloque"}


@pytest.fixture
def workbook() -> tuple[str, dict[str, Any]]:
    """Return the form of a dossier, and a request for its workbook."""
    genre = '"genre": "dossier-habilitation"'
    pair = next(pair for pair in samples(on_demand=True) if genre in pair["formulaire"])
    return pair["formulaire"], json.loads(pair["requete"])


def test_what_an_action_needs_comes_when_it_is_asked_for_and_once(
    folder: Path, bench: Bench, manifest: dict[str, dict[str, Any]], workbook: tuple[str, dict[str, Any]]
) -> None:
    """Nothing of the workbook's library is downloaded before; asked twice at once, it comes once; the bytes are ours.

    One different byte, or no file: this request alone fails, others are answered, and it works once the file is back.
    """
    formulaire, request = workbook
    wanted = [name for name in manifest if name.endswith(on_demand.ARCHIVE)]
    path = downloaded(folder, manifest, on_demand.ARCHIVE)

    def came() -> int:
        return [url.rpartition("/")[2] for url in bench.requests].count(on_demand.ARCHIVE)

    bench.start(manifest["worker.js"]["url"], formulaire=formulaire)
    assert bench.ask({"action": "etat", "corps": request["corps"]})["answer"]["ok"] is True
    assert (len(wanted), came()) == (1, 0)
    for motif in FAULTS:
        with fault(path, motif):
            assert bench.ask(request) == {"error": "PythonLacking", "message": f"Python lacks a file: {motif}"}
        assert bench.ask({"action": "etat", "corps": request["corps"]})["answer"]["ok"] is True, motif
    assert [state["nom"] for state in bench.states()] == ["pret"]
    before = came()
    first, second = bench.page.evaluate("(r) => Promise.all([bench.ask(r), bench.ask(r)])", request)
    assert first == second == {"answer": json.loads(handle(formulaire, json.dumps(request)))}
    assert came() == before + 1


def test_a_file_that_never_comes_is_not_waited_for(bench: Bench) -> None:
    """A worker that waits for a file without end: the request is given up, Python is not."""
    bench.start("waiting.mjs", downloadDelay=100, answerDelay=50)
    assert bench.ask({"action": "xlsx"}) == {"error": "PythonLacking", "message": "Python lacks a file: reseau"}
    assert [state["nom"] for state in bench.states()] == ["pret"]


@pytest.mark.parametrize("motif", FAULTS)
def test_a_file_that_is_not_ours_is_told_at_once(
    folder: Path, address: str, navigateur: Browser, manifest: dict[str, dict[str, Any]], motif: str
) -> None:
    """One different byte, or no file, for which Pyodide would wait for ever: Python is absent, and the file is named."""
    told, expected = [], []
    for end in DOWNLOADED:
        path = downloaded(folder, manifest, end)
        # One that has no file of before in its memory.
        context = navigateur.new_context(service_workers="block")
        bench = Bench(context.new_page(), address)
        with fault(path, motif):
            bench.start(manifest["worker.js"]["url"])
            told.append((bench.states()[-1], bench.ask({})))
        context.close()
        absent = {"error": "PythonAbsent", "message": f"Python is absent: {motif}"}
        expected.append(({"nom": "absent", "motif": motif, "fichier": path.name}, absent))
    assert told == expected


def test_a_missing_worker_leaves_the_page_alone(bench: Bench) -> None:
    """The script itself did not come."""
    bench.start("nowhere.js")
    assert bench.states() == [{"nom": "absent", "motif": "demarrage"}]


def test_a_browser_without_workers_leaves_the_page_alone(bench: Bench) -> None:
    """Starting never throws, and the state is told after it returned."""
    bench.page.evaluate("delete globalThis.Worker")
    bench.start("worker.js")
    assert bench.states() == [{"nom": "absent", "motif": "demarrage"}]


def test_a_start_without_end_is_given_up(bench: Bench) -> None:
    """A worker that says nothing: requests that waited are refused when the delay is over."""
    bench.start("silent.mjs", startDelay=100)
    assert bench.ask({}) == {"error": "PythonAbsent", "message": "Python is absent: delai"}
    assert bench.states() == [{"nom": "absent", "motif": "delai"}]


def test_an_answer_without_end_is_given_up(bench: Bench) -> None:
    """A worker that is ready and then hangs is ended."""
    bench.start("hanging.mjs", answerDelay=100)
    assert bench.ask({}) == {"error": "PythonAbsent", "message": "Python is absent: bloque"}
    assert [state["nom"] for state in bench.states()] == ["pret", "absent"]
    # Asking the page anything lets the news of its workers come.
    until(lambda: bool(bench.states()) and bench.page.workers == [], "its worker is gone")


class Unknowing(QuietHandler):
    """Serves a folder, and does not know what WebAssembly is."""

    extensions_map = QuietHandler.extensions_map | {".wasm": "application/octet-stream"}


def test_a_host_that_does_not_know_wasm_is_good_enough(
    folder: Path, page: Page, manifest: dict[str, dict[str, Any]]
) -> None:
    """Some hosts send WebAssembly as an unknown type, which browsers refuse to compile while it arrives."""
    with QuietServer(("127.0.0.1", 0), partial(Unknowing, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        bench = Bench(page, f"http://127.0.0.1:{server.server_address[1]}")
        with page.expect_response(f"**/{manifest['pyodide/pyodide.asm.wasm']['url']}") as waiting:
            bench.start(manifest["worker.js"]["url"])
        assert waiting.value.headers["content-type"] == "application/octet-stream"
        assert bench.states() == [{"nom": "pret", "version": pins.version()}]
        server.shutdown()
