"""The words of a form stand once on its page: what Python is given is read there, and is the whole form."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from forms.auto_positionnement.genre import GENRE
from referentials.load import load
from tests.conftest import ROOT
from tests.navigateur.form_page import FormPage
from tests.outils_formulaires import as_python_reads

WORDS = (ROOT / "forms" / "auto_positionnement" / "web" / "words.mjs").read_text("utf-8").replace("export ", "")


@pytest.mark.parametrize("slug", [one.slug for one in load().certifications if GENRE.offered(one)])
def test_python_is_given_the_whole_form_and_the_page_says_it_once(page: Page, serveur: str, slug: str) -> None:
    """The embedded data have no statement; with those that the page shows, they are the form derived from the data."""
    form = FormPage(page, serveur, slug).open()
    carried = json.loads(page.text_content("#r-donnees-formulaire") or "")
    assert "enonce" not in json.dumps(carried["groupes"])
    whole = page.evaluate(f"(carried) => {{ {WORDS} return worded(document, carried); }}", carried)
    assert whole == as_python_reads(GENRE, load().certification(slug))
    assert form.errors == []
