"""What is asked with one draft on screen is answered later: it never takes the place of what one wrote meanwhile.

Python is held back until the test lets it come: what one does before is done while an answer is awaited.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

from forms.auto_positionnement.derivation import derive
from forms.plusieurs_mains.ecrits import Copie
from referentials.load import load
from tests.forms.livret_de_reperage.outils_livret import candidat, saved
from tests.navigateur.form_page import SLUG, FormPage, until
from tests.navigateur.livret_page import LivretPage
from tests.outils_formulaires import export
from tests.pannes.brouillons import on_disk, texts

FORM = derive(load().certification(SLUG))
ITEMS = [item.code for item in FORM.all_items() if item.code.startswith("U1-C1-")]
PROJET = "[data-place=projet] textarea"
# What pouring notes beside the answers: the day of what was poured.
POURED = {"auto-positionnement-jour": "2026-11-21"}


class Retenue:
    """Python on its way, which comes when it is told to."""

    def __init__(self, page: Page) -> None:
        """Hold back the script of the worker."""
        self.routes: list[Route] = []
        page.route("**/assets/repere/worker-*.js", self.hold)

    def hold(self, route: Route) -> None:
        """Take note of a request, and leave it without an answer."""
        self.routes.append(route)

    def let_go(self) -> None:
        """Let Python come."""
        for route in self.routes:
            route.continue_()


def written(folder: Path, text: str, name: str) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def auto(folder: Path) -> Path:
    """Return the file of an auto-positionnement."""
    return written(folder, export(FORM, {code: {"valeur": "oui"} for code in ITEMS}), "auto.json")


def given(form: FormPage, path: Path) -> None:
    """Hand over a file, and wait until it is known to wait for Python."""
    form.open_file(path)
    form.said("dès que le calcul sera prêt")


def values(brouillon: dict[str, Any]) -> dict[str, Any]:
    """Return the answers of a livret, by place."""
    return {place: ecrit["valeur"] for place, ecrit in brouillon["contenu"]["valeurs"].items()}


def test_what_is_typed_while_a_file_is_poured_stays(page: Page, serveur: str, tmp_path: Path) -> None:
    """Given while Python loads, an auto-positionnement is poured into what one has typed meanwhile, not over it."""
    python = Retenue(page)
    livret = LivretPage(page, serveur).open()
    livret.write("candidat-nom", "Ana Ruiz")
    given(livret, auto(tmp_path))
    livret.write("projet", "écrit pendant l’attente")
    python.let_go()
    livret.said("réponse reprise")
    assert page.locator(PROJET).input_value() == "écrit pendant l’attente"
    until(livret.settled, "it is on the disk")
    (kept,) = on_disk(page)
    expected = {"candidat-nom": "Ana Ruiz", "projet": "écrit pendant l’attente", "u1-c1-dit": "acquis", **POURED}
    assert values(kept) == expected
    assert livret.errors == []


def test_what_is_poured_stays_out_of_another_draft(page: Page, serveur: str, tmp_path: Path) -> None:
    """One has gone to another livret meanwhile: each keeps its own person's words, and the file has a draft beside."""
    python = Retenue(page)
    livret = LivretPage(page, serveur).open()
    livret.write("candidat-nom", "Ana")
    given(livret, auto(tmp_path))
    livret.press("nouveau")
    livret.write("candidat-nom", "Zoé")
    python.let_go()
    livret.said("gardé à part, dans le brouillon « sans nom (à part) »")
    assert page.locator("[data-place=candidat-nom] input").input_value() == "Zoé"
    assert page.locator("#f-u1-c1-dit input:checked").count() == 0
    assert "sans nom (à part)" in page.locator(".r-liste-brouillons b").all_text_contents()
    until(livret.settled, "all is on the disk")
    kept = sorted((values(one) for one in on_disk(page)), key=len)
    assert kept[2] == {"candidat-nom": "Ana", "u1-c1-dit": "acquis", **POURED}
    assert {one["candidat-nom"] for one in kept[:2]} == {"Ana", "Zoé"}
    assert livret.page.locator("#r-annuler").is_hidden()


def test_what_is_poured_into_a_deleted_draft_does_not_bring_it_back(page: Page, serveur: str, tmp_path: Path) -> None:
    """Its person has deleted it meanwhile: nothing of it comes back, and the page says why."""
    python = Retenue(page)
    page.on("dialog", lambda dialog: dialog.accept())
    livret = LivretPage(page, serveur).open()
    livret.write("candidat-nom", "Ana")
    given(livret, auto(tmp_path))
    livret.press("supprimer")
    livret.said("supprimé")
    python.let_go()
    livret.said("le brouillon pour lequel vous l’aviez donné a été supprimé")
    assert on_disk(page) == []


def test_a_file_opened_for_a_deleted_draft_does_not_bring_it_back(page: Page, serveur: str, tmp_path: Path) -> None:
    """The same, of a file that would be opened there."""
    python = Retenue(page)
    page.on("dialog", lambda dialog: dialog.accept())
    form = FormPage(page, serveur).open()
    form.answer("U1-C1-E1", "non")
    given(form, auto(tmp_path))
    form.press("supprimer")
    form.said("Le brouillon a été supprimé")
    python.let_go()
    form.said("le brouillon pour lequel vous l’aviez donné a été supprimé")
    assert (on_disk(page), form.chosen()) == ([], {})


def test_what_was_dictated_before_a_late_answer_stays(page: Page, serveur: str, tmp_path: Path) -> None:
    """Put there with no event: a name is not written over by an answer, nor an answer by what Python makes of a file."""
    python = Retenue(page)
    livret = LivretPage(page, serveur).open()
    page.check("input[name=r-qui-role][value=candidat]")
    page.evaluate("document.getElementById('r-qui-nom').value = 'Ana dictée'")
    livret.write("candidat-nom", "Ana")
    assert page.input_value("#r-qui-nom") == "Ana dictée"
    given(livret, auto(tmp_path))
    page.evaluate("(place) => { document.querySelector(place).value = 'dicté'; }", PROJET)
    python.let_go()
    livret.said("réponse reprise")
    assert page.locator(PROJET).input_value() == "dicté"
    until(livret.settled, "it is on the disk")
    (kept,) = on_disk(page)
    assert values(kept) == {"candidat-nom": "Ana", "projet": "dicté", "u1-c1-dit": "acquis", **POURED}
    assert kept["contenu"]["qui"]["nom"] == "Ana dictée"
    assert livret.errors == []


def test_a_file_opened_late_leaves_the_screen_to_who_writes(page: Page, serveur: str, tmp_path: Path) -> None:
    """One went on answering while the file waited: it is kept in the list, under its name, and the screen stays."""
    python = Retenue(page)
    form = FormPage(page, serveur).open()
    path = auto(tmp_path)
    given(form, path)
    form.answer("U1-C1-E1", "non")
    python.let_go()
    form.said("gardé à part, dans le brouillon « auto.json »")
    assert form.chosen() == {"U1-C1-E1": "non"}
    assert page.locator("#r-revenir").is_hidden()
    page.click("#r-brouillons > summary")
    page.get_by_role("button", name="Reprendre le brouillon auto.json").click()
    until(lambda: form.chosen() == dict.fromkeys(ITEMS, "oui"), "the file is there")


def test_going_back_after_a_file_destroys_nothing(page: Page, serveur: str, tmp_path: Path) -> None:
    """Untouched, the draft of the file goes, the file has it; written in since, it stays in the list."""
    form = FormPage(page, serveur).open().computed()
    form.answer("U1-C1-E1", "non")
    for touched in (False, True):
        form.open_file(auto(tmp_path))
        form.said("ouvert dans un brouillon à part")
        if touched:
            form.note("U1-C1-E2", "une heure de travail")
        form.press("revenir")
        form.said("sont revenues")
        assert form.chosen() == {"U1-C1-E1": "non"}
        until(form.settled, "all is on the disk")
        until(lambda touched=touched: len(on_disk(page)) == 1 + touched, "only what nobody wrote in goes")
    assert "une heure de travail" in texts(page)


def test_panels_close_with_their_draft(page: Page, serveur: str, tmp_path: Path) -> None:
    """A merge and a question on a file are about the draft on screen: in another, no click can write of them."""
    livret = LivretPage(page, serveur).open().computed()
    livret.write("candidat-nom", "Ana")
    livret.write("projet", "Vendre")
    other = written(tmp_path, saved(Copie({"projet": candidat("Vendre mieux")})), "ana.json")
    livret.open_file(other)
    page.wait_for_selector("#r-recu:not([hidden])")
    livret.press("nouveau")
    assert page.locator("#r-recu").is_hidden()
    page.get_by_role("button", name="Reprendre le brouillon sans nom").click()
    livret.receive(other, "fusionner")
    page.wait_for_selector("#r-fusion:not([hidden])")
    page.get_by_role("button", name="Commencer un autre brouillon").last.click()
    assert page.locator("#r-fusion").is_hidden()
    livret.write("candidat-nom", "Zoé")
    page.evaluate("document.querySelectorAll('#r-fusion [data-action=conflit-choisir]').forEach((one) => one.click())")
    page.evaluate("document.querySelector('[data-action=recu-fusionner]').click()")
    until(livret.settled, "it is on the disk")
    kept = [values(one) for one in on_disk(page)]
    assert {"candidat-nom": "Zoé"} in kept
    assert {"candidat-nom": "Ana", "projet": "Vendre"} in kept


def test_a_choice_between_two_answers_falls_with_the_answer(page: Page, serveur: str, tmp_path: Path) -> None:
    """Chosen against, then written again before the merge ends: what one has just written is asked about anew."""
    livret = LivretPage(page, serveur).open().computed()
    livret.write("candidat-nom", "Ana")
    livret.write("projet", "Vendre")
    theirs = Copie({"candidat-nom": candidat("Anna"), "projet": candidat("Vendre mieux")})
    livret.receive(written(tmp_path, saved(theirs), "ana.json"), "fusionner")
    other = "#r-fusion [data-cote=autre] [data-action=conflit-choisir]"
    page.click(other)
    livret.write("candidat-nom", "Ana Ruiz")
    livret.write("projet", "Vendre à distance")
    page.click(other)
    until(lambda: "1 sur 2" in page.inner_text("#r-fusion h2"), "both are asked about again")
    for _ in range(2):
        page.click("#r-fusion [data-cote=ici] [data-action=conflit-choisir]")
    livret.said("sont réunies")
    until(livret.settled, "it is on the disk")
    (kept,) = on_disk(page)
    assert values(kept) == {"candidat-nom": "Ana Ruiz", "projet": "Vendre à distance"}
    assert {one["valeur"] for one in kept["contenu"]["ecartees"]} == {"Anna", "Vendre mieux"}
    assert json.dumps(kept, ensure_ascii=False).count("Vendre à distance") == 1
