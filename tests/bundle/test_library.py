"""The standard library in the browser: what starts is small, and what is not in it comes when something imports it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from playwright.sync_api import Page

from macros.copie_usb.build import PYTHON
from macros.hors_ligne import precache
from macros.navigateur import library, on_demand
from macros.navigateur.library import LEFT_OUT, REST
from macros.navigateur.paths import PYODIDE
from tests.outils_attaque import run as run_in_worker
from tests.outils_bundle import run

# Every module of the archives, imported one after the other, and whose absence stopped one of them.
IMPORT_ALL = """
import importlib, json, sys
absent = {}
for name in NAMES:
    try:
        importlib.import_module(name)
    except Exception as error:
        absent[name] = getattr(error, "name", None) or str(error)
json.dumps(absent)
"""


def files(archive: Path) -> set[str]:
    """Return the files of an archive."""
    with zipfile.ZipFile(archive) as opened:
        return set(opened.namelist())


def test_the_archives_hold_the_library_once_less_what_is_written(python_folder: Path) -> None:
    """Each module of Pyodide's library is in one archive, or is named as left out with its reason."""
    found = [library.modules(files(python_folder / name)) for name in (library.START, *library.LATER)]
    held = [module for modules in found for module in modules]
    whole = [name for name in files(PYODIDE / "python_stdlib.zip") if name.endswith(".py")]
    missing = set(library.modules(whole)) - set(held)
    assert len(held) == len(set(held))
    assert {name for name in missing if not f"{name}.".startswith(tuple(f"{left}." for left in LEFT_OUT))} == set()
    assert len(missing) > len(LEFT_OUT) / 2


def test_no_module_needs_one_that_is_left_out(python_folder: Path) -> None:
    """Imported one by one, from where the worker finds them: none stops on a module that we did not ship."""
    names = library.modules(set().union(*(files(python_folder / n) for n in (library.START, *library.LATER))))
    names = [name for name in names if not name.endswith("__main__")]
    answer = run(python_folder, {"code": f"NAMES = {names!r}\n{IMPORT_ALL}"})
    absent = json.loads(answer["replies"][0])
    assert sorted(answer["came"]) == sorted(library.LATER)
    assert {
        name: lacks for name, lacks in absent.items() if f"{lacks}.".startswith(tuple(f"{left}." for left in LEFT_OUT))
    } == {}


def test_a_module_that_no_trace_met_is_imported_in_the_worker(armed: Page) -> None:
    """Alone, below a package of the first archive, in a package of its own, or where its absence would be caught."""
    requests: list[str] = []
    armed.on("request", lambda request: requests.append(request.url.rpartition("/")[2]))
    asked = {
        "import statistics\nresult = statistics.mean([1, 3])": "2",
        "import email.mime.text\nresult = email.mime.text.MIMEText('x').get_content_type()": "text/plain",
        "import xml.etree.ElementTree as t\nresult = t.fromstring('<a b=\"1\"/>').get('b')": "1",
        "try:\n    import colorsys\nexcept Exception:\n    colorsys = None\nresult = colorsys.__name__": "colorsys",
    }
    assert [run_in_worker(armed, code) for code in asked] == [{"result": found} for found in asked.values()]
    assert requests.count(REST) <= 1
    nowhere = run_in_worker(armed, "import nulle_part")
    assert "nulle_part" in nowhere["raised"]


def test_the_rest_is_there_without_a_network() -> None:
    """The copy that the browser keeps and the one that opens from a folder have it as they have what starts Python."""
    name = f"assets/repere/pyodide/1.0-0/{REST}"
    assert precache.wanted(name)
    assert PYTHON.fullmatch(name)


def test_the_library_of_the_workbook_is_in_its_own_archive(python_folder: Path) -> None:
    """As bytecode, stored."""
    with zipfile.ZipFile(python_folder / on_demand.ARCHIVE) as archive:
        infos = archive.infolist()
    assert "xlsxwriter/workbook.pyc" in {info.filename for info in infos}
    assert {(Path(info.filename).suffix, info.compress_type) for info in infos} == {(".pyc", zipfile.ZIP_STORED)}
