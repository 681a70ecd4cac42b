"""« Ce qui vaut aujourd’hui » in a browser: what one chooses decides what is shown, and the address keeps it."""

from __future__ import annotations

from playwright.sync_api import Page

PAGE = "aujourd-hui/"
VENDEUR = "cqp-vendeur-conseil-a-distance"


def shown(page: Page) -> set[str]:
    """Return the rules in sight, by their anchor."""
    return set(page.locator("[data-regle-de-droit][id]:visible").evaluate_all("all => all.map((one) => one.id)"))


def test_a_choice_shows_what_applies_and_the_address_keeps_it(page: Page, pyodide: str) -> None:
    """A situation takes away what is for others; a past day has its own version; two days say which has which."""
    page.goto(f"{pyodide}/{PAGE}")
    assert {"c-vae-conge", "c-apprentissage-age"} <= shown(page)
    page.get_by_label("Certification", exact=True).select_option(VENDEUR)
    page.get_by_label("Votre situation").select_option("salarie")
    assert "c-vae-conge" in shown(page)
    assert not {"c-apprentissage-age", "c-tp-jury"} & shown(page)
    page.get_by_label("Jour", exact=True).fill("2026-03-01")
    cpf = page.locator("#c-cpf-participation")
    assert "103,20 €" in cpf.inner_text()
    assert "150 €" not in cpf.inner_text()
    page.get_by_label("Autre jour, pour comparer").fill("2026-12-01")
    assert "seulement le 1er mars 2026" in cpf.inner_text()
    assert "seulement le 1er décembre 2026" in cpf.inner_text()
    told = page.locator("[data-bilan]").inner_text()
    assert "Le 1er mars 2026 seulement" in told
    page.reload()
    assert page.get_by_label("Votre situation").input_value() == "salarie"
    assert "seulement le 1er mars 2026" in cpf.inner_text()


def test_what_the_address_cannot_name_is_left_out(page: Page, pyodide: str) -> None:
    """A certification that is not here and a day that is none: all of them, today."""
    page.goto(f"{pyodide}/{PAGE}?certification=cqp-de-la-lune&jour=demain&situation=roi")
    assert page.get_by_label("Certification", exact=True).input_value() == ""
    assert page.get_by_label("Jour", exact=True).input_value() != ""
    assert "règles valent le" in page.locator("[data-bilan]").inner_text()


def test_a_day_without_any_rule_says_what_to_do(page: Page, pyodide: str) -> None:
    """An empty page would look broken."""
    page.goto(f"{pyodide}/{PAGE}?certification=tp-conseiller-commercial&jour=2008-01-02&situation=apprenti")
    assert shown(page) == set()
    assert "Choisissez un autre jour" in page.locator("[data-bilan]").inner_text()
