"""A comparison begins with what helps to choose: its detail is folded, and opens for who is led to it, searches or prints."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from macros.comparaison.paires import pairs
from referentials.load import load
from tests.navigateur.form_page import on_paper

PAIRS = [f"/comparer/{pair.adresse}/" for pair in pairs(load())]
LONGEST = "/comparer/charge-de-clientele--tp-conseiller-commercial/"
# Of a phone, 844 px each: 11 to 28 before the detail was folded.
SCREENS = 8
OPEN = "article details.r-replie[open]"


def test_each_comparison_is_a_few_screens(page: Page, serveur: str) -> None:
    """On a phone, closed as it arrives, « laquelle pour moi » and what differs before everything else, within eight screens."""
    page.set_viewport_size({"width": 390, "height": 844})
    heights = {}
    for address in PAIRS:
        page.goto(serveur + address)
        assert page.locator(OPEN).count() == 0
        first = page.locator("article h2").evaluate_all("(all) => all.slice(0, 2).map(({ id }) => id)")
        assert first == ["aujourd-hui", "en-bref"]
        assert page.locator("#aujourd-hui ~ table >> nth=0").is_visible()
        heights[address] = page.evaluate("document.documentElement.scrollHeight") / 844
    assert {address: height for address, height in heights.items() if height > SCREENS} == {}


def test_the_detail_opens_for_who_is_led_to_it(page: Page, serveur: str) -> None:
    """By the contents, by an address, from a result of the search, whose words are marked there."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(serveur + LONGEST)
    page.locator("[data-sommaire] a[href='#identite']").click()
    expect(page.locator("#identite + details[open] table")).to_be_visible()
    assert page.locator(OPEN).count() == 1
    page.goto(f"{serveur}{LONGEST}?h=vae#voies")
    expect(page.locator("#voies + details[open] mark").first).to_be_visible()


def test_on_paper_the_detail_is_there(page: Page, serveur: str) -> None:
    """Every table is printed, whatever is closed on the screen; a part says how many links it has, and has them."""
    page.goto(serveur + LONGEST)
    parts = page.locator("#correspondances-structure ~ details.r-replie:has(table)")
    said = [int(text.split()[-2]) for text in parts.locator("> summary").all_inner_texts()[:3]]
    rows = [part.locator("tbody tr").count() for part in parts.all()[:3]]
    assert said == rows
    on_paper(page)
    tables = page.locator("article table")
    assert tables.count() > 5
    assert all(table.is_visible() for table in tables.all())
