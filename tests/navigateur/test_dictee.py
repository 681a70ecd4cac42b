"""Text that a tool puts in a control without the event of typing, as dictation does: it is kept like any other."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.navigateur.dossier_page import DossierPage
from tests.navigateur.form_page import FormPage, until
from tests.navigateur.livret_page import LivretPage

KINDS: dict[str, type[FormPage]] = {"auto-positionnement": FormPage, "livret": LivretPage, "dossier": DossierPage}
TEXT = "Texte dicté"
# The first place to write in, shown as one would, then filled with no event at all.
DICTATE = """(text) => {
  const area = document.querySelector("#r-formulaire textarea");
  for (let fold = area.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  area.value = text;
}"""
SHOWN = "() => document.querySelector('#r-formulaire textarea').value"
PAPER = "() => document.querySelector('#r-formulaire .r-ecrit:not(:empty)')?.textContent"


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_dictated_is_saved(page: Page, serveur: str, tmp_path: Path, kind: str) -> None:
    """It is in the file that one saves, on paper, and in the draft that comes back."""
    form = KINDS[kind](page, serveur).open()
    # What saves comes with the first answer.
    page.locator("#r-formulaire input[type=radio]:visible").first.check()
    page.evaluate(DICTATE, TEXT)
    assert TEXT in form.save_file(tmp_path).read_text("utf-8")
    assert page.evaluate(PAPER) == TEXT
    page.reload()
    form.tied()
    assert page.evaluate(SHOWN) == TEXT
    assert form.errors == []


@pytest.mark.parametrize("gesture", ["change", "focusout", "pagehide", "beforeprint"])
def test_what_was_dictated_is_kept_when_one_leaves(page: Page, serveur: str, gesture: str) -> None:
    """Leaving the control, printing or closing the page is enough."""
    form = FormPage(page, serveur).open()
    page.evaluate(DICTATE, TEXT)
    area = page.locator("#r-formulaire textarea").first
    if gesture in {"change", "focusout"}:
        area.dispatch_event(gesture)
    else:
        page.evaluate("(gesture) => dispatchEvent(new Event(gesture))", gesture)
    until(form.settled, "it is on the disk")
    assert page.evaluate(PAPER) == TEXT
