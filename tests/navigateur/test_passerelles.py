"""A file of another certification on the page, and where the answers on screen lead: what moves, what waits, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page

from forms.auto_positionnement.genre import GENRE
from forms.auto_positionnement.reponses import Reponse
from macros.names import distinct_titles
from referentials.load import load
from tests.forms.test_passerelles import ANCIEN, CHARGE, GROS, GROS_2018, TITRE, everything, text
from tests.navigateur.form_page import FormPage, until

TITLES = distinct_titles(load())


def saved(folder: Path, slug: str, answers: dict[str, Reponse]) -> Path:
    """Write the file of a certification."""
    path = folder / f"{slug}.json"
    path.write_text(text(slug, answers), "utf-8")
    return path


def test_answers_come_from_another_certification_and_go_back(form: FormPage, tmp_path: Path) -> None:
    """The same statements are poured around what is answered; near ones wait, one by one or all; all of it is undone."""
    form.computed()
    form.answer("U1-C1-E1", "non")
    form.note("U1-C1-E1", "à moi")
    form.open_file(saved(tmp_path, GROS_2018, everything(GROS_2018, "positif")))
    panel = form.page.locator("#r-passage")
    until(lambda: len(form.chosen()) == 48, "the statements are answered")
    assert form.chosen()["U1-C1-E1"] == "non"
    assert TITLES[GROS_2018] in panel.inner_text().replace("\u00a0", " ")
    # What differs is a question, with both answers.
    waiting = panel.locator(".r-passage-liste > li")
    assert waiting.count() == 1
    assert "« Non, pas encore »" in waiting.inner_text().replace("\u00a0", " ")
    summary = panel.locator("[data-champ=avis]")
    assert "1 réponse à revoir" in summary.inner_text().replace("\u00a0", " ")
    form.press("passage-prendre")
    assert form.chosen()["U1-C1-E1"] == "oui"
    # The sentence above the list follows it, and the focus stays in the panel.
    assert summary.inner_text() == "Il n’y a plus rien à revoir."
    assert panel.locator("h2:focus").count() == 1
    assert list(form.notes().values()) == ["à moi"]
    form.press("passage-annuler")
    assert form.chosen() == {"U1-C1-E1": "non"}
    form.said("comme avant ce fichier")

    form.open_file(saved(tmp_path, ANCIEN, everything(ANCIEN, "positif")))
    until(lambda: waiting.count() > 20, "what is near waits")
    assert form.chosen() == {"U1-C1-E1": "non"}
    first, second = (waiting.nth(rank).get_attribute("data-code") or "" for rank in (1, 2))
    waiting.nth(1).locator("[data-action=passage-prendre]").click()
    assert form.chosen()[first] == "oui"
    # Meanwhile one answers by oneself: taking all of them leaves it.
    form.answer(second, "non_observe")
    form.press("passage-tout-prendre")
    form.said("Vous avez répondu entre-temps")
    assert form.chosen()[second] == "non_observe"
    assert form.chosen()["U1-C1-E1"] == "oui"
    assert panel.locator("[data-action=passage-prendre]").count() == 0
    left = panel.locator(".r-passage-liste > li:not([data-etat])").count()
    assert (f"{left}" if left else "plus rien") in summary.inner_text()
    assert panel.locator(":focus").count() == 1
    assert form.errors == []


def test_no_link_no_answer_and_the_way_to_the_right_form(page: Page, serveur: str, tmp_path: Path) -> None:
    """Of two that nobody has compared: both titles, why, and a link to the page where the file opens."""
    form = FormPage(page, serveur, ANCIEN).open().computed()
    form.answer("C1-I1", "oui")
    form.open_file(saved(tmp_path, CHARGE, everything(CHARGE, "positif")))
    sentence = form.refusal().replace("\u00a0", " ")
    assert f"« {TITLES[CHARGE]} »" in sentence
    assert f"« {TITLES[ANCIEN]} »" in sentence
    assert "rien relevé de commun" in sentence
    assert CHARGE not in sentence
    assert form.chosen() == {"C1-I1": "oui"}
    page.click("#r-alerte [data-champ=ailleurs]")
    page.wait_for_url(f"**/certifications/{CHARGE}/auto-positionnement/")
    assert form.errors == []


def test_every_certification_is_seen_from_the_answers_on_screen(form: FormPage) -> None:
    """Nothing is said of no answer; then each other certification with a form, and what it says follows the next answer."""
    form.computed()
    form.press("passerelles")
    form.said("Répondez d’abord")
    for code in ("U1-C1-E1", "U1-C1-E2"):
        form.answer(code, "oui")
    form.press("passerelles")
    panel = form.page.locator("#r-passerelles")
    panel.wait_for()
    titles = panel.locator("[data-lien=fiche]").all_inner_texts()
    assert titles[0] == TITLES[TITRE]
    # Answers lead to forms.
    leads = {TITLES[one.slug] for one in load().certifications if GENRE.offered(one)}
    assert {*titles} == leads - {"CQP Vendeur conseil à distance en commerces de gros"}
    older = panel.locator(f"[data-certification='{GROS_2018}'] [data-champ=phrase]")
    assert "déjà couverte" not in older.inner_text()
    form.answer("U1-C1-E3", "oui")
    until(lambda: "1\u00a0compétence déjà couverte" in older.inner_text(), "the passerelles follow the answers")
    # Another draft: what was said of the first goes.
    form.press("nouveau")
    panel.wait_for(state="hidden")
    assert form.errors == []


def test_an_address_leads_to_where_answers_lead(form: FormPage) -> None:
    """« Mes réponses » of the page « Comparer » on a phone: the passerelles open by themselves, in sight and in focus."""
    form.page.set_viewport_size({"width": 390, "height": 844})
    form.computed()
    form.answer("U1-C1-E1", "oui")
    until(form.settled, "the draft is kept")
    address = form.page.url.split("#")[0]
    form.page.goto("about:blank")
    form.page.goto(f"{address}#passerelles")
    title = form.page.locator("#r-passerelles h3")
    title.wait_for()
    until(lambda: title.evaluate("(one) => one === document.activeElement"), "the focus is on what came")
    until(lambda: 0 <= (title.bounding_box() or {"y": -1})["y"] < 844, "it is in sight")
    assert form.errors == []


def test_a_file_of_another_kind_leads_to_its_page(page: Page, serveur: str, tmp_path: Path) -> None:
    """A livret opened in an auto-positionnement: the title of its certification, and the link to the page of livrets."""
    form = FormPage(page, serveur, GROS).open().computed()
    for slug in (CHARGE, GROS):
        file = tmp_path / f"livret-{slug}.json"
        content = {"format": "repere/livret-de-reperage", "version": 2, "certification": slug}
        file.write_text(json.dumps(content), "utf-8")
        form.open_file(file)
        until(lambda slug=slug: f"« {TITLES[slug]} »" in form.refusal().replace("\u00a0", " "), "the refusal names it")
        link = page.locator("#r-alerte [data-champ=ailleurs]")
        assert f"/certifications/{slug}/livret-de-reperage/" in (link.get_attribute("href") or "")
    assert form.errors == []
