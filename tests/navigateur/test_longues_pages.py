"""Long pages: an address leads to its element, right below the header, and no height is guessed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.navigateur.form_page import on_paper
from tests.navigateur.test_accessibilite import SLUG

PARTS = {
    f"/certifications/{SLUG}/reglement/": ".r-regle",
    "/discordances/": ".r-discordance",
    "/certifications/charge-de-clientele/auto-positionnement/": ".r-question",
}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", PARTS)
def test_an_address_leads_to_its_element(page: Page, serveur: str, address: str, width: int) -> None:
    """The last and the middle element of the page come into the window, from elsewhere and from the page itself."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(serveur + address)
    anchors = page.evaluate("(part) => [...document.querySelectorAll(part + '[id]')].map((e) => e.id)", PARTS[address])
    assert len(anchors) > 50
    last, middle = anchors[-1], anchors[len(anchors) // 2]
    page.goto("about:blank")
    page.goto(f"{serveur}{address}#{last}")
    expect(page.locator(f"[id='{last}']")).to_be_in_viewport()
    page.evaluate("(anchor) => { location.hash = anchor }", middle)
    expect(page.locator(f"[id='{middle}']")).to_be_in_viewport()


LED = {
    "/discordances/": "discordances-charge-de-clientele-perime",
    f"/certifications/{SLUG}/reglement/": "regles-pendant",
}
TOP = "(anchor) => document.getElementById(anchor).getBoundingClientRect().top"
HEADER = "() => document.querySelector('.md-header').getBoundingClientRect().bottom"


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("address", LED)
def test_a_heading_stands_at_the_top_of_the_window(page: Page, serveur: str, address: str, width: int) -> None:
    """Where a section is asked for, its heading is at the top, below the header: in a fold too."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{serveur}{address}#{LED[address]}")
    expect(page.locator(f"[id='{LED[address]}']")).to_be_in_viewport()
    assert page.evaluate(HEADER) - 1 <= page.evaluate(TOP, LED[address]) <= 200


def test_the_height_of_a_page_is_its_own(page: Page, serveur: str) -> None:
    """Scrolled to its end, a page is as long as it said at first."""
    page.goto(f"{serveur}/discordances/?nature=indecis")
    page.wait_for_selector("[data-filtres][data-pret]")
    height = page.evaluate("document.documentElement.scrollHeight")
    page.locator(".r-prevaut").scroll_into_view_if_needed()
    assert page.evaluate("document.documentElement.scrollHeight") == height


def test_paper_has_what_is_far(page: Page, serveur: str) -> None:
    """Printed, the whole page is laid out: nothing waits for a window."""
    page.goto(f"{serveur}/discordances/")
    on_paper(page)
    last = page.locator(".r-discordance").last
    assert last.evaluate("(element) => getComputedStyle(element).contentVisibility") == "visible"
