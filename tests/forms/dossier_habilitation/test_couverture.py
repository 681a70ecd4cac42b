"""Competences and modules: which module works on what, in the matrix and in what is made of it."""

from __future__ import annotations

from typing import Any

import pytest

from forms.dossier_habilitation.matrices import matrice
from forms.dossier_habilitation.tableur import feuilles
from forms.dossier_habilitation.texte import texte
from forms.socle.phrases import NBSP
from tests.forms.dossier_habilitation.outils_dossier import JOUR, changed, conforming
from tests.forms.questionnaire.outils_questionnaire import published


def table(answers: dict[str, Any]) -> dict[str, Any]:
    """Return the one table of what the modules cover, with plain spaces."""
    (found,) = matrice(published(), answers, JOUR)["couvertures"]
    return {**found, "colonnes": [one.replace(NBSP, " ") for one in found["colonnes"]]}


def test_each_competence_says_which_modules_work_on_it() -> None:
    """Sixteen competences under their five units, and the modules by their rank, called as the person calls them."""
    found = table(conforming())
    assert found["colonnes"] == ["Module « Préparer ses appels »", "Module « Vendre au téléphone »"]
    assert [ligne["dans"] for ligne in found["lignes"]] == [[0]] * 6 + [[1]] * 10
    assert len(dict.fromkeys(ligne["groupe"] for ligne in found["lignes"])) == 5
    assert "" not in {ligne["groupe"] for ligne in found["lignes"]}


def test_a_competence_may_be_that_of_several_modules_or_of_none() -> None:
    """Both ranks, in their order; none where nothing works on it."""
    answers = changed(conforming(), {"modules/m1/competences": ["U3-C1", "U1-C1"], "modules/m2/competences": ["U3-C1"]})
    by_rank = [ligne["dans"] for ligne in table(answers)["lignes"]]
    assert (by_rank[0], by_rank[1], by_rank[6]) == ([0], [], [0, 1])


@pytest.mark.parametrize("modules", [[], "illisible"])
def test_without_modules_there_is_no_table(modules: Any) -> None:
    """An empty table says nothing."""
    assert matrice(published(), {**conforming(), "modules": modules}, JOUR)["couvertures"] == []


def test_text_and_workbook_say_it_too() -> None:
    """A line a competence with its modules, or that there is none; a cross under each module in the workbook."""
    answers = changed(conforming(), {"modules/m1/competences": ["U1-C1"]})
    said = texte(published(), answers, JOUR).replace(NBSP, " ")
    assert "- Aménager son poste : Module « Préparer ses appels »" in said
    assert "- Organiser ses journées : aucun module" in said
    (sheet,) = [one for one in feuilles(published(), answers, JOUR) if one.nom == "Compétences travaillées"]
    assert [row[2:] for row in sheet.lignes[:2]] == [("x", ""), ("", "")]
    assert len(sheet.entetes) == 4
