"""The command line on the file of a livret: the same words as the bridge, refusals in French."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from forms import __main__ as command
from forms.livret_de_reperage.etat import evaluate, to_text
from forms.plusieurs_mains.ecrits import Copie
from forms.questionnaire import dates
from forms.socle import etat_certification
from forms.socle.phrases import NBSP
from tests.forms.livret_de_reperage.outils_livret import candidat, published, saved

LIVRET = Copie({"projet": candidat("Vendre mieux"), "u1-c1-dit": candidat("a_acquerir")})


def path_of(folder: Path, **changes: Any) -> str:
    """Write a file and return its path."""
    path = folder / "livret.json"
    path.write_text(saved(LIVRET, **changes), "utf-8")
    return str(path)


def test_evaluer_prints_the_state_of_the_page(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """To the byte, as on the day of the file."""
    assert command.main(["evaluer", path_of(tmp_path)]) == 0
    day = dates.read("2026-11-23")
    assert day
    assert capsysbinary.readouterr().out.decode() == to_text(evaluate(published(), LIVRET, day)) + "\n"


def test_the_other_commands_answer(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """How many answers, the text, the same file again."""
    path = path_of(tmp_path)
    assert command.main(["verifier", path]) == 0
    assert capsysbinary.readouterr().out.decode().replace(NBSP, " ").startswith("Fichier valable : 2 réponses")
    assert command.main(["texte", path, "--jour", "2026-04-01"]) == 0
    assert "Vendre mieux" in capsysbinary.readouterr().out.decode()
    assert command.main(["migrer", path]) == 0
    state = etat_certification.member(published().etats, "2026-11-23")
    assert json.loads(capsysbinary.readouterr().out) == json.loads(saved(LIVRET)) | state


@pytest.mark.parametrize(
    ("name", "changes", "sentence"),
    [
        ("evaluer", {"certification": "cqp-relation-commerciale-a-distance"}, "donc pas de livret"),
        ("evaluer", {"exporte_le": "2026-02-30T08:30:00+01:00"}, "ce jour ou cette heure n’existe pas"),
        ("verifier", {"valeurs": {"a": {}}}, "Ce fichier a été modifié ou abîmé."),
    ],
)
def test_the_command_refuses_with_a_sentence(
    name: str, changes: dict[str, Any], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1, nothing on standard output."""
    assert command.main([name, path_of(tmp_path, **changes)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sentence in captured.err
