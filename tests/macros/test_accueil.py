"""What can still be had: on the home page and where one compares, on the reader's day whatever the day of the build."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from macros.pages import accueil
from macros.pages.commun import Contexte
from macros.vues.laquelle import candidates, over
from macros.vues.ouvertes import choices, in_force, periods
from referentials.etat import EN_VIGUEUR, EXPIREE, Etat, on, shift
from referentials.load import load
from referentials.model_certification import Certification
from tests.outils_pages import ASSETS, Element, read, source
from tests.outils_six_questions import plain

DAYS = ("2012-01-01", "2016-01-01", "2019-06-01", "2024-01-04", "2026-11-30", "2028-07-31", "2028-08-01", "2040-01-01")
OF_ONE = "tp-conseiller-commercial"
HOME = Contexte("", lambda _: ASSETS)


def held(slug: str, *etats: Etat) -> Certification:
    """Return a published certification under another name and with other states."""
    one = load().certification(OF_ONE)
    return replace(one, slug=slug, etats=etats)


def lasting(slug: str, du: str, au: str) -> Certification:
    """Return one that is in force from a day to another."""
    return held(
        slug,
        Etat("a_venir", au=shift(du, -1)),
        Etat(EN_VIGUEUR, du=du, au=au, echeance=au),
        Etat(EXPIREE, du=shift(au, 1)),
    )


def visible(elements: list[Element], jour: str) -> list[Element]:
    """Return the elements that the browser shows on a day."""
    return [
        e
        for e in elements
        if (e.attributes.get("data-du") or "") <= jour <= (e.attributes.get("data-au") or "9999")
        and "data-periode" in e.attributes
    ]


def named(card: Element, titles: list[str]) -> str:
    """Return which of these titles a card bears: one may begin as another does."""
    text = card.text.replace("\u00a0", " ")
    return max((title for title in titles if title in text), key=len)


def test_each_day_leaves_one_choice() -> None:
    """None, one and which, or several: the days follow each other without a gap, and the choice is that of the states."""
    two = [lasting("a", "2020-01-01", "2024-12-31"), lasting("b", "2023-01-01", "2026-12-31")]
    found = choices(two)
    assert [(one.du, one.seule and one.seule.slug, one.plusieurs) for one in found] == [
        (None, None, False),
        ("2020-01-01", "a", False),
        ("2023-01-01", None, True),
        ("2025-01-01", "b", False),
        ("2027-01-01", None, False),
    ]
    for collection in (two, list(load().certifications)):
        every = choices(collection)
        assert (every[0].du, every[-1].au) == (None, None)
        assert all(one.au and shift(one.au, 1) == following.du for one, following in pairwise(every))
        for jour in DAYS:
            (one,) = [one for one in every if one.holds(jour)]
            force = [c for c in collection if on(c.etats, jour).etat == EN_VIGUEUR]
            assert (one.seule, one.plusieurs) == (force[0] if len(force) == 1 else None, len(force) > 1), jour


def test_as_many_certifications_as_one_likes_are_few_choices() -> None:
    """Where several can be had, how many there are changes nothing: a page does not grow with each of them."""
    many = [lasting(f"c{rank}", shift("2020-01-01", rank), shift("2030-01-01", rank)) for rank in range(50)]
    assert len(choices(many)) == 5


def test_the_door_leads_to_what_can_be_had_that_day() -> None:
    """One: its form. Several: the list of these. None: it is said, and leads to what is known of each."""
    collection = load()
    for jour in DAYS:
        doors = visible(read(accueil.render(collection, HOME)).all("div"), jour)
        asked = [c for c in collection.certifications if c.has_statements]
        force = [c.slug for c in asked if on(c.etats, jour).etat == EN_VIGUEUR]
        (door,) = [e for e in doors if "Je vois où j’en suis" in e.text]
        if len(force) == 1:
            assert re.search(r"la seule (des \d+|qui ait un formulaire)", plain(door.text)), jour
        elif not force:
            every = len(asked) == len(collection.certifications)
            none = "Aucune n’est" if every else "Aucune de celles qui ont un formulaire n’est"
            assert f"{none} en vigueur aujourd’hui" in door.text, jour
    links = {
        a.attributes["href"]
        for a in read(accueil.render(collection, HOME)).all("a")
        if a.text == "Je vois où j’en suis"
    }
    assert "#certifications" in links
    alone = replace(collection, certifications=(collection.certification(OF_ONE),))
    found = read(accueil.render(alone, HOME)).all("a")
    assert f"certifications/{OF_ONE}/auto-positionnement/" in [a.attributes.get("href") for a in found]


def test_each_certification_is_on_the_home_page_once_a_day() -> None:
    """Among those that can be had, or among the others, with the state of that day and no other."""
    collection = load()
    cards = [e for e in read(source("accueil", collection, "")).all("li") if e.attributes.get("class") == "r-carte"]
    titles = [c.identite.intitule_court or c.intitule for c in collection.certifications]
    for jour in DAYS:
        assert sorted(named(e, titles) for e in visible(cards, jour)) == sorted(titles), jour


def test_what_follows_is_one_period() -> None:
    """States that follow each other and of which the same is told are days of one run; a gap parts two."""
    etats = held(
        "x",
        Etat(EN_VIGUEUR, au="2020-01-01"),
        Etat(EN_VIGUEUR, du="2020-01-02", au="2021-01-01"),
        Etat(EXPIREE, du="2021-01-02"),
    ).etats
    assert [(one.du, one.au, len(one.etats)) for one in periods(etats, in_force)] == [(None, "2021-01-01", 2)]
    for certification in load().certifications:
        for jour in DAYS:
            inside = [one for one in periods(certification.etats, in_force) if one.holds(jour)]
            assert bool(inside) == (on(certification.etats, jour).etat == EN_VIGUEUR)


def test_a_candidate_is_shown_what_may_be_begun_and_told_what_is_over() -> None:
    """On a day, each certification is a row, or in the list of those that are over: never both, never none."""
    collection = load()
    for jour in DAYS:
        rows = [a.certification.slug for a, period in candidates(collection, jour) if period.holds(jour)]
        ended = [one.slug for one, period in over(collection) if period.holds(jour)]
        assert sorted([*rows, *ended]) == [c.slug for c in collection.certifications], jour
        assert all(not on(collection.certification(slug).etats, jour).close for slug in rows)


def test_what_is_called_in_force_says_what_it_rests_on() -> None:
    """The ministry's title is so by open data alone: the door names them, with their reserve, not « ses documents »."""
    read_again = replace(load(), certifications=tuple(c for c in load().certifications if not c.identite.importee))
    text = plain(source("accueil", read_again, ""))
    assert (
        "la seule des 5 en vigueur aujourd’hui, d’après « Données ouvertes, octobre 2026 » (date à recouper)." in text
    )
    assert "d’après ses documents" not in text
