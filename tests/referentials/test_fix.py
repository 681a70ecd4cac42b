"""`python -m referentials fix`: what it writes, what it says, what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from referentials import __main__ as command
from referentials.check.run import run
from referentials.read import read_tree
from tests.outils import CAS, FOLDER, MINIMALE, tree

FIXABLE = sorted(path for path in (CAS / "fautifs").iterdir() if path.name.startswith(("REF011", "REF012")))
BY_HAND = "REF011-guillemet-droit-isole"


def snapshot(root: Path) -> dict[Path, bytes]:
    """Return every file of a tree."""
    return {path: path.read_bytes() for path in root.rglob("*.json")}


@pytest.mark.parametrize("case", FIXABLE, ids=lambda case: case.name)
def test_fix_leaves_nothing_that_it_could_repair(case: Path, tmp_path: Path) -> None:
    """After it, the check accepts the tree; only a lone straight quotation mark needs a person."""
    root = tree(case, tmp_path)
    assert command.main(["fix", str(root)]) == 0
    assert bool(run(root)) == (case.name == BY_HAND)
    once = snapshot(root)
    command.main(["fix", str(root)])
    assert snapshot(root) == once


def test_fix_tells_each_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file, then each text before and after: one can disagree."""
    root = tree(CAS / "fautifs" / "REF011-apostrophe-droite", tmp_path)
    command.main(["fix", str(root)])
    assert capsys.readouterr().out == (
        f"{FOLDER}/certification.json\n"
        "  $.resume.valeur : « Atteste que l'on sait trier. » devient « Atteste que l’on sait trier. »\n"
        "1 fichier(s) réécrit(s).\n"
    )


def test_fix_has_nothing_to_do_on_a_sound_tree(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It writes no file, and says so."""
    root = tree(MINIMALE, tmp_path)
    before = snapshot(root)
    assert command.main(["fix", str(root)]) == 0
    assert snapshot(root) == before
    assert capsys.readouterr().out == "Rien à réécrire.\n"


def test_fix_leaves_the_schemas_of_a_tree(tmp_path: Path) -> None:
    """They are no data: written as whoever made them wrote them."""
    root = tree(CAS / "fautifs" / "REF035-cle-de-schema-sans-marque", tmp_path)
    before = snapshot(root)
    assert command.main(["fix", str(root)]) == 0
    assert snapshot(root) == before


@pytest.mark.parametrize("case", ["SCH000-virgule-oubliee", "SCH000-fichier-mal-range", "SCH000-moitie-de-caractere"])
def test_fix_refuses_what_it_cannot_read(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read, or has no place, is left as it is, with the finding of the check."""
    root = tree(CAS / "fautifs" / case, tmp_path)
    before = snapshot(root)
    assert command.main(["fix", str(root)]) == 1
    assert snapshot(root) == before
    assert (CAS / "fautifs" / case / "attendu.txt").read_text("utf-8") in capsys.readouterr().out


def test_fix_keeps_what_a_faulty_schema_does_not_know(tmp_path: Path) -> None:
    """A file with unknown keys is still put in form, and loses none of them."""
    root = tree(CAS / "fautifs" / "SCH001-deux-cles-inconnues", tmp_path)
    before = {fichier.chemin: fichier.donnees for fichier in read_tree(root)}
    command.main(["fix", str(root)])
    assert {fichier.chemin: fichier.donnees for fichier in read_tree(root)} == before


def test_a_path_narrows_what_is_rewritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the file that one names is written."""
    root = tree(CAS / "fautifs" / "REF012-quatre-espaces", tmp_path)
    monkeypatch.setattr(command, "ROOT", root)
    before = snapshot(root)
    assert command.main(["fix", str(root / FOLDER / "regles.json")]) == 0
    assert snapshot(root) == before
    assert command.main(["fix", str(root / FOLDER / "referentiel.json")]) == 0
    assert [path.name for path, content in snapshot(root).items() if before[path] != content] == ["referentiel.json"]
    assert command.main(["fix", str(root / "absent.json")]) == 2
