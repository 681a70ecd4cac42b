"""How the bundle is made: the same each time, from pinned files, with the same lock on every machine."""

from __future__ import annotations

import json
import shutil
import sys
from importlib import metadata
from pathlib import Path

import pytest

from macros.navigateur import lock, on_demand, pins, python_files
from macros.navigateur.paths import PYODIDE, PYODIDE_COMMAND, ROOT
from macros.navigateur.refusal import BundleError


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> python_files.PythonFiles:
    """Make the Python part of the bundle in a folder of the tests."""
    folder = tmp_path_factory.mktemp("made")
    opened: list[str] = []
    watching = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event in {"open", "os.scandir", "os.listdir"}:
            opened.append(str(arguments[0]))

    # For good: a hook cannot be taken away.
    sys.addaudithook(watch)
    made = python_files.make(folder / "work", folder / "output")
    watching = False
    assert [name for name in opened if "/referentials/" in name and not name.endswith((".py", ".pyc"))] == []
    return made


def test_two_builds_are_alike_to_the_byte(made: python_files.PythonFiles, python_folder: Path) -> None:
    """Nothing of a clock, a folder's order or a hash seed is left: made here, the files are those that `make` made.

    No file of the data was read for it, and `make` makes it anew for none.
    """
    assert made.folder.name == python_folder.name
    contents = [{path.name: path.read_bytes() for path in folder.iterdir()} for folder in (made.folder, python_folder)]
    assert contents[0] == contents[1]
    sources = next(
        line for line in (ROOT / "Makefile").read_text("utf-8").splitlines() if "NAVIGATEUR_SOURCES :=" in line
    )
    assert "referentials" not in sources


def test_pinned_files_are_accepted() -> None:
    """The Pyodide that npm installed is the one whose digests are committed."""
    pins.verify()


def test_one_different_byte_of_pyodide_stops_the_build(tmp_path: Path) -> None:
    """The sentence names the file, both digests and the remedy."""
    name = "pyodide.asm.wasm"
    for pinned in json.loads(pins.PINS.read_text("utf-8")):
        shutil.copyfile(PYODIDE / pinned, tmp_path / pinned)
    content = bytearray((tmp_path / name).read_bytes())
    content[5000] ^= 1
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BundleError, match=rf"(?s){name}.*attendu : [0-9a-f]{{64}}.*trouvé  : [0-9a-f]{{64}}.*npm ci"):
        pins.verify(tmp_path)


def test_an_absent_file_of_pyodide_stops_the_build(tmp_path: Path) -> None:
    """A cut installation is refused with the same sentence."""
    with pytest.raises(BundleError, match="fichier absent"):
        pins.verify(tmp_path)


def test_both_ways_give_the_same_lock(made: python_files.PythonFiles, tmp_path: Path) -> None:
    """What we write by hand, on any Python, is what Pyodide's own tool writes where it can run."""
    if not PYODIDE_COMMAND.is_file():
        pytest.skip("l’outil de Pyodide demande Python 3.12, absent de cette machine : seul notre verrou est vérifié")
    wheel = made.folder / made.wheel
    info = json.loads((PYODIDE / python_files.LOCK).read_text("utf-8"))["info"]
    assert lock.by_hand(wheel, info) == lock.with_library(wheel, info, tmp_path)


def test_a_changed_package_of_those_on_demand_stops_the_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What pip wrote is what goes in: a module changed since then is named, with the remedy."""
    assert not list(tmp_path.iterdir())
    on_demand.copy_sources(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {on_demand.DISTRIBUTION}
    files = metadata.files(on_demand.DISTRIBUTION) or []
    changed = next(entry for entry in files if entry.name == "workbook.py")
    assert changed.hash
    changed.hash.value = "other"
    monkeypatch.setattr(metadata, "files", lambda _: [changed])
    with pytest.raises(BundleError, match=r"workbook\.py n’est pas le fichier.*\n.*make site"):
        on_demand.copy_sources(tmp_path)
