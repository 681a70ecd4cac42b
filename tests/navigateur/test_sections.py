"""A long form, one section at a time: addresses, back and forward, focus, what is done; whole without script and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.navigateur.form_page import FormPage, on_paper, until

SHOWN = "[data-etape]:visible"
LOTS = "charge-de-clientele"


def shown(page: Page) -> list[str]:
    """Return the sections that are on screen."""
    return list(page.locator(SHOWN).evaluate_all("(sections) => sections.map(({ id }) => id)"))


def test_one_section_is_shown_and_its_neighbours_are_one_link_away(form: FormPage) -> None:
    """The first section, then the next with the focus on its title; back and forward as on any page."""
    page = form.page
    assert page.locator(SHOWN).count() == 1
    assert not page.locator("#c-u2").is_visible()
    assert page.get_by_text("Section 1 sur 5").is_visible()
    page.locator("#c-u1 .r-suite a").last.click()
    form.focused("#c-u2 h3")
    assert shown(page) == ["c-u2"]
    assert page.locator("[data-sommaire=c-u2] a").get_attribute("aria-current") == "step"
    page.go_back()
    until(lambda: shown(page) == ["c-u1"], "the first section is back")
    page.go_forward()
    until(lambda: shown(page) == ["c-u2"], "the second is there again")


@pytest.mark.parametrize(("anchor", "section"), [("q-u4-c1-e2", "c-u4"), ("c-u5-c2", "c-u5"), ("c-d2", "c-u3")])
def test_an_address_opens_the_section_that_holds_it(page: Page, serveur: str, anchor: str, section: str) -> None:
    """A statement, a competence or a whole domain: its section opens and it stands on screen, in both passes."""
    form = FormPage(page, serveur)
    form.address += f"#{anchor}"
    form.open(premier_tour=True)
    assert page.locator(f"#{anchor}").is_visible()
    # Once all has loaded, the browser goes to the address itself; the page follows again.
    form.focused("[data-item=U4-C1-E2] input" if anchor.startswith("q-") else f"#{section}")
    page.locator("[data-action=vitesse]").click()
    assert shown(page) == [section]
    assert page.locator(f"#{anchor}").is_visible()


def test_the_first_statement_without_answer_is_found_across_sections(form: FormPage) -> None:
    """Once the first section is full, the link of the result leads into the second."""
    form.computed()
    for code in ("U1-C1-E1", "U1-C1-E2", "U1-C1-E3", "U1-C2-E1", "U1-C2-E2", "U1-C2-E3"):
        form.answer(code, "oui")
    until(lambda: form.result()["compte"]["repondus"] == 6, "the result follows")
    form.page.click("[data-ensemble] [data-champ=suivante]")
    form.focused("[data-item=U2-C1-E1] input")


def test_what_is_done_is_said_in_words_and_announced_at_the_end_of_a_section_only(form: FormPage) -> None:
    """The table of contents counts; « terminé » comes with the last answer, and so does the announcement."""
    page, entry = form.page, form.page.locator("[data-sommaire=c-u1] .r-avancement")
    for code in ("U1-C1-E1", "U1-C1-E2", "U1-C1-E3", "U1-C2-E1", "U1-C2-E2"):
        form.answer(code, "oui")
    assert entry.inner_text() == "5 sur 6"
    assert page.inner_text("#r-annonce") == ""
    form.answer("U1-C2-E3", "ne_sait_pas")
    assert entry.inner_text() == "6 sur 6, terminé"
    assert page.inner_text("#r-annonce").startswith("Section terminée : Organisation de l’activité")
    assert page.get_attribute("#r-annonce", "role") == "status"


def test_small_competences_are_shown_together(page: Page, serveur: str) -> None:
    """Blocs made of many small competences are cut into parts of about ten statements."""
    form = FormPage(page, serveur, LOTS).open()
    assert page.locator(SHOWN).locator("fieldset[data-item]").count() == 7
    assert page.locator("[data-sommaire]").count() == 9
    form.show("B3-C16-E2")
    assert page.locator(SHOWN).locator("h3").first.inner_text() == "Partie 4 sur 4"


def test_everything_shows_on_paper_without_script_and_on_demand(form: FormPage, serveur: str) -> None:
    """Sections hide nothing from print, from a browser without JavaScript, or from whoever asks for the whole."""
    page = form.page
    every = page.locator("fieldset[data-item]").count()
    assert page.locator("fieldset[data-item]:visible").count() < every
    page.get_by_role("button", name="Tout afficher sur une page").click()
    assert page.locator("fieldset[data-item]:visible").count() == every
    page.get_by_role("button", name="Tout afficher sur une page").click()
    on_paper(page)
    assert page.locator("fieldset[data-item]:visible").count() == every
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    bare = context.new_page()
    bare.goto(form.address)
    assert bare.locator("fieldset[data-item]:visible").count() == every
    context.close()
    assert serveur in form.address
