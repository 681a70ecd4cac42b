"""A new kind of form: made by the scaffold in a copy of the repository, built there, filled in a browser, read by a command."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from forms.socle.registre import DOSSIERS
from macros import echafaudage
from macros.navigateur import style, validators
from tests.navigateur.fields_page import FieldsPage
from tests.navigateur.form_page import until
from tests.outils import PUBLISHED

ROOT = Path(__file__).parents[2]
CODE, TITRE = "carnet-de-bord", "Carnet de bord"
COPIED = ("docs", "forms", "macros", "referentials", "schemas")
# Pages of the certifications that no test here opens: the site is built with one, as « make serve SEULE=… » does.
LEFT = f"/adr/\n/certifications/*/\n!/certifications/{PUBLISHED}/\n/comparer/*--*/\n"
MADE = ("docs/assets/repere", "docs/assets/styles", "docs/api", "docs/schemas")
STEPS = (
    ("macros", "genre", CODE, TITRE),
    ("macros", "pages"),
    ("macros", "navigateur"),
    ("mkdocs", "build", "--strict", "--quiet", "--site-dir", "site"),
    ("macros", "finish"),
)


def text_of(root: Path) -> dict[str, bytes]:
    """Return the files of a repository that somebody wrote, by path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("forms", "macros", "schemas", "referentials")
        for path in (root / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and "validateurs" not in path.parts
    }


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the repository, without what is built."""
    root = tmp_path_factory.mktemp("depot")
    for name in COPIED:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in MADE:
        shutil.rmtree(root / name, ignore_errors=True)
    for name in ("mkdocs.yml", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copyfile(ROOT / name, root / name)
    for name in ("node_modules", ".venv-pyodide"):
        (root / name).symlink_to(ROOT / name)
    return root


@pytest.fixture(scope="module")
def built(copy: Path) -> Path:
    """Return the copy with the new kind, and its site built."""
    before = text_of(copy)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "REPERE_SANS": LEFT}
    for step in STEPS:
        command = [sys.executable, "-m", *step]
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    after = text_of(copy)
    changed = {name for name, text in after.items() if before.get(name) != text}
    # The schema of its files is its own too: it is published beside those of the others.
    own = {f"forms/{CODE.replace('-', '_')}/", f"schemas/export-{CODE}"}
    assert {name for name in changed if not name.startswith(tuple(own))} == {"forms/socle/registre.py"}
    lines = [set(one["forms/socle/registre.py"].decode().splitlines()) for one in (before, after)]
    assert lines[1] - lines[0] == {'    "carnet_de_bord",'}
    assert lines[0] - lines[1] == set()
    return copy


def test_a_kind_is_a_folder_its_schema_and_one_line(
    built: Path, serve: Callable[[Path], str], page: Page, tmp_path: Path
) -> None:
    """Its page has its tab and its style; what one writes there is counted, kept, saved, and read by the command line."""
    form = FieldsPage(page, serve(built / "site"), PUBLISHED)
    form.address = form.address.replace("auto-positionnement", CODE)
    page.goto(form.address)
    form.tied()
    page.locator("[data-place] textarea").first.fill("Été 2026 — œuvre")
    until(lambda: "1 réponse" in (page.text_content("#r-phrase") or "").replace("\u00a0", " "), "Python has counted it")
    until(form.settled, "it is on the disk")
    page.reload()
    form.tied()
    assert page.locator("[data-place] textarea").first.input_value() == "Été 2026 — œuvre"
    assert TITRE in page.locator("nav[aria-label] a").all_text_contents()
    fiche = (built / "site" / "certifications" / PUBLISHED / "index.html").read_text("utf-8")
    assert f'/{PUBLISHED}/{CODE}/"' in fiche
    path = form.save_file(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "forms", "texte", str(path)], cwd=built, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Été 2026 — œuvre" in done.stdout
    assert "État de la certification le " in done.stdout
    assert json.loads(path.read_text("utf-8"))["format"] == f"repere/{CODE}"
    assert form.errors == []


REFUSED = [
    *((code, TITRE, "en minuscules") for code in ("Carnet", "carnet_de_bord", "é", "-a", "")),
    *((code, TITRE, "existe déjà") for code in ("bridge", "socle", "page")),
    (DOSSIERS[0].replace("_", "-"), TITRE, "est déjà le nom"),
    *((code, TITRE, "est déjà le nom") for code in ("class", "referentiel", "cahier-des-charges", "fiche", "index")),
    ("glossaire", TITRE, "est déjà le nom"),
    *((CODE, titre, "n’est pas un titre") for titre in ('Carnet "A"', "{% a", "a\\", "@code@", "", "a\nb", " ")),
]


@pytest.mark.parametrize(("code", "titre", "sentence"), REFUSED)
def test_a_name_or_a_title_that_makes_no_kind_is_refused(code: str, titre: str, sentence: str, tmp_path: Path) -> None:
    """A sentence says why, and nothing is written: neither a file of the kind, nor its line in the registry."""
    shutil.copytree(ROOT / "forms", tmp_path / "forms", ignore=shutil.ignore_patterns("__pycache__", "*.mjs", "*.j2"))
    (tmp_path / "schemas").mkdir()
    shutil.copy(ROOT / "schemas" / f"export-{echafaudage.LIKE}.schema.json", tmp_path / "schemas")
    before = text_of(tmp_path)
    with pytest.raises(echafaudage.NotAKindError, match=sentence):
        echafaudage.write(tmp_path, code, titre)
    assert text_of(tmp_path) == before


def test_only_the_kinds_of_the_registry_are_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without its line gives the site no style, and every schema of a saved file is of a kind that is there."""
    for folder in (DOSSIERS[-1], "essai"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "seul.css").touch()
    monkeypatch.setattr(style, "FORMS", tmp_path)
    assert [path.parent.name for path in style.sheets() if path.name == "seul.css"] == [DOSSIERS[-1]]
    found = {path.name.removesuffix(".schema.json") for path in (ROOT / "schemas").glob("export-*.schema.json")}
    assert {*validators.SCHEMAS} == found


def test_what_is_made_of_a_title_can_be_read() -> None:
    """Apostrophes, guillemets, brackets: each module is Python, and the schema is JSON."""
    schema = (ROOT / "schemas" / f"export-{echafaudage.LIKE}.schema.json").read_text("utf-8")
    for name, text in echafaudage.files(CODE, "L’année d’« Ana » (suite), à 50 & plus", schema).items():
        if name.endswith(".py"):
            ast.parse(text)
        elif name.endswith(".json"):
            assert json.loads(text)["title"].startswith("Fichier « L’année")
