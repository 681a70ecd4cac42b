"""The state of a certification in a browser: a page built once tells the truth on each reader's day."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

FICHE = "/certifications/cqp-vendeur-conseil-a-distance-2018/"
SHOWN = ".r-chapeau-etats[data-periode]:not([hidden])"


@pytest.mark.parametrize("rubrique", ["", "reglement/"])
@pytest.mark.parametrize(
    ("moment", "etat"),
    [("2024-01-04T23:30:00+01:00", "en-vigueur"), ("2024-01-05T00:30:00+01:00", "expiree")],
)
def test_the_banner_is_that_of_the_readers_day(page: Page, serveur: str, rubrique: str, moment: str, etat: str) -> None:
    """In force to the end of its last day in Paris, expired half an hour after midnight; the date is told."""
    page.clock.set_fixed_time(moment)
    page.goto(serveur + FICHE + rubrique)
    page.wait_for_selector(f"{SHOWN}[data-ton={etat}]")
    assert page.locator(SHOWN).count() == 1
    assert "4 janvier 2024" in page.locator(SHOWN).inner_text()


def test_the_line_of_today_follows_the_reader(page: Page, serveur: str) -> None:
    """On the timeline, an earlier day is further to the left."""
    places = []
    for moment in ("2015-01-01T12:00:00+01:00", "2020-01-01T12:00:00+01:00"):
        page.clock.set_fixed_time(moment)
        page.goto(serveur + FICHE)
        places.append(page.locator("[data-frise-jour]").bounding_box() or {})
    assert places[0]["x"] < places[1]["x"]


def test_the_list_is_filtered_by_state_and_by_kind(page: Page, serveur: str) -> None:
    """Each choice leaves the cards that answer it, says how many, and « Tous » brings all back."""
    page.clock.set_fixed_time("2020-01-01T12:00:00+01:00")
    page.goto(serveur + "/certifications/")
    cards, count = page.locator("[data-liste] > li:visible"), page.locator("[data-compte-liste]")
    every = cards.count()
    page.get_by_label("En vigueur").check()
    assert 0 < cards.count() < every
    assert cards.count() == page.locator("[data-liste] > li:visible .r-etiquette[data-etat=en-vigueur]:visible").count()
    assert f"sur {every}" in count.inner_text()
    page.get_by_label("Titre professionnel").check()
    assert page.locator("[data-liste] > li[data-genre=CQP]:visible").count() == 0
    for group in page.get_by_label("Tous").all():
        group.check()
    assert cards.count() == every


def test_without_script_the_list_is_whole(page: Page, serveur: str) -> None:
    """Where scripts are blocked, no filter that does nothing, and every card."""
    page.route("**/*.mjs", lambda route: route.abort())
    page.goto(serveur + "/certifications/")
    assert not page.locator("[data-filtres-liste]").is_visible()
    assert page.locator("[data-liste] > li:visible").count() == page.locator("[data-liste] > li").count() > 1
