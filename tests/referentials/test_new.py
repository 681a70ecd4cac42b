"""`python -m referentials new`: a skeleton that the check accepts, save what it asks to complete."""

from __future__ import annotations

from pathlib import Path

import pytest

from referentials import __main__ as command
from referentials.check.run import run
from referentials.load import load
from referentials.scaffold import MARK
from tests.outils import MINIMALE, SLUG, tree

NEW = "cqp-veilleur-de-nuit"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Publish the minimal tree."""
    monkeypatch.setattr(command, "ROOT", tree(MINIMALE, tmp_path))
    return tmp_path


def test_the_skeleton_has_only_what_is_left_to_complete(root: Path) -> None:
    """Every finding is a mark, every mark is a finding, and the rest of the tree is untouched."""
    assert command.main(["new", NEW]) == 0
    found = run(root)
    assert {finding.code for finding in found} == {"REF013"}
    written = [path.read_text("utf-8") for path in root.rglob("*.json") if NEW in str(path)]
    assert len(found) == sum(text.count(MARK) for text in written)
    assert load(root).certification(NEW).composantes


def test_a_completed_skeleton_is_accepted(root: Path) -> None:
    """Once the marks are gone, nothing is left to say."""
    command.main(["new", NEW])
    for path in root.rglob("*.json"):
        path.write_text(path.read_text("utf-8").replace(f" {MARK}", ""), "utf-8")
    assert run(root) == []


def test_the_next_steps_are_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each file, then what to do, with the commands to type."""
    command.main(["new", NEW])
    shown = capsys.readouterr().out
    for path in root.rglob("*.json"):
        assert (f"{path.relative_to(root).as_posix()} créé\n" in shown) == (NEW in str(path))
    for words in ("python -m referentials check", "python -m referentials fix", "make site", MARK):
        assert words in shown
    assert "l’échelle « fait »" in shown


def test_a_dry_run_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It tells the same files, and creates none."""
    assert command.main(["new", NEW, "--dry-run"]) == 0
    assert not (root / "certifications" / NEW).exists()
    assert f"certifications/{NEW}/regles.json serait créé" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("Vendeur Conseil", "ne peut pas nommer un dossier"),
        ("../ailleurs", "ne peut pas nommer un dossier"),
        ("été", "ne peut pas nommer un dossier"),
        ("", "ne peut pas nommer un dossier"),
        (f"{NEW}\n", "ne peut pas nommer un dossier"),
        (SLUG, "existe déjà"),
        ("guide-de-la-ressourcerie", "existe déjà"),
    ],
)
def test_a_slug_that_cannot_be_is_refused(
    slug: str, words: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Malformed or taken: a sentence, exit code 2, nothing written, above all nothing overwritten."""
    before = {path: path.read_bytes() for path in root.rglob("*.json")}
    assert command.main(["new", slug]) == 2
    assert words in capsys.readouterr().err
    assert {path: path.read_bytes() for path in root.rglob("*.json")} == before


def test_without_a_scale_there_is_nothing_to_cite(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A referential needs a scale: one must exist first."""
    (root / "echelles" / "fait.json").unlink()
    assert command.main(["new", NEW]) == 2
    assert "échelle" in capsys.readouterr().err
