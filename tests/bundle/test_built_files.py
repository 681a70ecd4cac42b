"""The bundle as it was built: what is in it, and that Python answers from it."""

from __future__ import annotations

import base64
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from forms.__main__ import main
from forms.bridge import handle
from forms.dossier_habilitation.genre import GENRE as DOSSIER
from forms.socle import registre
from macros.navigateur import digest, on_demand
from macros.navigateur.paths import DOCS
from tests.outils_bundle import ask, samples
from tests.test_arrows import NOT_IN_THE_BROWSER


def exported(form: dict[str, Any], valeurs: dict[str, Any]) -> dict[str, Any]:
    """Return the file of a dossier with these answers."""
    return {
        "format": DOSSIER.format,
        "version": DOSSIER.version,
        "certification": form["certification"],
        "version_referentiel": form["version_referentiel"],
        "exporte_le": "2026-11-21T08:30:00+01:00",
        "outil": {"nom": "Repère", "version": "0.1.0"},
        "valeurs": valeurs,
    }


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
    assert len(infos) < 200, "more modules than the page needs: see macros/navigateur/exercise.py"


def test_the_wheel_holds_the_engine_and_nothing_else(python_folder: Path) -> None:
    """The browser gets the engine as bytecode: no script, no command line, nothing that builds, of any kind."""
    (wheel,) = python_folder.glob("repere-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert "forms/bridge.pyc" in names
    assert {name for name in names if not name.endswith(".pyc")} == {"forms/__init__.py"}
    for dossier in registre.DOSSIERS:
        assert f"forms/{dossier}/actions.pyc" in names
    assert {name for name in names if not NOT_IN_THE_BROWSER.isdisjoint(Path(name).with_suffix("").parts)} == set()


def test_python_answers_from_the_bundle_as_it_does_here(python_folder: Path) -> None:
    """Every sample gets, in Pyodide, the very text that the same code gives natively; nothing more is downloaded for it."""
    pairs = samples()
    assert len(pairs) >= 10
    answer = ask(python_folder, pairs)
    assert answer["came"] == []
    assert answer["replies"] == [handle(pair["formulaire"], pair["requete"]) for pair in pairs]


def test_a_workbook_has_the_bytes_of_the_command_line(
    python_folder: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Pyodide writes the workbook that `python -m forms xlsx` writes, with one archive more."""
    pairs = samples(on_demand=True)
    answer = ask(python_folder, pairs)
    assert answer["came"] == [on_demand.ARCHIVE]
    texts = answer["replies"]
    assert texts == [handle(pair["formulaire"], pair["requete"]) for pair in pairs]
    dossiers = [rank for rank, pair in enumerate(pairs) if "valeurs" in json.loads(pair["requete"])["corps"]]
    last = dossiers[-1]
    request = json.loads(pairs[last]["requete"])["corps"]
    form = json.loads(pairs[last]["formulaire"])
    path = tmp_path / "dossier.json"
    path.write_text(json.dumps(exported(form, request["valeurs"])), "utf-8")
    assert main(["xlsx", str(path), "--jour", request["jour"]]) == 0
    assert base64.b64decode(json.loads(texts[last])["resultat"]["base64"]) == capsysbinary.readouterr().out


def test_a_bug_can_still_be_read(python_folder: Path) -> None:
    """A fault in the engine comes out with its traceback, though the bundle has no sources to quote."""
    (reply,) = ask(python_folder, [{"formulaire": "{}", "requete": '{"action": "inconnue"}'}])["replies"]
    assert "KeyError" in reply["fault"]
    assert "forms/bridge.py" in reply["fault"]
