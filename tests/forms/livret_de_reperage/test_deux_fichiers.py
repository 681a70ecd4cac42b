"""Two files on the command line: copies merged with every conflict told, an auto-positionnement poured in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from forms import __main__ as command
from forms.auto_positionnement.derivation import derive
from forms.livret_de_reperage.commandes import ouvrir
from forms.plusieurs_mains.ecrits import Copie, from_json
from referentials.load import load
from tests.forms.livret_de_reperage.outils_livret import candidat, published, saved, tuteur
from tests.outils import PUBLISHED
from tests.outils_formulaires import export

ANA = Copie({"u1-c1-vu": candidat("en_partie"), "projet": candidat("Vendre"), "modules/a/intitule": candidat("Vente")})
PAUL = Copie({"u1-c1-vu": tuteur("acquis"), "projet": tuteur("Vendre mieux"), "voies": tuteur(("formation",))})


@pytest.fixture
def copies(tmp_path: Path) -> list[str]:
    """Write two copies that differ in two places, and return their paths."""
    paths = [tmp_path / "ana.json", tmp_path / "paul.json"]
    for path, livret in zip(paths, (ANA, PAUL), strict=True):
        path.write_text(saved(livret), "utf-8")
    return [str(path) for path in paths]


def test_open_conflicts_are_all_told_and_nothing_is_written(
    copies: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1, no half of a merge: each place, both answers, who and when, what to add to the command."""
    assert command.main(["fusionner", *copies, "--choisir", "projet=autre"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    told = captured.err.replace("\u00a0", " ").splitlines()
    assert told[0] == "Rien n’est fusionné : 1 réponse diffère d’une copie à l’autre. Choisissez pour chacune :"
    assert told[2].endswith(", ce que voit l’interlocuteur")
    assert told[3:] == [
        "C’est la parole de l’interlocuteur, et une autre main a écrit à sa place.",
        "  --choisir u1-c1-vu=ici",
        "    Une partie se voit (Ana Ruiz, le candidat, 23 novembre 2026)",
        "  --choisir u1-c1-vu=autre",
        "    L’acquis se voit dans ce qui est raconté ou montré (Paul Le Goff, l’entreprise, 23 novembre 2026)",
    ]


def test_settled_conflicts_give_a_file_that_keeps_both(
    copies: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """It opens as any other; what was not chosen is kept aside with its author, and is not asked again."""
    choices = ["--choisir", "projet=ici", "--choisir", "u1-c1-vu=autre"]
    assert command.main(["fusionner", *copies, *choices]) == 0
    text = capsysbinary.readouterr().out.decode()
    merged = ouvrir(text, published()).copie
    assert merged == from_json(json.loads(text))
    assert (merged.ecrits["projet"], merged.ecrits["u1-c1-vu"]) == (candidat("Vendre"), tuteur("acquis"))
    assert merged.ecrits.keys() == {*ANA.ecrits, *PAUL.ecrits}
    assert {(one.place, one.ecrit) for one in merged.ecartees} == {
        ("projet", tuteur("Vendre mieux")),
        ("u1-c1-vu", candidat("en_partie")),
    }
    Path(copies[0]).write_text(text, "utf-8")
    assert command.main(["fusionner", *copies]) == 0


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ("projet", "n’est pas un choix"),
        ("projet=elle", "n’est pas un choix"),
        ("voies=ici", "ne sont pas en conflit à la place « voies » : il y en a pour u1-c1-vu, projet."),
    ],
)
def test_a_choice_that_settles_nothing_is_refused(
    choice: str, sentence: str, copies: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip of the keyboard must not pass for a decision."""
    assert command.main(["fusionner", *copies, "--choisir", choice]) == 1
    captured = capsys.readouterr()
    assert (captured.out, sentence in captured.err.replace("\u00a0", " ")) == ("", True)


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_copies_of_one_day_the_later_dates_the_merged_file(
    order: int, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """In either order, by the instant and not by its spelling: 8 a.m. in Martinique comes after 8:30 a.m. in Paris."""
    paths = [tmp_path / "1.json", tmp_path / "2.json"]
    moments = ("2026-11-23T08:30:00+01:00", "2026-11-23T08:00:00-04:00")
    for path, le in zip(paths[::order], moments, strict=True):
        path.write_text(saved(ANA, exporte_le=le), "utf-8")
    assert command.main(["fusionner", *map(str, paths)]) == 0
    assert json.loads(capsysbinary.readouterr().out)["exporte_le"] == moments[1]


def test_a_row_is_called_by_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """« Module « Vente » », and not the identifier of a row."""
    paths = [tmp_path / "1.json", tmp_path / "2.json"]
    for path, hours in zip(paths, ("7", "14"), strict=True):
        rows = {"modules/a/intitule": candidat("Vente"), "modules/a/heures_min": candidat(hours)}
        path.write_text(saved(Copie(rows)), "utf-8")
    assert command.main(["fusionner", *map(str, paths)]) == 1
    told = capsys.readouterr().err.replace("\u00a0", " ")
    assert "Module « Vente », heures, au moins" in told
    assert "7 heures (Ana Ruiz" in told


def test_an_auto_positionnement_is_poured_from_the_command_line(
    copies: list[str], tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The file on standard output, what was filled on standard error."""
    form = derive(load().certification(PUBLISHED))
    item = next(form.all_items()).code
    source = tmp_path / "auto.json"
    source.write_text(export(form, {item: {"note": "Chaque lundi."}}), "utf-8")
    assert command.main(["verser", copies[0], str(source)]) == 0
    captured = capsysbinary.readouterr()
    assert any("Chaque lundi." in str(ecrit.valeur) for ecrit in from_json(json.loads(captured.out)).ecrits.values())
    assert "1 réponse reprise" in captured.err.decode().replace("\u00a0", " ")


def test_other_kinds_of_files_are_refused(
    copies: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two livrets to merge, a livret and an auto-positionnement to pour, of one certification."""
    form = derive(load().certification(PUBLISHED))
    source = tmp_path / "auto.json"
    source.write_text(export(form, {}), "utf-8")
    other = derive(load().certification("charge-de-clientele"))
    stranger = tmp_path / "autre.json"
    stranger.write_text(export(other, {}), "utf-8")
    for arguments in (
        ["fusionner", copies[0], str(source)],
        ["fusionner", str(source), copies[0]],
        ["verser", copies[0], copies[1]],
        ["verser", copies[0], str(stranger)],
        ["comparer", copies[0], copies[1]],
    ):
        assert command.main(arguments) == 1
        captured = capsys.readouterr()
        assert (captured.out, captured.err.startswith(("Ce fichier ", f"« {arguments[0]} » prend "))) == ("", True)
