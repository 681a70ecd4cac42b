"""The words that a document defines are one click away from the pages that use them."""

from __future__ import annotations

import dataclasses

import pytest

from macros.vues.mots_definis import used
from referentials.load import load
from tests.outils_pages import read, source

TITRE = "tp-conseiller-commercial"


@pytest.mark.parametrize(
    ("kind", "term"),
    [("referentiel", "social-selling"), ("fiche", "social-selling"), ("evaluations", "entretien-final")],
)
def test_a_page_leads_to_the_definition_of_a_word_that_it_uses(kind: str, term: str) -> None:
    """« Social selling », « Entretien final »: the foot of the page has the link."""
    assert read(source(kind, load(), TITRE)).all("a", href=f"../../glossaire/#{TITRE}-g-{term}") or read(
        source(kind, load(), TITRE)
    ).all("a", href=f"../../../glossaire/#{TITRE}-g-{term}")


def test_a_word_is_found_whole_and_in_the_plural() -> None:
    """« Leads » leads to « Lead »; « leadership » does not."""
    collection = load()
    place = f"certifications/{TITRE}/regles.json"

    def found(text: str) -> list[str]:
        changed = dataclasses.replace(collection, fichiers={**collection.fichiers, place: [{"enonce": text}]})
        return [defini.terme for defini in used(changed, TITRE, "regles.json")]

    assert found("Relancer ses leads.") == ["Lead"]
    assert found("Son leadership.") == []


def test_a_word_that_no_text_uses_is_not_shown() -> None:
    """The list is of this page, not of the whole glossary."""
    assert "Lead" not in [defini.terme for defini in used(load(), TITRE, "certification.json")]
