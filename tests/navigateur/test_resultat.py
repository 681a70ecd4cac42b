"""The result in the page: sentences with links, bars and radar whose sizes follow Python's counts, tables that equal them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.page import graphiques
from referentials.load import load
from tests.navigateur.form_page import FormPage, on_paper, until
from tests.navigateur.test_partage import asked, command, pages_of

EFFETS = ("positif", "negatif", "non_observe")
SLUGS = [certification.slug for certification in load().certifications if not certification.identite.importee]


# Answers every statement, with these values in turn.
FILL = """(valeurs) => [...document.querySelectorAll("fieldset[data-item]")].forEach((question, rank) => {
  const radio = question.querySelector(`input[value=${valeurs[rank % valeurs.length]}]`);
  radio.checked = true;
  radio.dispatchEvent(new Event("input", { bubbles: true }));
})"""


def fill(form: FormPage, valeurs: list[str]) -> None:
    """Answer every statement, with these values in turn, and wait until the result follows."""
    total = form.page.locator("fieldset[data-item]").count()
    answered = Counter(valeurs[rank % len(valeurs)] for rank in range(total))
    form.page.evaluate(FILL, valeurs)
    until(lambda: Counter(form.result()["compte"]["repartition"]) == answered, "the result follows")


def counts(groupes: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the count of each group of a result."""
    return {g["code"]: g["compte"] for g in groupes} | {
        code: compte for g in groupes for code, compte in counts(g["groupes"]).items()
    }


def check_charts(form: FormPage, formulaire: Formulaire, positive: str, negative: str) -> None:
    """Fail where a bar's parts, a cell or the radar's points are not what Python counts."""
    page = form.page
    comptes = counts(form.result()["groupes"])
    for groupe in graphiques.axes(formulaire):
        code = groupe.groupe.code
        row = page.locator(f".r-detail [data-groupe='{code}'], .r-resultat-domaine > [data-groupe='{code}']").first
        for valeur in (positive, negative):
            grown = row.locator(f".r-barre [data-valeur={valeur}]").first.evaluate("(part) => part.style.flexGrow")
            assert grown == str(comptes[code]["repartition"][valeur]), code
        counted = page.locator(f"details [data-groupe='{code}'] td[data-valeur={negative}]")
        if counted.count():
            assert counted.first.text_content() == str(comptes[code]["repartition"][negative]), code
    drawn = " ".join((page.text_content(".r-radar svg") or "").split())
    for axe in graphiques.axes(formulaire):
        assert axe.groupe.nom.split()[0] in drawn
        assert axe.groupe.code not in drawn.split()
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


def check_lists(form: FormPage, formulaire: Formulaire) -> None:
    """Fail where a list is not that of Python, or where a competence or a statement of it leads nowhere."""
    page = form.page
    for name, entries in form.result()["listes"].items():
        shown = page.locator(f"[data-liste={name}] [data-competence]")
        assert shown.evaluate_all("(all) => all.map((one) => one.dataset.competence)") == [e["code"] for e in entries]
        assert page.locator(f"[data-liste={name}]").is_visible() == bool(entries)
    links = page.locator("[data-listes] a").evaluate_all("(all) => all.map((link) => link.hash.slice(1))")
    there = page.evaluate("(ids) => ids.filter((id) => !document.getElementById(id))", links)
    assert links
    assert there == []
    names = {groupe.nom for groupe in formulaire.competences()}
    assert {*page.locator("[data-competence] > a").all_inner_texts()} <= {name.strip() for name in names}


LONG = "Trois ans au téléphone dans un magasin, vingt appels par jour, un carnet de suivi tenu par moi. " * 4
# Writes the same example beside every statement.
EXAMPLES = """(text) => [...document.querySelectorAll("fieldset[data-item] textarea")].forEach((area) => {
  area.value = text;
  area.dispatchEvent(new Event("input", { bubbles: true }));
})"""


def check_sheet(form: FormPage, path: Path) -> None:
    """Fail where the adviser's sheet takes more than one A4 with long examples everywhere, or holds anything else."""
    page = form.page
    page.evaluate(EXAMPLES, LONG)
    until(form.settled, "the examples are on the disk")
    # Where nobody can begin any more, it is not asked: a draft may hold one all the same.
    page.evaluate("""() => { const route = document.getElementById("r-voie");
      route.selectedIndex = 1;
      route.dispatchEvent(new Event("change", { bubbles: true })); }""")
    page.evaluate("() => { window.print = () => {} }")
    form.press("imprimer", "conseiller")
    page.wait_for_selector("#r-conseiller:not([hidden])", state="attached")
    until(lambda: page.get_attribute("html", "data-impression") == "conseiller", "the sheet is ready")
    on_paper(page)
    text = page.inner_text("article")
    assert text.startswith("Fiche pour le conseiller")
    assert "Trois ans au téléphone" in text
    assert "Mon résultat" not in text
    assert page.inner_text("#r-conseiller [data-champ=voie]") != "pas encore choisie"
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
    check_charts(form, formulaire, good, bad)
    check_lists(form, formulaire)
    assert "estimation" in page.inner_text("#resultat")
    # Where no rule sets a threshold, no badge says so.
    judged = page.locator("[data-ensemble] .r-etiquette").count()
    assert judged == bool(formulaire.seuils and formulaire.groupes_requis)
    assert page.locator("[data-suites] [data-suite]:visible").count() > 0

    fill(form, [valeur.code for valeur in formulaire.echelle])
    check_summary(form, ["À confirmer"], tmp_path / "synthese.pdf")
    check_sheet(form, tmp_path / "conseiller.pdf")
    fill(form, [good, good, good, bad, good, unseen, good])
    check_summary(form, ["À apprendre"], tmp_path / "synthese.pdf")

    until(form.settled, "the draft is on the disk")
    assert command("evaluer", str(form.save_file(tmp_path))) == f"{form.raw_result()}\n"
    assert form.errors == []


def test_what_is_left_is_answered_where_it_is_listed(form: FormPage) -> None:
    """« À confirmer » names what is not decided; one tap leads to the question; decided, it goes to another list."""
    form.computed()
    for code, valeur in (("U5-C3-E1", "oui"), ("U5-C3-E2", "oui"), ("U5-C3-E3", "ne_sait_pas")):
        form.answer(code, valeur)
    entry = form.page.locator("[data-liste=a_confirmer] [data-competence='U5-C3']")
    until(lambda: "Je ne sais pas encore" in entry.inner_text(), "the last answer is counted")
    entry.locator("ul a").click()
    form.focused("[data-item='U5-C3-E3']")
    form.answer("U5-C3-E3", "oui")
    form.note("U5-C3-E3", "Tous les lundis")
    done = form.page.locator("[data-liste=sais_faire] [data-competence='U5-C3']")
    until(lambda: done.count() == 1, "it is in the other list")
    until(lambda: "Tous les lundis" in done.inner_text(), "with the example just written")


def test_the_route_wished_is_kept_and_saved(form: FormPage, tmp_path: Path) -> None:
    """The route that one chooses for the sheet is in the draft, in the file, and comes back with either."""
    form.computed()
    form.answer("U1-C1-E1", "oui")
    form.page.select_option("#r-voie", "vae")
    until(form.settled, "it is on the disk")
    until(lambda: form.result().get("voie_souhaitee") == "vae", "the result says it, as the command does")
    path = form.save_file(tmp_path)
    assert json.loads(path.read_text("utf-8"))["voie_souhaitee"] == "vae"
    form.page.reload()
    form.tied()
    assert form.page.input_value("#r-voie") == "vae"
    form.press("nouveau")
    form.said("Nouveau brouillon")
    assert form.page.input_value("#r-voie") == ""
    form.computed()
    form.open_file(path)
    form.said("ouvert")
    assert form.page.input_value("#r-voie") == "vae"


def test_the_html_sets_no_style_attribute(page: Page, serveur: str) -> None:
    """A strict policy refuses style attributes: as it arrives, the form's own HTML has none."""
    page.route("**/*.js", lambda route: route.abort())
    page.goto(FormPage(page, serveur).address)
    assert page.locator("article [style]").count() == 0
