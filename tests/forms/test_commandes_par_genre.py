"""Every command on every kind of file: it writes what it says, or says in French what it takes."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from itertools import product
from pathlib import Path

import pytest

from forms.__main__ import TABLES, main, of_two_files
from forms.auto_positionnement import formulaire
from forms.bridge import handle
from forms.questionnaire import echange
from forms.socle import registre
from forms.socle.commandes import TEXTES
from forms.socle.phrases import NBSP
from referentials.load import load
from tests.forms.dossier_habilitation.outils_dossier import conforming
from tests.forms.outils_sorties import answered_throughout
from tests.navigateur.dossier_page import export
from tests.outils import CAS

EXPORTS = CAS / "exports"
CERTIFICATION = "cqp-vendeur-conseil-a-distance"


def kinds() -> dict[str, list[Path]]:
    """Return the kept files, by the format that they say they have."""
    found: dict[str, list[Path]] = {}
    for path in sorted(EXPORTS.rglob("*.json")):
        found.setdefault(json.loads(path.read_text("utf-8"))["format"], []).append(path)
    return found


FILES = kinds()
# What each command on two files takes.
TAKES = {
    name: {tuple(genre.format for genre in deux.prend) for deux in several} for name, several in of_two_files().items()
}
# One file of each kind, of one certification: two of them may go together.
ONE = {
    kind: next(path for path in paths if json.loads(path.read_text("utf-8"))["certification"] == CERTIFICATION)
    for kind, paths in FILES.items()
}


def test_there_is_a_file_of_every_kind() -> None:
    """The table below tries them all."""
    assert {*FILES} == {genre.format for genre in registre.genres()}


@pytest.mark.parametrize("path", sorted(EXPORTS.rglob("*.json")), ids=lambda path: path.relative_to(EXPORTS).as_posix())
def test_a_command_on_one_file_takes_every_kind(path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Whatever was saved, in whatever format: its result, its text, its tables."""
    for command in (*TEXTES, *TABLES):
        assert main([command, str(path)]) == 0, command
        written = capfdbinary.readouterr().out
        assert written, command
        if command == "xlsx":
            with zipfile.ZipFile(io.BytesIO(written)) as book:
                assert book.testzip() is None
        elif command == "csv":
            assert ";" in written.decode("utf-8-sig").partition("\r\n")[0]


@pytest.mark.parametrize(
    ("command", "first", "second"), [(command, *pair) for command in TAKES for pair in product(ONE, ONE)]
)
def test_a_command_on_two_files_takes_its_kinds_or_says_which(
    command: str, first: str, second: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Refused, it names the kinds that it takes, those that it was given, and what takes them."""
    code = main([command, str(ONE[first]), str(ONE[second])])
    said = capfdbinary.readouterr()
    if (first, second) in TAKES[command]:
        assert (code, bool(said.out)) == (0, True)
        return
    told = said.err.decode().replace(NBSP, " ")
    assert (code, said.out) == (1, b"")
    assert told.startswith(f"« {command} » prend ")
    others = [other for other, taken in TAKES.items() if (first, second) in taken]
    for other in others or ["texte"]:
        assert f"« {other} »" in told.partition("essayez")[2]


@pytest.mark.parametrize("nom", ["auto_positionnement", "dossier_habilitation"])
def test_the_page_hands_over_the_workbook_of_the_command(
    nom: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The same answers on the same day: to the byte, head and foot of each sheet included."""
    genre = next(one for one in registre.genres() if one.dossier == nom)
    texts = {
        "auto_positionnement": answered_throughout(CERTIFICATION),
        "dossier_habilitation": export(conforming()),
    }
    path = tmp_path / "fichier.json"
    path.write_text(texts[nom], "utf-8")
    assert main(["xlsx", str(path), "--jour", "2026-11-23"]) == 0
    request = {"action": "xlsx", "corps": {**json.loads(path.read_text("utf-8")), "jour": "2026-11-23"}}
    write = {"auto_positionnement": formulaire.to_json, "dossier_habilitation": echange.to_json}[nom]
    form = write(genre.derive(load().certification(CERTIFICATION)))
    found = json.loads(handle(json.dumps(form), json.dumps(request)))["resultat"]
    assert base64.b64decode(found["base64"]) == capfdbinary.readouterr().out
