"""Every state of a livret, as axe, a narrow screen and a keyboard see it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from forms.auto_positionnement.derivation import derive
from forms.plusieurs_mains.ecrits import Copie
from referentials.load import load
from tests.forms.livret_de_reperage.outils_livret import candidat, saved, tuteur
from tests.navigateur.etats import EACH_LOOK, Look, faults_of_state, refused, show_in
from tests.navigateur.form_page import SLUG, until
from tests.navigateur.livret_page import LivretPage
from tests.outils_formulaires import export


def filled(livret: LivretPage, _: Path) -> None:
    """Write with two voices, with a decision without its reason, a problem, a row, every fold open, the whole on one page."""
    livret.sign_as("candidat", "Ana Ruiz")
    livret.choose("u1-c1-dit", "acquis")
    livret.sign_as("entreprise", "Paul Le Goff")
    livret.choose("u1-c1-vu-entreprise", "en_partie")
    livret.choose("d1-decision", "evaluation_directe")
    livret.write("evaluations-jour", "demain")
    livret.write(f"{livret.row('modules')}/intitule", "Vendre")
    livret.page.evaluate("document.querySelectorAll('article details').forEach((details) => (details.open = true))")
    livret.page.locator("[data-action=deplier]").click()
    until(lambda: "pourquoi" in livret.page.inner_text("[data-proposition=D1]"), "a reason is asked for")


def received(livret: LivretPage, folder: Path) -> None:
    """Hand over a file while the screen holds something."""
    path = folder / "autre.json"
    path.write_text(
        saved(Copie({"u1-c1-dit": tuteur("a_acquerir"), "u1-c1-vu-entreprise": candidat("acquis")})), "utf-8"
    )
    livret.open_file(path)
    livret.page.wait_for_selector("#r-recu:not([hidden])")


def in_conflict(livret: LivretPage, _: Path) -> None:
    """Merge: the first of two conflicts."""
    livret.page.click("[data-action=recu-fusionner]")
    livret.page.wait_for_selector("#r-fusion:not([hidden])")


def settled(livret: LivretPage, _: Path) -> None:
    """Settle both; what was not chosen is unfolded."""
    livret.page.click("[data-cote=autre] [data-action=conflit-choisir]")
    until(lambda: "2 sur 2" in (livret.page.text_content("#titre-fusion") or ""), "the second conflict is there")
    livret.page.click("[data-cote=ici] [data-action=conflit-choisir]")
    livret.said("choisies par vous : 2")
    until(lambda: livret.page.locator("#r-ecartees li").count() > 1, "what was not chosen is listed")


def poured(livret: LivretPage, folder: Path) -> None:
    """Pour an auto-positionnement in."""
    form = derive(load().certification(SLUG))
    path = folder / "auto.json"
    path.write_text(export(form, {item.code: {"valeur": "oui"} for item in form.all_items()}), "utf-8")
    livret.open_file(path)
    livret.page.wait_for_selector("#r-versement:not([hidden])")


# With the parts of the page that each brings; the whole page in the first and in the last.
STATES: dict[Callable[[LivretPage, Path], None], tuple[str, ...]] = {
    filled: (),
    refused: ("#r-alerte",),
    received: ("#r-recu",),
    in_conflict: ("#r-fusion",),
    settled: ("#r-ecartees", "#r-annonce"),
    poured: (),
}


@EACH_LOOK
def test_axe_finds_nothing_in_any_state(page: Page, serveur: str, tmp_path: Path, look: Look) -> None:
    """One state after the other, light on a desk and dark on a phone: no rule of axe violated, nothing scrolls sideways, no target too small."""
    show_in(page, look)
    livret = LivretPage(page, serveur).open().computed()
    faults = []
    for state, brought in STATES.items():
        state(livret, tmp_path)
        faults += faults_of_state(page, look, str(state.__doc__), brought)
    assert faults == []
    assert livret.errors == []


def test_the_keyboard_alone_signs_answers_and_merges(page: Page, serveur: str, tmp_path: Path) -> None:
    """Who writes, an answer of each voice, a conflict: Tab, arrows, space and Enter; the focus is never lost."""
    livret = LivretPage(page, serveur).open().computed()
    keys = page.keyboard
    page.focus("input[name=r-qui-role][value=candidat]")
    keys.press("Space")
    keys.press("ArrowRight")
    keys.press("Tab")
    keys.type("Paul")
    livret.box("u1-c1-dit")
    page.focus("#f-u1-c1-dit input[value=acquis]")
    keys.press("Space")
    keys.press("Tab")
    keys.press("Tab")
    # Under the candidate's word, another hand comes to what writes beside it.
    keys.press("Enter")
    assert page.locator("#r-proposer").is_visible()
    keys.press("Escape")
    assert page.evaluate("document.activeElement.dataset.action") == "proposer"
    keys.press("Tab")
    keys.type("Au clavier")
    assert livret.signature("u1-c1-exemple").startswith("Paul, l’entreprise")
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Space")
    assert page.locator("#f-u1-c1-vu-entreprise input:checked").count() == 1
    received(livret, tmp_path)
    keys.press("Tab")
    keys.press("Enter")
    page.wait_for_selector("#r-fusion:not([hidden])")
    assert "1 sur 1" in (page.text_content("#titre-fusion") or "")
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Enter")
    livret.said("choisies par vous : 1")
    assert page.locator("#f-u1-c1-dit input:checked").input_value() == "a_acquerir"
    assert page.evaluate("document.activeElement.dataset.action") == "ouvrir"
