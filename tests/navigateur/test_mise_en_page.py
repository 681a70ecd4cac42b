"""What only a browser lays out: nothing covers anything on a phone, and paper is dense and complete."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from referentials.load import load
from tests.navigateur.form_page import on_paper

CERTIFICATIONS = "/certifications"
REAC = f"{CERTIFICATIONS}/tp-conseiller-commercial/referentiel/"
LONG_TITLE = f"{CERTIFICATIONS}/cqp-vendeur-conseil-a-distance"
FORMS = [
    f"{CERTIFICATIONS}/{certification.slug}/auto-positionnement/"
    for certification in load().certifications
    if certification.has_statements
]
PAGE_OF_PDF = re.compile(rb"/Type\s*/Page(?!s)")


def test_the_tab_of_the_sheet_covers_nothing(page: Page, serveur: str) -> None:
    """A title of two lines leaves the table of contents above it whole, at each width."""
    page.goto(f"{serveur}{LONG_TITLE}/referentiel/")
    above = {}
    for width in (320, 390, 768):
        page.set_viewport_size({"width": width, "height": 900})
        contents = page.locator(".r-sommaire").bounding_box()
        tab = page.locator(".r-chapeau-surtitre").bounding_box()
        assert contents
        assert tab
        above[width] = contents["y"] + contents["height"] <= tab["y"]
    assert above == {320: True, 390: True, 768: True}


@pytest.mark.parametrize(
    ("address", "most"), [(REAC, 26), (f"{LONG_TITLE}/evaluations/", 5), (f"{LONG_TITLE}/reglement/", 24)]
)
def test_a_page_takes_few_sheets(page: Page, serveur: str, address: str, most: int) -> None:
    """What is folded flows from sheet to sheet: no sheet stays blank because a block could not be cut."""
    page.goto(serveur + address)
    assert 1 < len(PAGE_OF_PDF.findall(page.pdf(prefer_css_page_size=True))) <= most


def test_a_sign_leads_to_its_source_on_screen_and_on_paper(page: Page, serveur: str) -> None:
    """A tap shows the place that it names, without any script of ours; on paper it has brackets, and the list is there."""
    page.goto(f"{serveur}{LONG_TITLE}/reglement/")
    sign = page.locator("sup.r-source a").first
    place = page.locator(".r-sources > li").first
    expect(place).not_to_be_in_viewport()
    sign.click()
    expect(place).to_be_in_viewport()
    assert page.url.endswith("#source-1")
    page.go_back()
    expect(sign).to_be_in_viewport()
    before = "(element) => getComputedStyle(element, '::before').content"
    assert sign.evaluate(before) == "none"
    on_paper(page)
    assert sign.evaluate(before) == '"["'
    assert place.is_visible()


# The parts of the foot of a card that cover one another: where the text of each is, line by line.
COVERED = """() => [...document.querySelectorAll(".r-carte-pied")].flatMap((foot) => {
  const boxes = [...foot.children].map((part) => {
    const range = document.createRange();
    range.selectNodeContents(part);
    return [...range.getClientRects()];
  }).filter((lines) => lines.length > 0);
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  return boxes.slice(1).map((box, rank) => boxes[rank].some((a) => box.some((b) => meet(a, b))) ? foot.textContent : "").filter(Boolean);
})"""


@pytest.mark.parametrize("address", ["/", f"{CERTIFICATIONS}/"])
def test_no_state_covers_what_stands_beside_it(page: Page, serveur: str, address: str) -> None:
    """On a desk and on a phone, the longest state of a card leaves the count of its parts and its link whole."""
    page.goto(serveur + address)
    for width in (1280, 1000, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(COVERED) == [], width


@pytest.mark.parametrize("address", [one for one in FORMS if not re.search("/r(?:ncp|s)[0-9]", one)])
def test_the_first_question_of_a_form_is_near(page: Page, serveur: str, address: str) -> None:
    """On a phone, within half a height of the window, whatever has loaded yet; no fold is open."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(serveur + address)
    page.wait_for_selector("#r-formulaire[data-pret]")
    first = page.locator("fieldset:is([data-item], [data-premier]):visible").first.bounding_box()
    assert first
    assert first["y"] < 0.55 * 844
    assert page.locator(".r-secondaire > details[open]").count() == 0
