"""Filters of the règlement: what they leave, what they announce, the address that keeps them."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from referentials.load import load
from tests.outils import PUBLISHED

REGLEMENT = f"/certifications/{PUBLISHED}/reglement/"
REGLES = load().certification(PUBLISHED).regles


def shown(page: Page) -> int:
    """Return how many rules a reader sees."""
    return page.locator("[data-filtrable=regle]:visible").count()


def test_a_choice_leaves_its_rules_says_how_many_and_stays_in_the_address(page: Page, serveur: str) -> None:
    """Choose an actor: only its rules remain; the address, opened again, shows the same; one button takes it away."""
    left = [regle for regle in REGLES if regle.acteur == "candidat" and regle.moment == "avant"]
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(serveur + REGLEMENT)
    assert shown(page) == len(REGLES)
    page.locator("input[name=acteur][value=candidat]").check()
    page.locator("input[name=moment][value=avant]").check()
    assert shown(page) == len(left)
    expect(page.locator("[data-bilan]")).to_have_text(f"{len(left)} règles sur {len(REGLES)}")
    # Asked of the page: the browser tells of a new address a moment after the page gave it.
    page.goto(page.evaluate("location.href"))
    assert shown(page) == len(left)
    page.get_by_role("button", name="Tout afficher").click()
    assert shown(page) == len(REGLES)
    assert "acteur" not in page.evaluate("location.href")


def test_a_link_to_a_rule_that_the_filter_hides_shows_it(page: Page, serveur: str) -> None:
    """Who follows a link to a rule sees it, whatever the filter was."""
    other = next(regle for regle in REGLES if regle.acteur != "candidat")
    anchor = f"c-{other.code.lower()}"
    page.goto(f"{serveur}{REGLEMENT}?acteur=candidat#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_visible()
    assert shown(page) == len(REGLES)
