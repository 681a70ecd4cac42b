"""Long pages, of which what is far from the window is not laid out yet: an address still leads to its element."""

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


def test_paper_has_what_is_far(page: Page, serveur: str) -> None:
    """Printed, the whole page is laid out: nothing waits for a window."""
    page.goto(f"{serveur}/discordances/")
    on_paper(page)
    last = page.locator(".r-discordance").last
    assert last.evaluate("(element) => getComputedStyle(element).contentVisibility") == "visible"
