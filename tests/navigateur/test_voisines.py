"""The page of the neighbours in a browser: their state on the reader's day, their order, and the filters."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from referentials.load import load

PAGE = "/voisines/"
RELEVE = next(iter(load().voisines.values()))
EVERY = len(RELEVE.certifications) + len(RELEVE.terminees)


def open_on(page: Page, serveur: str, day: str) -> None:
    """Open the page on a day, once its scripts have run."""
    page.clock.set_fixed_time(f"{day}T12:00:00+01:00")
    page.goto(serveur + PAGE)
    page.wait_for_selector("#r-tri:not([hidden])")


@pytest.mark.parametrize("day", ["2026-10-13", "2026-10-14", "2029-06-01"])
def test_each_says_its_state_of_the_readers_day_and_those_in_force_come_first(
    page: Page, serveur: str, day: str
) -> None:
    """One label each; in force up to the last day of its registration; the page was built on another day."""
    open_on(page, serveur, day)
    labels = page.locator("[data-liste] > li .r-etiquette:visible")
    assert labels.count() == EVERY
    green = page.locator("[data-liste] > li:has(.r-etiquette[data-etat=en-vigueur]:not([hidden]))")
    numbers = set(green.evaluate_all("(all) => all.map((one) => one.dataset.voisine)"))
    assert numbers == {one.numero_fiche for one in RELEVE.certifications if one.date_fin_enregistrement >= day}
    ranks = page.locator("[data-liste] [data-rang]:visible").evaluate_all("(all) => all.map((e) => +e.dataset.rang)")
    assert ranks == sorted(ranks)


def test_the_list_is_filtered_by_level_and_by_state(page: Page, serveur: str) -> None:
    """Both choices together; what is left is counted; what leaves nothing has a way out."""
    open_on(page, serveur, "2026-11-30")
    cards, count = page.locator("[data-liste] > li:visible"), page.locator("[data-compte-liste]")
    assert cards.count() == EVERY
    page.get_by_label("5 (celui du BTS").check()
    assert cards.count() == sum(one.niveau == "5" for one in (*RELEVE.certifications, *RELEVE.terminees))
    assert count.inner_text().startswith(f"{cards.count()} certifications affichées sur {EVERY}")
    page.get_by_label("Remplacée").check()
    nothing = page.locator("[data-liste-vide]")
    assert (cards.count(), nothing.is_visible()) == (0, True)
    nothing.get_by_role("button").click()
    page.wait_for_selector("[data-liste-vide]", state="hidden")
    assert cards.count() == EVERY


def test_a_link_to_one_stands_at_it(page: Page, serveur: str) -> None:
    """From one that is over to what follows it, on the same page."""
    open_on(page, serveur, "2026-11-30")
    over = RELEVE.terminees[0]
    page.locator(f"[data-voisine={over.numero_fiche}] a[href^='#']").click()
    assert page.locator(f"#{over.successeurs[0].lower()}").is_visible()
    assert page.evaluate("location.hash") == f"#{over.successeurs[0].lower()}"
