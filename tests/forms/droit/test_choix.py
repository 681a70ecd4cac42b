"""What applies, to whom, on which day: the examples that a jurist reads (exemples.yaml), and what holds of any choice."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from forms.droit import choix
from referentials.etat import shift
from referentials.load import load
from referentials.model_law import RegleDeDroit, Situation

EXEMPLES: dict[str, list[dict[str, Any]]] = yaml.safe_load((Path(__file__).parent / "exemples.yaml").read_text("utf-8"))
EVERY = [regle for sujet in load().droit.values() for regle in sujet.regles]
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31)).map(date.isoformat)
SITUATIONS = st.sampled_from([None, *get_args(Situation)])
CERTIFICATIONS = st.sampled_from([None, *load().certifications])


def versions(jour: str) -> list[RegleDeDroit]:
    """Return what holds on a day for anybody."""
    return [regle for regle in EVERY if regle.holds(jour)]


def chosen(example: dict[str, Any]) -> set[str]:
    """Return the codes of what applies in an example."""
    slug = example.get("certification")
    certification = load().certification(slug) if slug else None
    chapters = choix.of_day(load().droit, certification, example.get("situation"), example["jour"].isoformat())
    return {regle.code for chapitre in chapters for regle in chapitre.regles}


@pytest.mark.parametrize("example", EXEMPLES["situations"], ids=lambda one: one["titre"])
def test_a_situation_has_what_the_law_gives_it(example: dict[str, Any]) -> None:
    """What is said to hold does, what is said not to does not."""
    found = chosen(example)
    assert {*example["vaut"]} - found == set()
    assert {*example.get("ne_vaut_pas", ())} & found == set()


@pytest.mark.parametrize("example", EXEMPLES["jours"], ids=lambda one: one["jour"].isoformat())
def test_a_version_begins_and_ends_on_its_day(example: dict[str, Any]) -> None:
    """Not the day before it begins; not the day after it ends."""
    jour = example["jour"].isoformat()
    begun = [one.code for one in versions(jour) if one not in versions(shift(jour, -1))]
    ended = [one.code for one in versions(jour) if one not in versions(shift(jour, 1))]
    assert (sorted(begun), sorted(ended)) == (sorted(example.get("commence", ())), sorted(example.get("finit", ())))


def test_each_rule_has_its_example_and_each_edge_its_day() -> None:
    """A rule that no example names, or a first or last day without its own, is one that nobody read."""
    told = {code for one in EXEMPLES["situations"] for key in ("vaut", "ne_vaut_pas") for code in one.get(key, ())}
    told |= {code for one in EXEMPLES["jours"] for key in ("commence", "finit") for code in one.get(key, ())}
    assert {regle.code for regle in EVERY} - told == set()
    edges = {day for regle in EVERY for day in (regle.du, regle.au) if day}
    assert {one["jour"].isoformat() for one in EXEMPLES["jours"]} == edges


@given(CERTIFICATIONS, SITUATIONS, DAYS)
def test_a_choice_only_takes_away(certification: Any, situation: Any, jour: str) -> None:
    """To say more of oneself never adds a rule; what is for nobody in particular is never lost."""
    every = {one.code for one in versions(jour)}
    found = choix.of_day(load().droit, certification, situation, jour)
    some = {one.code for chapitre in found for one in chapitre.regles}
    assert some <= every
    for_all = {one.code for one in versions(jour) if not one.s_applique.situations}
    assert {code for code in for_all if certification is None} <= some
    assert all(regle.holds(jour) and chapitre.sujet in regle.sujets for chapitre in found for regle in chapitre.regles)
