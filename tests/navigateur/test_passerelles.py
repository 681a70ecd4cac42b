"""A file of another certification on the page, and where the answers on screen lead: what moves, what waits, what is refused."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from forms.auto_positionnement.reponses import Reponse
from macros.names import distinct_titles
from referentials.load import load
from tests.forms.test_passerelles import ANCIEN, CHARGE, GROS_2018, TITRE, everything, text
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
    form.press("passage-prendre")
    assert form.chosen()["U1-C1-E1"] == "oui"
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
    """Nothing is said of no answer; then each other certification, and what it says follows the next answer."""
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
    assert {*titles} == {*TITLES.values()} - {"CQP Vendeur conseil à distance en commerces de gros"}
    older = panel.locator(f"[data-certification='{GROS_2018}'] [data-champ=phrase]")
    assert "déjà couverte" not in older.inner_text()
    form.answer("U1-C1-E3", "oui")
    until(lambda: "1\u00a0compétence déjà couverte" in older.inner_text(), "the passerelles follow the answers")
    # Another draft: what was said of the first goes.
    form.press("nouveau")
    panel.wait_for(state="hidden")
    assert form.errors == []
