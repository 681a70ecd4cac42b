"""A livret and a dossier start at their question: no tool before it, and one quiet place for the tools after the first answer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.navigateur.dossier_page import DossierPage
from tests.navigateur.fields_page import FieldsPage
from tests.navigateur.form_page import until
from tests.navigateur.livret_page import LivretPage
from tests.navigateur.test_premier_tour import AT_MOST_TABS, FREE, SCREENS

# Where the first answer is, for each.
FIRST = {LivretPage: "input[name=r-qui-role]", DossierPage: "[data-place] input"}
PAGES = pytest.mark.parametrize("kind", FIRST, ids=("livret", "dossier"))
TOOLS = "[data-action=enregistrer], [data-action=nouveau], #r-impressions, .r-brouillons"


@PAGES
def test_the_first_answer_is_in_the_first_screen(page: Page, serveur: str, kind: type[FieldsPage]) -> None:
    """On a phone and on a desk, before anything is done: no tool is before it, and a file can be opened, by the keyboard too."""
    form = kind(page, serveur)
    first = page.locator(FIRST[kind]).first
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        form.open()
        assert first.locator("xpath=ancestor::label").evaluate(FREE), width
        assert page.locator(TOOLS).evaluate_all("(tools) => tools.filter((tool) => tool.checkVisibility()).length") == 0
        assert page.locator("[data-action=ouvrir]:visible").count() == 1
    page.locator(".r-evitement").focus()
    page.keyboard.press("Enter")
    opened = False
    for _ in range(AT_MOST_TABS):
        page.keyboard.press("Tab")
        opened = opened or page.evaluate("document.activeElement.dataset.action === 'ouvrir'")
    assert opened
    # The first of them leads to the question itself.
    page.locator(".r-evitement").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(first).to_be_focused()
    assert form.errors == []


@PAGES
def test_the_tools_come_with_the_first_answer(page: Page, serveur: str, kind: type[FieldsPage]) -> None:
    """Answered once: how saving goes, the file, the drafts and paper are after the questions, and stay when one comes back."""
    page.add_init_script("navigator.canShare = () => true")
    form = kind(page, serveur).open()
    page.locator(FIRST[kind]).first.check()
    for _ in range(2):
        for selector in ("[data-action=enregistrer]", "#r-partager", "#r-brouillons", "#r-impressions"):
            assert page.locator(f".r-outillage {selector}").is_visible(), selector
        below = page.locator(".r-outillage").evaluate(
            "(tools) => document.querySelector('#r-formulaire').compareDocumentPosition(tools) & 4"
        )
        assert below
        until(form.settled, "the answer is kept")
        page.reload()
        page.wait_for_selector("#r-formulaire[data-pret]")
