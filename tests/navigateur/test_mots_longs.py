"""Words of any length that a person may write: on the narrowest screen and on paper, none leaves its page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.navigateur.dossier_page import DossierPage
from tests.navigateur.form_page import FormPage, on_paper, until
from tests.navigateur.livret_page import LivretPage

KINDS: dict[str, type[FormPage]] = {"auto-positionnement": FormPage, "livret": LivretPage, "dossier": DossierPage}
UNFOLD = "() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }"
ADD = "() => { for (const button of document.querySelectorAll('[data-action=ajouter]')) button.click(); }"
FILL = """(word) => {
  for (const control of document.querySelectorAll("#contenu :is(textarea, input[type=text])")) {
    control.value = word;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""
# What passes the right edge of the page, but for what scrolls by itself or is only heard.
BEYOND = """() => [...document.querySelectorAll("article *")].filter((one) => one.checkVisibility()
  && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1
  && !one.closest(".r-defile, .r-invisible")).map((one) => one.outerHTML.slice(0, 120))"""
MODES = "() => [...new Set([...document.querySelectorAll('[data-mode]')].map((one) => one.dataset.mode))]"
PAPER = "(mode) => { document.documentElement.dataset.impression = mode; }"


@pytest.mark.parametrize("kind", KINDS)
def test_a_word_without_a_space_breaks(page: Page, serveur: str, kind: str) -> None:
    """In every text of a form, of 240 letters: names, notes, rows, what is computed from them, and each print."""
    page.set_viewport_size({"width": 320, "height": 700})
    form = KINDS[kind](page, serveur).open().computed()
    page.evaluate(ADD)
    page.evaluate(FILL, "W" * 240)
    until(form.settled, "all is kept")
    page.evaluate(UNFOLD)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate(BEYOND) == []
    # What is left of A4 between its margins.
    page.set_viewport_size({"width": 718, "height": 1000})
    for mode in page.evaluate(MODES):
        page.evaluate(PAPER, mode)
        on_paper(page)
        assert page.evaluate(BEYOND) == [], mode


@pytest.mark.parametrize("kind", ["auto-positionnement", "dossier", "livret"])
def test_the_way_to_the_result_takes_the_focus_along(page: Page, serveur: str, kind: str) -> None:
    """Following a link inside the page, one is where it leads: the next key does not start from the top."""
    form = KINDS[kind](page, serveur).open()
    link = page.locator(".r-progression a[href^='#']").first
    if kind == "auto-positionnement":
        # The way to the result comes with the first answer.
        page.locator("[data-item] input").first.check()
        link = page.locator(".r-progression a[href='#resultat']")
    target = link.get_attribute("href")
    link.click()
    until(lambda: page.evaluate("() => document.activeElement.id") == (target or "")[1:], "the target has the focus")
    assert form.errors == []
