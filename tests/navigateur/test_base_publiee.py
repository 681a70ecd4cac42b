"""The drafts that a published version left in a browser: today's site shows them, and saves all that they hold."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.navigateur.form_page import FormPage
from tests.pannes.frappe import without_python

BASES = Path(__file__).parents[1] / "cas" / "brouillons"
# Writes the database as that version had made it: its stores, their keys and indexes, their rows.
WRITE = """(base) => new Promise((resolve, reject) => {
  const opening = indexedDB.open(base.nom, base.version);
  opening.onupgradeneeded = () => {
    for (const [name, { keyPath, index, lignes }] of Object.entries(base.magasins)) {
      const store = opening.result.createObjectStore(name, { keyPath });
      for (const key of index) store.createIndex(key, key);
      for (const ligne of lignes) store.put(ligne);
    }
  };
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => { opening.result.close(); resolve(); };
})"""


def leaves(node: Any) -> Iterator[Any]:
    """Yield every value that is neither a list nor an object, nor empty."""
    if isinstance(node, dict):
        for value in node.values():
            yield from leaves(value)
    elif isinstance(node, list):
        for value in node:
            yield from leaves(value)
    elif node not in (None, ""):
        yield node


def lost(draft: dict[str, Any], saved: Any) -> Counter[Any]:
    """Return what a draft held and a saved file does not, with how many times it is wanting."""
    return Counter(leaves(draft["contenu"])) - Counter(leaves(saved))


@pytest.mark.parametrize("base", sorted(BASES.glob("*.json")), ids=lambda path: path.stem)
def test_drafts_of_a_published_version_are_all_there(base: Path, page: Page, serveur: str, tmp_path: Path) -> None:
    """Each draft of each form comes on screen under its name, and its file holds all that was written."""
    then = json.loads(base.read_text("utf-8"))
    drafts = then["magasins"]["brouillons"]["lignes"]
    # No draft is read with it.
    without_python(page.context)
    page.goto(f"{serveur}/robots.txt")
    page.evaluate(WRITE, then)
    form = FormPage(page, serveur)
    for draft in drafts:
        kind, certification = draft["formulaire"].split("/")
        form.address = f"{serveur}/certifications/{certification}/{kind}/"
        form.open()
        nom = form.page.locator(".r-liste-brouillons b", has_text=draft["nom"])
        assert nom.count() == 1, draft["id"]
        if form.page.input_value("#r-nom") != draft["nom"]:
            form.page.locator("#r-brouillons").evaluate("(fold) => { fold.open = true; }")
            nom.locator("xpath=ancestor::li").get_by_role("button").first.click()
            form.page.wait_for_function("(nom) => document.getElementById('r-nom').value === nom", arg=draft["nom"])
        saved = json.loads(form.save_file(tmp_path).read_text("utf-8"))
        assert not lost(draft, saved), draft["id"]
    assert form.errors == []


def test_an_answer_that_is_lost_would_be_seen() -> None:
    """A file that holds a note once, where the draft holds it twice, has lost one."""
    assert lost({"contenu": {"a": {"note": "oui"}, "b": "oui"}}, {"reponses": {"a": "oui"}}) == Counter({"oui": 1})
