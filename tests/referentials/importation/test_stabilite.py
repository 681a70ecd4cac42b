"""Codes of imported competences: of their bloc and wording, whatever their rank."""

from __future__ import annotations

import re

from referentials.importation.rapprochement import apparier
from referentials.importation.stabilite import codes, empreinte


def test_a_competence_keeps_its_code_when_it_moves() -> None:
    """Answers are saved to codes: two competences that change places keep theirs."""
    before = codes("BC01", ["Poser des œillets", "Recoudre une voile"])
    after = codes("BC01", ["Recoudre une voile", "Teindre la toile", "Poser des œillets"])
    assert (after[2], after[0]) == tuple(before)
    assert len(set(after)) == 3


def test_accents_and_spaces_change_no_code() -> None:
    """A correction that changes no word changes no code."""
    assert empreinte("Évaluer  le budget.") == empreinte("Evaluer le budget")


def test_the_same_wording_twice_has_two_codes() -> None:
    """Codes are unique, and written as all are."""
    found = codes("BC01", ["Veiller", "Veiller", "Veiller"])
    assert len(set(found)) == 3
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*", code) for code in found)


def test_a_wording_that_changes_a_little_is_found_again() -> None:
    """A word more makes no other competence; a new title above the same savoir-faire does not either."""
    below = [{"intitule": "Nettoyer les verres de la lampe"}, {"intitule": "Remplir la réserve d’huile du phare"}]
    before = [{"intitule": "Poser des œillets"}, {"intitule": "Entretenir la lampe", "sous_competences": below}]
    after = [
        {"intitule": "Prendre soin de la lampe", "sous_competences": below},
        {"intitule": "Poser des œillets neufs"},
        {"intitule": "Chanter"},
    ]
    assert apparier(before, after) == {0: 1, 1: 0}
