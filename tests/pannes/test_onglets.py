"""Two tabs of one draft, written in at random, with and without the locks that some browsers lack."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import Page

from tests.navigateur.form_page import FormPage, until
from tests.pannes.frappe import seeds, without_python

READ = """() => new Promise((resolve, reject) => {
  const opening = indexedDB.open("repere:/");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const all = opening.result.transaction("brouillons").objectStore("brouillons").getAll();
    all.onsuccess = () => { opening.result.close(); resolve(JSON.stringify(all.result)); };
  };
})"""


@pytest.mark.parametrize("seed", seeds(2))
def test_what_either_tab_wrote_is_in_some_draft(page: Page, serveur: str, seed: int) -> None:
    """Never a silent overwrite: each word written in either tab, followed or not, is found in one of the drafts."""
    draw = random.Random(f"onglets {seed}")  # noqa: S311 — a trial is drawn again from its seed
    context = page.context
    without_python(context)
    if seed % 2:
        context.add_init_script("delete Navigator.prototype.locks")
    tabs = [FormPage(page, serveur).open(), FormPage(context.new_page(), serveur).open()]
    written = []
    for number in range(8):
        tab = draw.choice(tabs)
        word = f"mot{number}de{tabs.index(tab)} "
        code = draw.choice(["U1-C1-E1", "U1-C1-E2", "U1-C1-E3"])
        if draw.random() < 0.3:
            tab.page.evaluate("window.dispatchEvent(new Event('focus'))")
        tab.note(code, word)
        written.append(word.strip())
        if draw.random() < 0.5:
            until(tab.settled, "what this tab wrote is on the disk")
    for tab in tabs:
        until(tab.settled, "all is on the disk")
    kept = str(page.evaluate(READ))
    assert [word for word in written if word not in kept] == []
