"""The bundle as `make` built it, for the tests that use it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from macros.bundle.paths import DOCS, MANIFEST


@pytest.fixture(scope="module")
def manifest() -> dict[str, dict[str, Any]]:
    """Read build/bundle.json, which `make` writes before the tests."""
    found: dict[str, dict[str, Any]] = json.loads(MANIFEST.read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def python_folder(manifest: dict[str, dict[str, Any]]) -> Path:
    """Return the folder that the worker downloads from."""
    return (DOCS / manifest["pyodide/pyodide.asm.wasm"]["url"]).parent
