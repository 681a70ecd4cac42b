"""The folds of the référentiel in a browser: links open what they point at, all opens and closes, an address is copied."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.navigateur.form_page import on_paper

ADDRESS = "/certifications/tp-conseiller-commercial/referentiel/"
SAVOIR = "c-cp1-s1"


def test_an_address_opens_the_folds_around_its_target(page: Page, serveur: str) -> None:
    """The link to a savoir opens its list and its competence, on arrival as after a change of address."""
    page.goto(f"{serveur}{ADDRESS}#{SAVOIR}")
    expect(page.locator(f"#{SAVOIR}")).to_be_in_viewport()
    expect(page.locator("#c-cp8-s1")).to_be_hidden()
    page.evaluate("location.hash = 'c-cp8-s1'")
    expect(page.locator("#c-cp8-s1")).to_be_in_viewport()


def test_an_address_that_is_cut_stops_nothing(page: Page, serveur: str) -> None:
    """Cut in the middle of an accent, as messages cut them, it leads nowhere; folds and filters work all the same."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{serveur}{ADDRESS}#%C3")
    page.emulate_media(media="print")
    page.pdf()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Tout ouvrir").click()
    expect(page.locator("[data-replis-annonce]")).to_have_text("Tout est ouvert.")
    page.goto(f"{serveur}{ADDRESS.replace('referentiel', 'reglement')}#%C3")
    page.locator("form[data-filtres] input[value=candidat]").first.check()
    expect(page.locator("[data-bilan]")).to_contain_text(" sur ")
    assert errors == []


def test_a_box_of_the_map_opens_its_competence(page: Page, serveur: str) -> None:
    """A click on a box leads to the competence, opened."""
    page.goto(serveur + ADDRESS)
    expect(page.locator("#c-cp3-k1")).to_be_hidden()
    page.locator("svg[data-forme=large] a[href='#c-cp3'] rect").click()
    expect(page.locator("#c-cp3-k1")).to_be_visible()


def test_all_opens_and_all_closes(page: Page, serveur: str) -> None:
    """The two buttons act on every fold, and say what they did."""
    page.goto(serveur + ADDRESS)
    folds = page.locator("details.r-replie").count()
    assert folds > 0
    page.get_by_role("button", name="Tout ouvrir").click()
    assert page.locator("details.r-replie[open]").count() == folds
    expect(page.locator("[data-replis-annonce]")).to_have_text("Tout est ouvert.")
    page.get_by_role("button", name="Tout fermer").click()
    assert page.locator("details.r-replie[open]").count() == 0


def test_the_address_of_an_element_is_copied(page: Page, serveur: str) -> None:
    """A click on a code goes to its element and leaves its address in the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(serveur + ADDRESS)
    page.locator("a.r-ancre[href='#c-cp1']").click()
    expect(page.locator("[data-replis-annonce]")).to_have_text("Adresse copiée.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{serveur}{ADDRESS}#c-cp1"
    page.wait_for_url("**/#c-cp1")


def test_paper_has_all_that_is_folded(page: Page, serveur: str) -> None:
    """Printed, the folded parts are there and the buttons are not."""
    page.goto(serveur + ADDRESS)
    on_paper(page)
    assert page.evaluate(f"document.getElementById('{SAVOIR}').checkVisibility({{ contentVisibilityAuto: true }})")
    expect(page.get_by_role("button", name="Tout ouvrir")).to_be_hidden()
