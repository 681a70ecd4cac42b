"""The result in the page: sentences with links, bars and radar whose sizes follow Python's counts, tables that equal them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page

from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.page import graphiques
from referentials.load import load
from tests.navigateur.form_page import FormPage, until
from tests.navigateur.test_partage import asked, command, pages_of

EFFETS = ("positif", "negatif", "non_observe")
SLUGS = [certification.slug for certification in load().certifications]


# Answers every statement, with these values in turn.
FILL = """(valeurs) => [...document.querySelectorAll("fieldset[data-item]")].forEach((question, rank) => {
  const radio = question.querySelector(`input[value=${valeurs[rank % valeurs.length]}]`);
  radio.checked = true;
  radio.dispatchEvent(new Event("input", { bubbles: true }));
})"""
HEADINGS = ["Ce qui manque", "Mes points forts", "Par où commencer"]


def fill(form: FormPage, valeurs: list[str]) -> None:
    """Answer every statement, with these values in turn, and wait until the result follows."""
    total = form.page.locator("fieldset[data-item]").count()
    answered = Counter(valeurs[rank % len(valeurs)] for rank in range(total))
    form.page.evaluate(FILL, valeurs)
    until(lambda: Counter(form.result()["compte"]["repartition"]) == answered, "the result follows")


def check_charts(page: Page, formulaire: Formulaire, positive: str, negative: str) -> None:
    """Fail where a bar's parts or the radar's points are not the counts that the tables print."""
    for groupe in graphiques.axes(formulaire):
        code = groupe.groupe.code
        row = page.locator(f".r-detail [data-groupe='{code}'], .r-resultat-domaine > [data-groupe='{code}']").first
        grown = row.locator(f".r-barre [data-valeur={positive}]").first.evaluate("(part) => part.style.flexGrow")
        assert grown == row.locator("[data-champ=positifs]").first.inner_text(), code
        counted = page.locator(f"details [data-groupe='{code}'] td[data-valeur={negative}]")
        if counted.count():
            left = row.locator(f".r-barre [data-valeur={negative}]").first.evaluate("(part) => part.style.flexGrow")
            assert counted.first.text_content() == left, code
    points = (page.get_attribute(".r-radar-forme", "points") or "").split()
    assert 3 <= len(points) <= 8
    assert len(points) == len(graphiques.axes(formulaire))


def check_summary(form: FormPage, headings: list[str], path: Path) -> None:
    """Fail where the summary has not all its parts, or takes more than one A4 sheet."""
    page = form.page
    until(lambda: all(heading in page.inner_text("#resultat") for heading in headings), "its sentences are there")
    asked(form, "synthese")
    text = page.inner_text("article")
    assert "ni un examen" in text
    assert "Origine des énoncés" not in text
    assert page.locator(".r-radar svg").is_visible()
    assert pages_of(form, path) == 1
    page.emulate_media(media="screen")


@pytest.mark.parametrize("slug", SLUGS)
def test_every_form_answered_whole(page: Page, serveur: str, tmp_path: Path, slug: str) -> None:
    """Every statement answered: charts equal their tables, and the summary holds on one page with its longest sentences.

    All values alike, then most of them positive.  The result is the command line's, to the byte, and no script fails.
    """
    form = FormPage(page, serveur, slug).open().computed()
    formulaire = derive(load().certification(slug))
    good, bad, unseen = (next(v.code for v in formulaire.echelle if v.effet == effet) for effet in EFFETS)

    fill(form, [bad, good, good])
    check_charts(page, formulaire, good, bad)
    assert page.locator("[data-bilan=forces] li, [data-bilan=priorites] li, [data-bilan=manques] li").count() > 0
    assert "estimation" in page.inner_text("#resultat")

    fill(form, [valeur.code for valeur in formulaire.echelle])
    check_summary(form, ["Par où commencer"], tmp_path / "synthese.pdf")
    fill(form, [good, good, good, bad, good, unseen, good])
    check_summary(form, HEADINGS, tmp_path / "synthese.pdf")

    until(form.settled, "the draft is on the disk")
    assert command("evaluer", str(form.save_file(tmp_path))) == f"{form.raw_result()}\n"
    assert form.errors == []


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
