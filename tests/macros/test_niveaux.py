"""A level is said with the diploma that people know it by, from one table, wherever it is shown."""

from __future__ import annotations

from referentials.levels import level, today
from referentials.load import load
from tests.outils_pages import source
from tests.outils_six_questions import plain


def test_a_level_is_told_with_what_people_know_it_by() -> None:
    """Today's list and the one of 1969; a level that nothing stands for stays as it is."""
    assert [level(one) for one in ("3", "4", "IV")] == ["3 (celui du CAP)", "4 (celui du bac)", "IV (celui du bac)"]
    assert level("III") == "III (celui du BTS, bac + 2)"
    assert [level(one) for one in ("1", "I", None)] == ["1", "I", ""]


def test_every_place_that_shows_a_level_says_it() -> None:
    """The head of the fiche and its sources, the cards, what is laid side by side, the glossary."""
    slug, said = "tp-conseiller-commercial", "4 (celui du bac)"
    fiche = plain(source("fiche", load(), slug))
    assert f"Titre professionnel · niveau {said}" in fiche
    assert fiche.count(said) > 1
    for kind in ("accueil", "liste_certifications", "comparer"):
        assert f"iveau {said}" in plain(source(kind, load(), ""))
    glossaire = plain(source("glossaire", load(), ""))
    assert [one for one in today() if level(one.valeur) not in glossaire] == []
