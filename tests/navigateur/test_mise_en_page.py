"""What only a browser lays out: nothing covers anything on a phone, and paper is dense and complete."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from referentials.load import load
from tests.navigateur.form_page import on_paper

CERTIFICATIONS = "/certifications"
REAC = f"{CERTIFICATIONS}/tp-conseiller-commercial/referentiel/"
LONG_TITLE = f"{CERTIFICATIONS}/cqp-vendeur-conseil-a-distance"
FORMS = [f"{CERTIFICATIONS}/{certification.slug}/auto-positionnement/" for certification in load().certifications]
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
    ("address", "most"), [(REAC, 22), (f"{LONG_TITLE}/evaluations/", 5), (f"{LONG_TITLE}/reglement/", 24)]
)
def test_a_page_takes_few_sheets(page: Page, serveur: str, address: str, most: int) -> None:
    """What is folded flows from sheet to sheet: no sheet stays blank because a block could not be cut."""
    page.goto(serveur + address)
    assert 1 < len(PAGE_OF_PDF.findall(page.pdf(prefer_css_page_size=True))) <= most


def test_paper_cites_a_document_by_its_number_and_lists_it(page: Page, serveur: str) -> None:
    """On screen the whole reference; on paper [1] and the section, and at the end what 1 stands for."""
    page.goto(f"{serveur}{LONG_TITLE}/reglement/")
    name, title, listed = (
        page.locator(".r-source-document").first,
        page.locator(".r-source-titre").first,
        page.locator(".r-cites"),
    )
    before = "(element) => getComputedStyle(element, '::before').content"
    assert (name.evaluate(before), listed.is_visible()) == ("none", False)
    on_paper(page)
    assert name.evaluate(before) != "none"
    assert not title.is_visible()
    assert listed.is_visible()
    assert listed.locator("li").count() == 1


@pytest.mark.parametrize("address", FORMS)
def test_the_first_statement_of_a_form_is_near(page: Page, serveur: str, address: str) -> None:
    """On a phone, within two heights of the window, much of it titles, whatever has loaded yet; no fold is open."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(serveur + address)
    page.wait_for_selector("#r-formulaire[data-pret]")
    first = page.locator("fieldset[data-item]").first.bounding_box()
    assert first
    assert first["y"] < 1.65 * 844
    assert page.locator(".r-secondaire > details[open]").count() == 0
