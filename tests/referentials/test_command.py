"""`python -m referentials check`: exit codes, formats, and what a path narrows."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from referentials import __main__ as command
from referentials.load import UnreadableTreeError, load
from tests.outils import CAS, FOLDER, tree
from tests.outils_commandes import done

FAULTY = CAS / "fautifs" / "REF005-total-contredit"


def check(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the command; return its exit code, and what it printed on both streams."""
    told = done("referentials", "check", *arguments)
    return subprocess.CompletedProcess(told.args, told.returncode, told.stdout.decode(), told.stderr.decode())


def test_published_data_exit_with_zero_and_a_sentence() -> None:
    """Without a path, the published data are checked, and silence is said aloud."""
    told = check()
    assert (told.returncode, told.stdout, told.stderr) == (0, "Aucun défaut.\n", "")


def test_a_faulty_tree_exits_with_one_and_the_golden_words(tmp_path: Path) -> None:
    """A path that holds certifications/ is a tree of its own; its findings are followed by their number."""
    told = check(tree(FAULTY, tmp_path))
    assert told.returncode == 1
    assert told.stdout == (FAULTY / "attendu.txt").read_text("utf-8") + "1 défaut(s).\n"


def test_an_absent_path_exits_with_two(tmp_path: Path) -> None:
    """A mistyped path is not an empty folder: the sentence names it."""
    told = check(tmp_path / "certificationz")
    assert (told.returncode, told.stdout) == (2, "")
    assert f"{tmp_path / 'certificationz'} n’existe pas" in told.stderr


def test_json_has_one_object_for_each_finding(tmp_path: Path) -> None:
    """--format json gives the same findings to machines, under the names of their fields."""
    told = check(tree(FAULTY, tmp_path), "--format", "json")
    assert told.returncode == 1
    assert json.loads(told.stdout) == [
        {
            "fichier": f"{FOLDER}/evaluations.json",
            "endroit": "$.epreuves[0].duree",
            "code": "REF005",
            "message": "les parties font 30 + 60 = 90 minutes et l’épreuve en annonce 75",
            "remede": "corrigez une partie, ou le total, d’après la source",
        }
    ]


def test_json_without_a_finding_is_an_empty_list() -> None:
    """Machines read JSON in any case."""
    assert json.loads(check("--format", "json").stdout) == []


@pytest.fixture
def two_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Publish a tree with a fault in the rules and one in the identity."""
    root = tree(CAS / "fautifs" / "SCH001-plusieurs-defauts-en-une-fois", tmp_path)
    monkeypatch.setattr(command, "ROOT", root)
    return root


def test_a_file_narrows_to_its_own_findings(two_faults: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only the faults of the file that one is correcting are shown."""
    assert command.main(["check", str(two_faults / "echelles/fait.json")]) == 1
    shown = capsys.readouterr().out
    assert "echelles/fait.json" in shown
    assert "certification.json" not in shown


def test_a_folder_narrows_to_what_is_below(two_faults: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Faults elsewhere in the tree are not shown, nor counted."""
    assert command.main(["check", str(two_faults / FOLDER)]) == 1
    shown = capsys.readouterr().out
    assert "certification.json" in shown
    assert "echelles/fait.json" not in shown
    assert shown.endswith("2 défaut(s).\n")


def test_a_sound_file_of_a_faulty_tree_exits_with_zero(two_faults: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong elsewhere does not fail the file that one asked about."""
    assert command.main(["check", str(two_faults / FOLDER / "regles.json")]) == 0
    assert capsys.readouterr().out == "Aucun défaut.\n"


def test_a_finding_of_a_folder_is_shown_for_a_file_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fault that is about the whole certification concerns each of its files."""
    root = tree(CAS / "fautifs" / "REF004-competence-sans-critere", tmp_path)
    monkeypatch.setattr(command, "ROOT", root)
    assert command.main(["check", str(root / FOLDER / "composantes/D2.json")]) == 1
    assert "REF004" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        ("SCH000-virgule-oubliee", f"{FOLDER}/referentiel.json, ligne 2 : il manque une virgule"),
        ("SCH000-fichier-manquant", f"{FOLDER}/certification.json : le fichier manque → créez-le"),
        ("SCH001-deux-cles-inconnues", "lancez « python -m referentials check »"),
        ("REF007-echelle-absente", "lancez « python -m referentials check »"),
    ],
)
def test_a_broken_tree_does_not_load(case: str, sentence: str, tmp_path: Path) -> None:
    """Whoever builds from broken data gets a sentence that names the file or the command, never half a model."""
    with pytest.raises(UnreadableTreeError) as refusal:
        load(tree(CAS / "fautifs" / case, tmp_path))
    assert sentence in str(refusal.value)
