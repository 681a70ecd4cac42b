"""The Markdown stubs under docs/: one folder for each certification, written by a command, checked by the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from macros import __main__ as command
from macros import stubs
from referentials.load import load
from tests.outils import CAS, FOLDER, MINIMALE, SLUG, edit, tree

INDEX = f"certifications/{SLUG}/index.md"


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write stubs in a folder of the tests, for the minimal certification."""
    monkeypatch.setattr(stubs, "DOCS", tmp_path)
    return tmp_path


def test_missing_stubs_are_found_then_written(docs: Path) -> None:
    """With --check, their paths and nothing written; without, the files; then nothing is left to do."""
    collection = load(MINIMALE)
    names = ("auto-positionnement", "evaluations", "index", "livret-de-reperage", "referentiel", "reglement")
    wanted = [f"certifications/{SLUG}/{name}.md" for name in names]
    assert sorted(stubs.write(collection, check=True)) == wanted
    assert list(docs.rglob("*.md")) == []
    assert sorted(stubs.write(collection, check=False)) == wanted
    assert stubs.write(collection, check=True) == []


def test_a_stale_stub_is_found_then_repaired(docs: Path) -> None:
    """A stub edited by hand is named; the command writes it again."""
    collection = load(MINIMALE)
    stubs.write(collection, check=False)
    wanted = (docs / INDEX).read_text("utf-8")
    (docs / INDEX).write_text(f"{wanted}\nÀ la main.\n", "utf-8")
    assert stubs.write(collection, check=True) == [INDEX]
    assert "À la main." in (docs / INDEX).read_text("utf-8")
    assert stubs.write(collection, check=False) == [INDEX]
    assert (docs / INDEX).read_text("utf-8") == wanted


def test_a_stub_left_over_is_found_then_removed(docs: Path) -> None:
    """A certification that goes takes its pages with it; the list of certifications stays."""
    collection = load(MINIMALE)
    stubs.write(collection, check=False)
    old = docs / "certifications" / "tp-disparu" / "index.md"
    old.parent.mkdir()
    old.write_text("Une page.\n", "utf-8")
    (docs / "certifications" / "index.md").write_text("La liste.\n", "utf-8")
    assert stubs.write(collection, check=True) == ["certifications/tp-disparu/index.md"]
    assert old.is_file()
    stubs.write(collection, check=False)
    assert not old.exists()
    assert (docs / "certifications" / "index.md").is_file()


def test_a_stub_is_front_matter_and_one_macro() -> None:
    """No word of a page is in its stub, save its title: everything comes from the data."""
    for name, text in stubs.stubs(load(MINIMALE)).items():
        _, matter, body = text.split("---\n")
        assert yaml.safe_load(matter)["render_macros"] is True
        macro = "fiche" if name == INDEX else Path(name).stem.replace("-", "_")
        assert body.strip() == f'{{{{ {macro}("{SLUG}") }}}}'


def test_two_certifications_of_one_title_have_pages_of_their_own_name(tmp_path: Path) -> None:
    """Where two have the same title, the number of the fiche tells them apart; alone, a title stays as it is."""
    root = tree(CAS / "conformes" / "deux-certifications-qui-se-repondent", tmp_path)
    first = json.loads((root / FOLDER / "certification.json").read_text("utf-8"))
    numero = {"valeur": "RNCP12345", "source": first["niveaux"][0]["source"]}
    other = {"intitule": first["intitule"], "abrege": first["abrege"], "numero_fiche": numero}

    def titles() -> set[str]:
        load.cache_clear()
        texts = stubs.stubs(load(root)).items()
        return {yaml.safe_load(text.split("---\n")[1])["title"] for name, text in texts if name.endswith("/index.md")}

    title = f"{first['abrege']['code']} {first['intitule']}"
    assert title in titles()
    edit(root / "certifications" / "tp-valoriste" / "certification.json", lambda d: d.update(other))
    assert titles() == {title, f"{title} (RNCP12345)"}


def test_a_pair_of_certifications_has_its_stub() -> None:
    """One page for every two, that calls the macro of a pair; under the name of the file where one links them."""
    collection = load()
    written = {name: text for name, text in stubs.stubs(collection).items() if name.startswith("comparer/")}
    held = {Path(chemin).stem for chemin in collection.fichiers if chemin.startswith("correspondances/")}
    others = len(collection.certifications)
    assert held <= {Path(name).stem for name in written}
    assert len(written) == others * (others - 1) // 2
    assert all(f'{{{{ comparaison("{Path(name).stem}") }}}}' in text for name, text in written.items())


def test_only_a_certification_with_a_cahier_des_charges_has_its_page() -> None:
    """The page is there for whom the data hold one, and for nobody else."""
    collection = load()
    having = {Path(name).parent.name for name in stubs.stubs(collection) if name.endswith("/cahier-des-charges.md")}
    held = {Path(chemin).parent.name for chemin in collection.fichiers if chemin.endswith("/cahier-des-charges.json")}
    assert having == held != set()


def test_the_committed_stubs_are_those_of_the_data() -> None:
    """docs/ holds exactly the pages that the data call for."""
    assert stubs.write(load(), check=True) == []


@pytest.mark.usefixtures("docs")
def test_the_command_fails_with_what_to_run(capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m macros pages --check` exits with 1, names each file, and says the command; then all is well."""
    assert command.main(["pages", "--check"]) == 1
    printed = capsys.readouterr()
    assert "index.md : n’est pas à jour" in printed.out
    assert "Lancez « python -m macros pages »" in printed.err
    assert command.main(["pages"]) == 0
    assert command.main(["pages", "--check"]) == 0
