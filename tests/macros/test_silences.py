"""What no document says is told as such in the six answers, with whom to ask; what one says is told with its condition."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from macros.vues.six_questions import practice
from referentials.etat import on
from referentials.load import Collection, load
from tests.outils import CAS, MINIMALE, SLUG, tree
from tests.outils_pages import read, source
from tests.outils_six_questions import TODAY, answer, block, days, plain

SLUGS = [certification.slug for certification in load().certifications]


def mute() -> Collection:
    """Return the published certifications as if no document said anything of what the six questions ask."""
    nothing: dict[str, Any] = {"emplois": (), "voies_acces": (), "prerequis": (), "publics": (), "niveaux": ()}
    some = [
        replace(
            one,
            identite=replace(one.identite, **nothing),
            regles=(),
            epreuves=(),
            sessions=(),
            metiers_du_rome={},
        )
        for one in load().certifications
    ]
    return replace(load(), certifications=tuple(some))


@pytest.mark.parametrize("collection", [load(), mute(), load(MINIMALE)], ids=["published", "mute", "minimal"])
def test_every_silence_says_whom_to_ask(collection: Collection) -> None:
    """Six answers, every certification, every day: what no document says leads to who delivers it, or to a service."""
    silent = 0
    for certification in collection.certifications:
        for day in days(certification):
            found = block(certification.slug, day, collection)
            for ancre, text in found.found.items():
                assert "ndéterminé" not in text
                if re.search("document ne le dit pas|encore repris|n’en décide pas|À demander", text):
                    silent += 1
                    asked = {link for link in found.links[ancre][1:] if "glossaire" not in link}
                    assert any(link == "#ou-demander" or "://" in link for link in asked), ancre
    assert silent >= len(collection.certifications)


def test_what_is_said_nowhere_is_told_as_such() -> None:
    """No trade, no route, no exam, no time: « Le document ne le dit pas » each time, never an empty answer.

    Of a fiche that nobody has read again, it is that it was not taken over.
    """
    for slug in SLUGS:
        imported = load().certification(slug).identite.importee
        silent = "Pas encore repris de la fiche officielle. " if imported else "Le document ne le dit pas. "
        for ancre in ("metier", "evaluation", "duree-et-prix"):
            assert answer(slug, ancre, TODAY, mute()).startswith(silent)
        wanted = "À demander : par où entrer, diplôme ou expérience, temps en entreprise."
        closed = on(load().certification(slug).etats, TODAY).close
        said = answer(slug, "voies", TODAY, mute())
        assert said.startswith(f"{silent}À qui demander : ") if closed else said == wanted


def test_what_is_asked_to_enter_is_told_or_asked_about() -> None:
    """A route on which documents do not decide, a diploma, an experience: named among what to ask, or a link to what is.

    Nobody asks it of what one can no longer begin.
    """
    slug = "cqp-relation-commerciale-a-distance"
    assert "À demander" not in answer(slug, "voies")
    open_to_question = answer(slug, "voies", "2017-12-09")
    assert (
        "À demander : formation initiale, apprentissage, diplôme ou expérience, temps en entreprise."
        in open_to_question
    )
    told = block("cqp-vendeur-conseil-a-distance")
    assert "#prerequis" in told.links["voies"]
    assert "Diplôme ou expérience : lire les conditions." in answer("cqp-vendeur-conseil-a-distance", "voies")
    assert "À demander" not in told.found["voies"]


@pytest.mark.parametrize(
    ("force", "said"), [("obligation", "."), ("recommandation", " (recommandé)."), ("droit", " (possible).")]
)
def test_practice_that_is_only_advised_or_allowed_says_so(force: str, said: str) -> None:
    """In the six answers as beside another certification; what is asked of everybody goes first, and says nothing of it."""
    collection, slug = load(), "tp-conseiller-commercial"
    one = collection.certification(slug)
    (first, *_) = practice(one)
    advised = replace(first, force=force, discordances=(), code="R-AUTRE")
    changed = replace(one, regles=(advised,))
    some = [changed if other.slug == slug else other for other in collection.certifications]
    held = replace(collection, certifications=tuple(some))
    assert f"En formation, au moins 280 heures en entreprise{said}" in answer(slug, "voies", TODAY, held)
    told = "En formation, au moins 280 heures : période en entreprise avant la session du titre" + said
    assert told in plain(source("comparer", held, ""))
    both = practice(replace(one, regles=(advised, first)))
    assert [regle.force for regle in both] == sorted((force, first.force), key=lambda one: one != "obligation")


def test_the_time_and_the_price_of_a_course_are_those_of_the_data(tmp_path: Path) -> None:
    """What a document says is told with its source; what it leaves open, or does not say, leads to who knows."""
    case = CAS / "conformes" / "duree-et-prix-de-la-formation"
    collection = load(tree(case, tmp_path))
    one = collection.certification(SLUG)
    text = answer(SLUG, "duree-et-prix", TODAY, collection)
    assert "Durée de la formation : 420 heures, dont 140 en entreprise." in text
    assert "Prix de la formation : le document n’en décide pas." in text
    assert "#ou-demander" in block(SLUG, TODAY, collection).links["duree-et-prix"]
    assert "ormation : le document ne le dit pas" not in text
    facts = read(source("fiche", collection, SLUG), cited=True).all("div", **{"data-fait": "duree_formation"})
    assert "420 heures, dont 140 en entreprise. Source" in plain(facts[0].text)
    said = one.identite.duree_formation
    for duree, prix, told in [
        (said, None, "Prix de la formation : le document ne le dit pas."),
        (None, said, "Durée de la formation : le document ne le dit pas."),
        (None, None, "Épreuves : 1 h 30. Formation : le document ne le dit pas."),
    ]:
        held = replace(one, identite=replace(one.identite, duree_formation=duree, prix_formation=prix))
        assert told in answer(SLUG, "duree-et-prix", TODAY, replace(collection, certifications=(held,)))
