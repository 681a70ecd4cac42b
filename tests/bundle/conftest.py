"""The bundle as `make` built it, for the tests that use it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from macros.navigateur.paths import DOCS, MANIFEST, PAGE
from tests.outils_attaque import arm

PAGES = Path(__file__).parent / "pages"


@pytest.fixture(scope="module")
def manifest() -> dict[str, dict[str, Any]]:
    """Read build/navigateur.json, which `make` writes before the tests."""
    found: dict[str, dict[str, Any]] = json.loads(MANIFEST.read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def python_folder(manifest: dict[str, dict[str, Any]]) -> Path:
    """Return the folder that the worker downloads from."""
    return (DOCS / manifest["pyodide/pyodide.asm.wasm"]["url"]).parent


@pytest.fixture(scope="module")
def armed(
    tmp_path_factory: pytest.TempPathFactory,
    manifest: dict[str, dict[str, Any]],
    navigateur: Browser,
    serve: Callable[[Path], str],
) -> Iterator[Page]:
    """Open a page whose Python runs what it is asked, in the worker that the site ships."""
    folder = tmp_path_factory.mktemp("armed")
    for source in (*PAGES.iterdir(), PAGE / "python.mjs", PAGE / "python-errors.mjs"):
        shutil.copy(source, folder)
    shutil.copytree(DOCS / "assets" / "repere", folder / "assets" / "repere")
    arm(folder, manifest)
    context = navigateur.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{serve(folder)}/bench.html")
    page.wait_for_function("globalThis.bench")
    # What is asked here may take long on a busy machine, and none of it is about the delay.
    page.evaluate(
        "options => bench.start(options)", {"workerUrl": manifest["worker.js"]["url"], "answerDelay": 120_000}
    )
    page.wait_for_function("bench.states.length", timeout=60_000)
    assert page.evaluate("bench.states")[-1]["nom"] == "pret"
    yield page
    context.close()
