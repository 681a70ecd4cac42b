"""Every kind of page, as axe and a keyboard see it: light and dark, on a desk and on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.navigateur.form_page import SLUG, FormPage, on_paper

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TITRE = "/certifications/tp-conseiller-commercial"
PAGES = {
    "accueil": "/",
    "liste": "/certifications/",
    "fiche": f"/certifications/{SLUG}/",
    "référentiel": f"{TITRE}/referentiel/",
    "évaluations": f"{TITRE}/evaluations/",
    "règlement": f"/certifications/{SLUG}/reglement/",
    "cahier-des-charges": f"/certifications/{SLUG}/cahier-des-charges/",
    "formulaire": f"/certifications/{SLUG}/auto-positionnement/",
    "formulaire-du-titre": f"{TITRE}/auto-positionnement/",
    "livret": f"/certifications/{SLUG}/livret-de-reperage/",
    "glossaire": "/glossaire/",
    "discordances": "/discordances/",
    "introuvable": "/404.html",
}
WIDTHS = (1280, 390)
# Those that never end are not waited for.
SETTLED = """() => Promise.allSettled(
  document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < Infinity).map((one) => one.finished),
)"""


def violations(page: Page) -> list[dict[str, Any]]:
    """Run axe on the page as it stands: rule, help and the first nodes of each violation."""
    # Scrolled, a link that the sticky header cuts is measured as small as what is left of it.
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    page.evaluate(AXE.read_text("utf-8"))
    # Half-way to another colour, no contrast is right.
    page.evaluate(SETTLED)
    # Off by default in axe: the 24 px of WCAG 2.2 (2.5.8).
    options = {"rules": {"target-size": {"enabled": True}}}
    found = page.evaluate("async (options) => (await axe.run(options)).violations", options)
    return [{"rule": v["id"], "nodes": [node["target"] for node in v["nodes"]][:5]} for v in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page: Page, serveur: str, name: str, width: int, scheme: Any) -> None:
    """No page violates a rule of axe, in either scheme, at either width."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(serveur + PAGES[name])
    assert violations(page) == []


def test_targets_are_large_enough_on_every_page(page: Page, serveur: str, site_dir: Path) -> None:
    """Whatever the data of a page: no link or button is too small, or too near another, for a finger (WCAG 2.5.8)."""
    page.set_viewport_size({"width": 1280, "height": 900})
    options = {"runOnly": {"type": "rule", "values": ["target-size"]}}
    small: list[tuple[str, Any]] = []
    for path in sorted(site_dir.rglob("index.html")):
        address = "/" + path.parent.relative_to(site_dir).as_posix() + "/"
        page.goto(serveur + address.replace("/./", "/"))
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate("async (options) => (await axe.run(options)).violations", options)
        small += [(address, node["target"]) for violation in found for node in violation["nodes"]]
    assert small == []


def test_axe_finds_nothing_in_a_filled_form(form: FormPage, tmp_path: Path) -> None:
    """Filled, scored, with a note open and a refusal shown, the form still violates nothing."""
    form.computed()
    form.answer("U1-C1-E1", "oui")
    form.answer("U3-C1-E1", "non")
    form.note("U1-C1-E1", "un exemple")
    wrong = tmp_path / "autre.json"
    wrong.write_text("{}", "utf-8")
    form.open_file(wrong)
    form.refusal()
    assert violations(form.page) == []


def test_axe_can_fail(page: Page) -> None:
    """The check itself sees a fault: an image without a text."""
    page.set_content("<html lang=fr><title>x</title><main><h1>x</h1><img src='data:,'></main></html>")
    assert [found["rule"] for found in violations(page)] == ["image-alt"]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_overflows_at_320_pixels(page: Page, serveur: str, name: str) -> None:
    """At 320 pixels, which is a desk zoomed to 400 %, no page scrolls sideways."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(serveur + PAGES[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")


def test_the_keyboard_alone_answers_and_saves(form: FormPage) -> None:
    """Tab reaches each question once, arrows choose, space unfolds the note, Enter saves: no pointer is needed."""
    page = form.computed().page
    page.focus("[data-item='U1-C1-E1'] input[value=oui]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert form.chosen() == {"U1-C1-E1": "non"}
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.action") == "retirer"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("au clavier")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "U1-C1-E2"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert form.chosen() == {}
    assert list(form.notes().values()) == ["au clavier"]
    page.focus("[data-action=enregistrer]")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".json")
    form.said("remis à votre navigateur")


def test_focus_is_always_visible(form: FormPage) -> None:
    """Each control reached by Tab shows where the focus is: an outline, or a shadow, that it has not otherwise."""
    page = form.page
    page.keyboard.press("Tab")
    for _ in range(25):
        visible = page.evaluate(
            """() => {
                const seen = [document.activeElement, document.activeElement.closest("label, .r-option")];
                return seen.some((e) => e && (getComputedStyle(e).outlineStyle !== "none" || getComputedStyle(e).boxShadow !== "none"));
            }"""
        )
        name = page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        assert visible, f"no visible focus on {name}"
        page.keyboard.press("Tab")


def test_print_shows_every_answer_and_note(form: FormPage, tmp_path: Path) -> None:
    """Printed, a long note is whole and the controls of the screen are gone."""
    note = "Une longue remarque. " * 60
    form.answer("U1-C1-E1", "oui")
    form.page.locator("[data-item='U1-C1-E1'] summary").click()
    form.page.locator("[data-item='U1-C1-E1'] textarea").fill(note)
    on_paper(form.page)
    printed = form.page.locator("[data-item='U1-C1-E1'] .r-ecrit")
    assert printed.is_visible()
    assert (printed.text_content() or "").strip() == note.strip()
    box = form.page.evaluate(
        "() => { const e = document.querySelector(\"[data-item='U1-C1-E1'] .r-ecrit\"); return [e.scrollHeight, e.clientHeight] }"
    )
    assert box[0] <= box[1] + 1
    assert not form.page.locator("[data-action=enregistrer]").is_visible()
    assert form.page.pdf(path=tmp_path / "page.pdf")
