"""The result in the page: sentences with links, bars and radar whose sizes follow Python's counts, tables that equal them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from forms.derivation import derive
from macros import graphiques
from referentials.load import load
from tests.navigateur.form_page import FormPage, until

SLUGS = [certification.slug for certification in load().certifications]


def fill(form: FormPage, positive: str, other: str) -> None:
    """Answer everything on the whole page: one statement in three is not positive."""
    form.press("deplier")
    codes = [str(f.get_attribute("data-item")) for f in form.page.locator("fieldset[data-item]").all()]
    for rank, code in enumerate(codes):
        form.page.locator(f"[data-item='{code}'] input[value='{positive if rank % 3 else other}']").check()
    until(lambda: form.result()["compte"]["repondus"] == len(codes), "the result follows")


@pytest.mark.parametrize("slug", SLUGS)
def test_every_chart_equals_its_table(page: Page, serveur: str, slug: str) -> None:
    """Each bar's parts and the radar's points are the counts that the tables print; nothing has a style attribute."""
    form = FormPage(page, serveur, slug).open().computed()
    formulaire = derive(load().certification(slug))
    negative = next(v.code for v in formulaire.echelle if v.effet == "negatif")
    positive = next(v.code for v in formulaire.echelle if v.effet == "positif")
    fill(form, positive, negative)

    for groupe in graphiques.axes(formulaire):
        row = page.locator(
            f".r-detail [data-groupe='{groupe.groupe.code}'], .r-resultat-domaine > [data-groupe='{groupe.groupe.code}']"
        ).first
        grown = row.locator(f".r-barre [data-valeur={positive}]").first.evaluate("(part) => part.style.flexGrow")
        assert grown == row.locator("[data-champ=positifs]").first.inner_text()
        counted = page.locator(f"details [data-groupe='{groupe.groupe.code}'] td[data-valeur={negative}]")
        if counted.count():
            left = row.locator(f".r-barre [data-valeur={negative}]").first.evaluate("(part) => part.style.flexGrow")
            assert counted.first.text_content() == left
    points = (page.get_attribute(".r-radar-forme", "points") or "").split()
    assert 3 <= len(points) <= 8
    assert len(points) == len(graphiques.axes(formulaire))
    assert page.locator("[data-bilan=forces] li, [data-bilan=priorites] li, [data-bilan=manques] li").count() > 0
    assert "estimation" in page.inner_text("#resultat")


def test_what_to_work_on_leads_to_its_section(form: FormPage) -> None:
    """« Par où commencer » names a competence and its link opens the section where it stands."""
    form.computed()
    form.answer("U1-C1-E1", "oui")
    form.answer("U5-C3-E1", "non")
    form.page.locator("[data-bilan=priorites] a[href='#c-u5-c3']").click()
    form.focused("#c-u5")
    assert form.page.locator("#c-u5-c3").is_visible()
    assert form.page.locator("[data-etape]:visible").count() == 1


def test_the_html_sets_no_style_attribute(page: Page, serveur: str) -> None:
    """A strict policy refuses style attributes: as it arrives, the form's own HTML has none."""
    page.route("**/*.js", lambda route: route.abort())
    page.goto(FormPage(page, serveur).address)
    assert page.locator("article [style]").count() == 0
