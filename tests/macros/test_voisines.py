"""The page of the neighbours: each of the data once, with its official fiche, and no more decided than the survey decides."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path

import pytest

from macros.vues import voisines
from referentials.etat import INDETERMINE, on, shift
from referentials.load import Collection, load
from referentials.model_orientation import Voisines
from referentials.orientation import neighbours, official
from tests.outils import CAS, tree
from tests.outils_pages import Element, Reading, read, source

DAY = "2026-11-30"
EVERYTHING = "tout-ce-que-les-schemas-admettent"


@pytest.fixture(params=["publiée", EVERYTHING])
def collection(request: pytest.FixtureRequest, tmp_path: Path) -> Collection:
    """Return the published data, then all that the schemas admit."""
    return load() if request.param == "publiée" else load(tree(CAS / "conformes" / request.param, tmp_path))


def surveyed(collection: Collection) -> list[tuple[Voisines, str, str, str]]:
    """Return what the data have: the survey, and the number, title and last day of each certification."""
    return [
        (releve, one.numero_fiche, one.intitule, one.date_fin_enregistrement)
        for releve in collection.voisines.values()
        for one in (*releve.certifications, *releve.terminees)
    ]


def cards(page: str) -> dict[str, Reading]:
    """Return each certification of the list by its number, as it is read."""
    found = ["<li" + part.partition("</li>")[0] + "</li>" for part in page.split("<li")]
    read_ones = [read(part) for part in found if "data-voisine=" in part]
    return {str(one.elements[0].attributes["data-voisine"]): one for one in read_ones}


def test_each_neighbour_of_the_data_is_there_once_with_its_official_fiche(collection: Collection) -> None:
    """Its title under an anchor of its number, its level, its last day, the address of its number; nobody else is there."""
    page = source("voisines", collection, "")
    shown = [e.attributes["data-voisine"] for e in read(page).all("li") if "data-voisine" in e.attributes]
    wanted = surveyed(collection)
    assert Counter(shown) == Counter(number for _, number, *_ in wanted)
    assert set(Counter(shown).values()) == {1}
    for _, number, title, last in wanted:
        card = cards(page)[number]
        (heading,) = card.all("h3", id=number.lower())
        assert heading.text.replace("\u00a0", " ").split() == title.split()
        assert card.elements[0].attributes["data-niveau"]
        assert card.all("time", datetime=last)
        address = official(collection, number)
        assert len(card.all("a", href=address)) == 1 if address else not card.all("a", rel="external")


@pytest.mark.parametrize("after", [0, 1])
def test_its_state_is_that_of_each_day_until_its_last_one(collection: Collection, after: int) -> None:
    """In force on its last day, not on the next; one state a day, for the browser to choose."""
    for entry in voisines.entries(collection, DAY):
        day = shift(entry.fiche.date_fin_enregistrement, after)
        assert on(entry.etats, day).close is bool(after)
        assert entry.etats[0].du is None
        assert entry.etats[-1].au is None


def test_what_was_read_at_second_hand_is_never_told_as_decided() -> None:
    """Of a survey that is « à recouper », every state says so, on the label itself."""
    page = source("voisines", load(), "")
    for number, card in cards(page).items():
        labels = [e for e in card.all("span") if "data-rang" in e.attributes]
        bounded = [
            e for e in labels if "data-au" in e.attributes or e.attributes["data-etat"] in ("expiree", "remplacee")
        ]
        assert bounded, number
        assert all("date à recouper" in e.text for e in bounded if e.attributes["data-etat"] != "a-venir"), number


def test_one_that_is_undecided_stays_so() -> None:
    """Where ours is « à vérifier », no neighbour and no sentence makes it over or replaced."""
    page = read(source("voisines", load(), ""))
    for one in load().certifications:
        if [etat.etat for etat in one.etats] == [INDETERMINE] and neighbours(load(), one):
            (line,) = [e for e in page.all("li") if e.attributes.get("data-notre") == one.slug]
            assert "À vérifier" in line.text
            assert not {word for word in ("Expirée", "Remplacée", "En vigueur") if word in line.text}
            break
    else:
        pytest.fail("none of the published certifications is undecided")


def notres(page: Reading) -> dict[str, Element]:
    """Return the line of each of ours."""
    return {str(e.attributes["data-notre"]): e for e in page.all("li") if "data-notre" in e.attributes}


def test_ours_are_told_with_what_follows_them_or_with_the_look_that_found_nothing() -> None:
    """Each that has neighbours, and no other; no successor: the day of the survey and its reserve, and whom to ask."""
    page = read(source("voisines", load(), ""))
    lines = notres(page)
    assert set(lines) == {one.slug for one in load().certifications if neighbours(load(), one)}
    gros = lines["cqp-vendeur-conseil-a-distance-2018"].text.replace("\u00a0", " ")
    assert "Aucune suite trouvée dans le relevé du 3 octobre 2026 à recouper" in gros
    assert "Repère place à sa suite" in gros
    for slug in lines:
        assert page.all("a", href=f"../certifications/{slug}/#voisines")
        assert any(e.attributes.get("href") == f"../certifications/{slug}/#et-maintenant" for e in page.all("a"))


def test_one_that_was_over_leads_to_what_follows_it_on_the_same_page(collection: Collection) -> None:
    """A link to the anchor of each; one that the survey gives no successor is sent to its official fiche once it is over."""
    page = source("voisines", collection, "")
    anchors = {e.attributes.get("id") for e in read(page).all("h3")}
    for releve in collection.voisines.values():
        assert releve.terminees
        for one in releve.terminees:
            led = {str(e.attributes["href"]) for e in cards(page)[one.numero_fiche].all("a")}
            assert {f"#{suite.lower()}" for suite in one.successeurs} <= led
            assert {suite.lower() for suite in one.successeurs} <= anchors
        for other in releve.certifications:
            (said,) = [e for e in cards(page)[other.numero_fiche].all("p") if "ne lui donne pas de suite" in e.text]
            assert said.attributes["data-du"] == shift(other.date_fin_enregistrement, 1)


def test_the_fiches_that_name_neighbours_and_the_list_lead_to_the_page(collection: Collection) -> None:
    """From what is near one certification to all; a collection without a survey leads nobody to an empty page."""
    for one in collection.certifications:
        led = bool(read(source("fiche", collection, one.slug)).all("a", href="../../voisines/"))
        assert led is bool(neighbours(collection, one))
    assert read(source("liste_certifications", collection, "")).all("a", href="../voisines/")
    none = dataclasses.replace(collection, voisines={})
    assert not read(source("liste_certifications", none, "")).all("a", href="../voisines/")


def test_without_a_survey_the_page_says_so_and_leads_on() -> None:
    """A collection of one's own may have none."""
    page = read(source("voisines", dataclasses.replace(load(), voisines={}), ""))
    assert not page.all("form")
    assert page.all("a", href="../certifications/")
    assert any("Aucune certification voisine" in e.text for e in page.all("p"))
