"""« Contribuer » and « Données »: what they tell is true of the checker, of the tree and of the schemas."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.pages import contribuer, donnees
from macros.pages.commun import Contexte
from referentials.__main__ import main
from referentials.load import load
from referentials.read import ROOT
from tests.outils import edit
from tests.outils_pages import ASSETS, read

CONTEXTE = Contexte("../", lambda _: ASSETS)
SCHEMAS = Path(__file__).parents[2] / "schemas"


def test_the_message_shown_is_the_one_of_the_checker(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The fault that the page tells of is answered with the very text that the page shows."""
    root = tmp_path / "referentials"
    for folder in ("certifications", "documents", "echelles", "correspondances", "discordances"):
        shutil.copytree(ROOT / folder, root / folder)
    place = root / "certifications" / "tp-conseiller-commercial" / "certification.json"
    edit(place, lambda d: d.update(date_mise_a_jour="21/11/2026"))
    assert main(["check", str(root)]) == 1
    (shown,) = read(contribuer.render(load(), CONTEXTE)).all("pre", id="exemple-message")
    assert capsys.readouterr().out.strip() == shown.text.strip()


def test_every_file_that_the_page_names_is_one_of_the_tree() -> None:
    """A file that no certification has any more cannot stay on the page."""
    codes = [code.text for code in read(contribuer.render(load(), CONTEXTE)).all("code")]
    named = {code for code in codes if re.fullmatch(r"[a-z-]+\.json", code)}
    assert len(named) > 1
    assert named <= {path.name for path in ROOT.rglob("*.json")}


def test_every_schema_is_listed_once_with_its_title() -> None:
    """A schema that is added is on the page « Données » at once."""
    reading = read(donnees.render(load(), CONTEXTE))
    listed = [a.attributes["href"] for a in reading.all("a") if str(a.attributes["href"]).endswith(".schema.json")]
    assert sorted(map(str, listed)) == sorted(f"../schemas/{path.name}" for path in SCHEMAS.glob("*.json"))
    assert all(a.text.strip() for a in reading.all("a"))
    (command,) = reading.all("pre", id="exemple-schema")
    assert re.findall(r"/schemas/(\S+)", command.text) == ["api-certification.schema.json"]
