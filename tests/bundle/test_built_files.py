"""The bundle as it was built: what is in it, and that Python answers from it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from forms.bridge import handle
from macros.bundle import digest
from macros.bundle.paths import DOCS
from macros.bundle.samples import samples
from tests.outils_bundle import ask


def test_every_file_of_the_manifest_is_there_as_stated(manifest: dict[str, dict[str, Any]]) -> None:
    """Pages take addresses, digests and sizes from the manifest: each must be true."""
    assert {"worker.js", "LICENCES.txt", "pyodide/pyodide.asm.wasm", "pyodide/python_stdlib.zip"} <= manifest.keys()
    for entry in manifest.values():
        path = DOCS / entry["url"]
        assert (digest.integrity(path), path.stat().st_size) == (entry["integrity"], entry["bytes"])


def test_the_standard_library_is_stored_bytecode(python_folder: Path) -> None:
    """No source, which would be compiled at each visit; no compression, which the server does across files."""
    with zipfile.ZipFile(python_folder / "python_stdlib.zip") as archive:
        infos = archive.infolist()
    assert {Path(info.filename).suffix for info in infos} == {".pyc"}
    assert {info.compress_type for info in infos} == {zipfile.ZIP_STORED}
    assert len(infos) < 200, "more modules than the page needs: see macros/bundle/exercise.py"


def test_the_wheel_holds_the_engine_and_nothing_else(python_folder: Path) -> None:
    """The browser gets the engine as bytecode: no script, no command line, nothing that reads our data files."""
    (wheel,) = python_folder.glob("repere-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert "forms/bridge.pyc" in names
    assert {name for name in names if not name.endswith(".pyc")} == {"forms/__init__.py"}
    assert not names & {"forms/derivation.pyc", "forms/__main__.pyc"}


def test_python_answers_from_the_bundle_as_it_does_here(python_folder: Path) -> None:
    """Every sample gets, from the trimmed bundle in Pyodide, the very text that the same code gives natively."""
    pairs = samples()
    assert len(pairs) >= 10
    assert ask(python_folder, pairs)["replies"] == [handle(pair["formulaire"], pair["requete"]) for pair in pairs]


def test_a_bug_can_still_be_read(python_folder: Path) -> None:
    """A fault in the engine comes out with its traceback, though the bundle has no sources to quote."""
    (reply,) = ask(python_folder, [{"formulaire": "{}", "requete": '{"action": "inconnue"}'}])["replies"]
    assert "KeyError" in reply["fault"]
    assert "forms/bridge.py" in reply["fault"]
