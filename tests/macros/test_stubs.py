"""The Markdown stubs under docs/: one folder for each certification, written by a command, checked by the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros import __main__ as command
from macros import stubs
from referentials.load import load
from tests.outils import MINIMALE, SLUG

INDEX, FORM = f"certifications/{SLUG}/index.md", f"certifications/{SLUG}/auto-positionnement.md"


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write stubs in a folder of the tests, for the minimal certification."""
    monkeypatch.setattr(stubs, "DOCS", tmp_path)
    return tmp_path


def test_missing_stubs_are_found_then_written(docs: Path) -> None:
    """With --check, their paths and nothing written; without, the files; then nothing is left to do."""
    collection = load(MINIMALE)
    assert sorted(stubs.write(collection, check=True)) == [FORM, INDEX]
    assert list(docs.rglob("*.md")) == []
    assert sorted(stubs.write(collection, check=False)) == [FORM, INDEX]
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
        macro = "fiche" if name.endswith("index.md") else "auto_positionnement"
        assert body.strip() == f'{{{{ {macro}("{SLUG}") }}}}'


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
