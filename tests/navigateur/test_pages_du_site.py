"""« Comparer » and the pages of the site in a real browser: axe, narrow screens, rows that become lists, paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from macros.comparaison.paires import pairs
from referentials.load import load
from tests.navigateur.form_page import FormPage, until
from tests.navigateur.test_accessibilite import UNFOLD, WIDTHS, faults

EVERY = pairs(load())
# Pages of two differ by their data only: one that follows the other, one with links, one without, stand for them.
TOLD_APART = [lambda p: p.suite, lambda p: not p.suite and p.liens, lambda p: not p.suite and not p.liens]
PAIRS = [f"/comparer/{next(filter(told, EVERY)).adresse}/" for told in TOLD_APART]
PAGES = ["/comparer/", *PAIRS, "/donnees/", "/confidentialite/", "/hors-ligne/", "/accessibilite/", "/contribuer/"]
PAGES += ["/deployer/"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(page: Page, serveur: str, address: str, width: int) -> None:
    """No page violates a rule of axe, folded lists opened, in either scheme, at either width; at 320 pixels none scrolls sideways."""
    assert faults(page, serveur + address, width, UNFOLD) == {}


@pytest.mark.parametrize(("width", "stacked"), [(1280, False), (390, True)])
def test_on_a_phone_a_row_is_a_list_that_names_its_columns(page: Page, serveur: str, width: int, stacked: bool) -> None:  # noqa: FBT001 — a case of the table above
    """Wide: cells side by side under their headings.  Narrow: one under the other, each with the name of its column."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{serveur}{PAIRS[0]}#identite")
    table = page.locator("#identite + details[open] table")
    old, new = (table.locator("tbody tr").first.locator("td").nth(rank) for rank in (0, 1))
    boxes = old.bounding_box(), new.bounding_box()
    assert boxes[0]
    assert boxes[1]
    assert (boxes[1]["y"] > boxes[0]["y"]) == stacked
    label = new.evaluate("(cell) => getComputedStyle(cell, '::before').content")
    assert (label == f'"{new.get_attribute("data-nom")}"') == stacked


def test_what_the_privacy_page_says_is_kept_is_what_is_kept(page: Page, serveur: str) -> None:
    """After choosing colours and answering: one local key, one database, the names that the page gives, no cookie.

    Another local key stands there for the moment that the draft takes to be written, as the page says.
    """
    page.goto(f"{serveur}/")
    assert page.evaluate("Object.keys(localStorage)") == []
    page.get_by_role("radio", name="Affichage automatique").focus()
    page.keyboard.press("ArrowDown")
    form = FormPage(page, serveur).open()
    page.locator("fieldset[data-item] input[type=radio]").first.check()
    until(lambda: form.state("brouillon") == "brouillon_enregistre" and form.settled(), "the draft is written")
    kept = page.evaluate(
        """async () => ({
          local: Object.keys(localStorage),
          session: Object.keys(sessionStorage),
          bases: (await indexedDB.databases()).map((base) => base.name),
          workers: (await navigator.serviceWorker.getRegistrations()).length,
        })"""
    )
    assert kept == {"local": ["/.__palette"], "session": [], "bases": ["repere:/"], "workers": 0}
    assert page.context.cookies() == []
