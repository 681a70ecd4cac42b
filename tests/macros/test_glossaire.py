"""The words that a glossary defines are reachable where they stand: the first of each section leads to its definition."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from macros.pages.lexique import Mot, linked, words
from macros.rendering import environment
from referentials.load import load
from tests.conftest import ROOT
from tests.outils_pages import read, source

TITRE = "tp-conseiller-commercial"
SLUGS = [certification.slug for certification in load().certifications]
MOTS = [Mot("lead", ("Lead", "Leads")), Mot("re", ("RE",)), Mot("bloc", ("bloc de compétences", "bloc"))]


def told(text: str) -> str:
    """Return a text where a link is the anchor that it leads to, before its word."""
    return re.sub(r'<a class="r-mot" href="/glossaire/#(\w+)">(.*?)</a>', r"[\1:\2]", linked(text, MOTS, "/"))


@pytest.mark.parametrize(
    ("kind", "term"),
    [("referentiel", "social-selling"), ("fiche", "social-selling"), ("evaluations", "entretien-final")],
)
def test_a_page_leads_to_the_definition_of_a_word_that_it_uses(kind: str, term: str) -> None:
    """« Social selling », « Entretien final »: the word itself is the link."""
    links = read(source(kind, load(), TITRE)).all("a", **{"class": "r-mot"})
    assert any(str(e.attributes["href"]).endswith(f"glossaire/#{TITRE}-g-{term}") for e in links)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_words_of_a_fiche_are_reachable_and_are_not_a_crowd(slug: str) -> None:
    """VAE, branch or ministry’s words, jury: each a link to a definition that the glossary has, fewer than forty a page."""
    links = read(source("fiche", load(), slug)).all("a", **{"class": "r-mot"})
    anchors = {e.attributes.get("id") for e in read(source("glossaire", load(), "")).elements}
    assert {"VAE"} <= {e.text for e in links}
    assert {str(e.attributes["href"]).partition("#")[2] for e in links} <= anchors
    assert len(links) < 40


def test_every_word_that_leads_somewhere_has_its_definition() -> None:
    """Whatever page uses it: no form of the vocabulary leads to an anchor that the glossary has not."""
    anchors = {e.attributes.get("id") for e in read(source("glossaire", load(), "")).elements}
    assert {mot.ancre for slug in SLUGS for mot in words(load(), slug)} <= anchors


def test_a_word_is_found_whole_and_in_the_plural() -> None:
    """« Leads » leads to « Lead »; « leadership » does not; capitals are a word of their own."""
    assert told("Relancer ses leads.") == "Relancer ses [lead:leads]."
    assert told("Son leadership, re-lead.") == "Son leadership, re-lead."
    assert told("Le RE et le re.") == "Le [re:RE] et le re."


def test_the_first_of_each_section_alone_is_a_link() -> None:
    """Again under the next heading of the second level, not under one of the third; the longest form wins."""
    text = "un bloc, un bloc\n### Bloc\nbloc\n## Bloc\nun bloc de compétences, un bloc"
    assert told(text) == "un [bloc:bloc], un bloc\n### Bloc\nbloc\n## Bloc\nun [bloc:bloc de compétences], un bloc"


@pytest.mark.parametrize(
    "text",
    [
        '<a href="x">un bloc</a>',
        "<summary>bloc</summary>",
        "<nav><ul><li>bloc</li></ul></nav>",
        "<p data-hors-recherche>bloc</p>",
        "<cite>bloc <b>bloc</b></cite>",
        '<p title="bloc">…</p>',
    ],
)
def test_a_link_a_gesture_and_a_name_are_left_as_they_are(text: str) -> None:
    """Nor an attribute; after them, the word is a link again."""
    assert told(f"{text} bloc") == f"{text} [bloc:bloc]"


def names(schema: Any) -> set[str]:
    """Return the keys that a schema gives to objects, and the codes of its closed lists."""
    if isinstance(schema, list):
        return {name for one in schema for name in names(one)}
    if not isinstance(schema, dict):
        return set()
    keys = schema.get("properties", {})
    codes = schema.get("enum", [schema.get("const")])
    own = {*(keys if isinstance(keys, dict) else ()), *(code for code in codes if isinstance(code, str))}
    return own | names(list(schema.values()))


def test_a_key_that_the_glossary_names_is_one_of_the_data() -> None:
    """A key of the schemas, or a code of one of their lists, letter for letter: « confederation » has no accent there."""
    known = {name for path in (ROOT / "schemas").glob("*.json") for name in names(json.loads(path.read_text("utf-8")))}
    module: Any = environment().get_template("vocabulaire.j2").module
    told = {cle for mot in module.VOCABULAIRE for cle in mot.get("cles", ())}
    assert "confederation" in told
    assert told - known == set()
