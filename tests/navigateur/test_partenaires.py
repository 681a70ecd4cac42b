"""The page of the partners: a word narrows the list, how many are left is said, the address keeps the word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from referentials.load import load
from tests.macros.test_importees import CASE, RNCP
from tests.outils import edit, tree
from tests.outils_pages import source

MANY = 471


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the page of a fiche that has as many partners as the largest of the register."""
    root = tree(CASE, tmp_path_factory.mktemp("tree"))

    def change(donnees: dict[str, list[dict[str, str]]]) -> None:
        known = donnees["partenaires"]
        known += [{"nom": f"ORGANISME {rang:03} DE FORMATION", "etat": "Actif"} for rang in range(MANY - len(known))]

    edit(root / "certifications" / RNCP / "partenaires.json", change)
    text = source("partenaires", load(root), RNCP)
    text = re.sub(r"^## (.*?) \{ #(\S+) \}$", r'<h2 id="\2">\1</h2>', text, flags=re.MULTILINE)
    return re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)


def laid(page: Page, serveur: str, rendered: str) -> None:
    """Lay the page in one of the site's, and have its script come after, as it does."""
    page.evaluate("html => { document.querySelector('.md-content article').innerHTML = html; }", rendered)
    page.evaluate("address => import(address)", f"{serveur}/assets/javascripts/partenaires.mjs?{Path(__file__).stem}")


def test_a_word_narrows_the_list_and_says_how_many_are_left(page: Page, serveur: str, rendered: str) -> None:
    """Without accents nor capitals, by a part of the name or of the SIRET in groups; nothing left is said in words."""
    page.goto(f"{serveur}/certifications/")
    page.evaluate("html => { document.querySelector('.md-content article').innerHTML = html; }", rendered)
    shown = page.locator("[data-organisme]:visible")
    # Whole without the script, and then no field that does nothing.
    assert shown.count() == MANY
    expect(page.locator("[data-compte-organismes]")).to_have_text(f"{MANY} organismes.")
    expect(page.get_by_label("Nom ou SIRET")).not_to_be_visible()
    laid(page, serveur, rendered)
    told, field = page.locator("[data-compte-organismes]"), page.get_by_label("Nom ou SIRET")
    expect(told).to_have_text(f"{MANY} organismes sur {MANY}.")
    field.fill("epluchage VAL")
    expect(told).to_have_text(f"1 organisme sur {MANY}.")
    expect(shown).to_contain_text(["habilitation retirée"])
    # The group that has nothing left goes with its title.
    expect(page.locator("[data-groupe-organismes]:visible")).to_have_count(1)
    field.fill("123 456 789 000 21")
    expect(shown).to_contain_text(["GRETA DES POTAGERS"])
    assert "mot=123" in page.evaluate("location.search")
    # What stands beside the names is not looked through: the field says names.
    for typed in ("zzz", "avril"):
        field.fill(typed)
        expect(told).to_contain_text("Aucun organisme")
    field.fill("")
    assert shown.count() == MANY
    assert page.evaluate("location.search") == ""
