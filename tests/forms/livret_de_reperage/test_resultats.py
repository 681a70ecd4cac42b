"""The results of a talk: what was decided, by whom; what is only proposed is said so; nothing of how to reach somebody."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from forms.__main__ import main
from forms.livret_de_reperage import resultats
from forms.livret_de_reperage.derivation import derive
from forms.plusieurs_mains.ecrits import Copie
from forms.socle.feuille import to_csv
from forms.socle.phrases import NBSP
from referentials.load import load
from tests.forms.livret_de_reperage.outils_livret import candidat, published, saved, tuteur
from tests.forms.livret_de_reperage.test_golden_livret import livret

JOUR = date(2026, 4, 1)


def text(copie: Copie) -> str:
    """Return the results as text, with plain spaces."""
    return resultats.texte(published(), copie, JOUR).replace(NBSP, " ")


def test_a_decision_is_a_result_and_a_proposal_is_not() -> None:
    """The domain that was decided has its decision and its reason; the other is said undecided, with the proposal."""
    said = text(Copie({**livret().ecrits, "u1-c1-vu": tuteur("a_acquerir")}))
    assert "évaluation directe" in said
    assert "raison : Dix ans d’appels, vus lundi." in said
    assert "pas encore décidé ; Repère propose : formation" in said


def test_who_talked_and_when_is_said_and_how_to_reach_them_is_not() -> None:
    """The candidate, those who led the talk; the day that nobody wrote is missing; a telephone number stays in the livret."""
    found = {**livret().ecrits, "candidat-contact": candidat("06 00 00 00 00")}
    said = text(Copie(found))
    assert "Nom et prénom du candidat : Ana Ruiz" in said
    assert "Paul Le Goff" in said
    assert "Jour de l’entretien : pas encore écrit" in said
    assert "06 00" not in said


def test_each_prerequisite_has_its_line() -> None:
    """One that somebody answered says so, and who; any other is to be checked."""
    said = text(Copie({**livret().ecrits, "r-tuteur-etat": tuteur("fait")}))
    (line,) = [one for one in said.splitlines() if "C’est fait" in one]
    assert "Paul Le Goff" in line
    assert "à vérifier : rien n’est encore dit" in said


def test_training_says_what_is_to_be_learnt() -> None:
    """A decision for training lists the competences; one for evaluation lists none."""
    seen = {"u1-c1-vu": tuteur("a_acquerir"), "d1-decision": tuteur("formation")}
    said = text(Copie({**livret().ecrits, **seen}))
    assert "à acquérir, au moins en partie : " in said


def test_an_empty_livret_has_results_to_fill() -> None:
    """Nothing is invented, no line is missing."""
    said = text(Copie({}))
    assert said.count("pas encore décidé") == len(published_parts())
    assert "Repère propose" not in said


def published_parts() -> tuple[str, ...]:
    """Return the parts of the published certification that a livret decides of."""
    return tuple(root.code for root in load().certification("cqp-vendeur-conseil-a-distance").composantes)


@pytest.mark.parametrize("slug", [one.slug for one in load().certifications if derive(one)])
def test_every_livret_has_its_results(slug: str) -> None:
    """Whatever the certification: the same three titles, in their order."""
    form = derive(load().certification(slug))
    assert form is not None
    titles = dict.fromkeys(one.rubrique for one in resultats.results(form, Copie({}), JOUR))
    assert [*titles] in (["Entretien", "Prérequis et conditions", "Décisions"], ["Entretien", "Décisions"])


def test_the_table_has_the_lines_of_the_text() -> None:
    """One line a result, and the state of the certification on that day in the last column."""
    table = to_csv(resultats.feuille(published(), livret(), JOUR))
    rows = [*csv.reader(StringIO(table.lstrip("\ufeff")), delimiter=";")]
    assert rows[0][:4] == ["Rubrique", "Élément", "Résultat", "Écrit par"]
    assert len(rows) - 1 == len(resultats.results(published(), livret(), JOUR))


def test_the_command_writes_what_the_page_gives(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """As text, or as a table for a spreadsheet."""
    path = tmp_path / "livret.json"
    path.write_text(saved(livret()), "utf-8")
    assert main(["resultats", str(path), "--jour", "2026-04-01"]) == 0
    assert capsysbinary.readouterr().out.decode() == resultats.texte(published(), livret(), JOUR)
    assert main(["resultats", str(path), "--jour", "2026-04-01", "--format", "csv"]) == 0
    assert "Dix ans d’appels" in capsysbinary.readouterr().out.decode()
