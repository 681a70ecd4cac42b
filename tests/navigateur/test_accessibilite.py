"""Every kind of page, as axe and a keyboard see it: light and dark, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.conftest import STILL
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
    "voisines": "/voisines/",
    "introuvable": "/404.html",
}
WIDTHS = (1280, 390)
# Each width is loaded in one scheme, then goes to the other: both ways to each are taken.
SCHEMES: dict[int, tuple[Literal["light", "dark"], ...]] = {1280: ("light", "dark"), 390: ("dark", "light")}
# The rules that look at colours: a scheme changes nothing else, the whole of axe is run in the light one.
COLOURS = ("color-contrast", "link-in-text-block")
UNFOLD = "document.querySelectorAll('article details').forEach((details) => (details.open = true))"
# Those that never end are not waited for.
SETTLED = """() => Promise.allSettled(
  document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < Infinity).map((one) => one.finished),
)"""


def violations(page: Page, rules: Sequence[str] = (), within: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Run axe on the page as it stands, or some of its rules, or on some parts of it: rule and first nodes of each violation."""
    # Scrolled, a link that the sticky header cuts is measured as small as what is left of it.
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE.read_text("utf-8"))
    # Half-way to another colour, no contrast is right.
    page.evaluate(SETTLED)
    # Off by default in axe: the 24 px of WCAG 2.2 (2.5.8).
    options: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}}
    if rules:
        options = {"runOnly": {"type": "rule", "values": list(rules)}}
    # What passes is only counted: naming each of its elements takes time.
    options["resultTypes"] = ["violations"]
    parts = {"include": [[selector] for selector in within]} if within else {"include": [["html"]]}
    found = page.evaluate("async ([parts, options]) => (await axe.run(parts, options)).violations", [parts, options])
    return [{"rule": v["id"], "nodes": [node["target"] for node in v["nodes"]][:5]} for v in found]


def in_scheme(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Ask for a scheme as the system does, and wait until the page follows."""
    page.emulate_media(color_scheme=scheme)
    theme = "slate" if scheme == "dark" else "default"
    page.wait_for_selector(f"body[data-md-color-scheme={theme}]")


def faults(page: Page, address: str, width: int, prepare: str = "") -> dict[str, Any]:
    """Load a page once at a width, and look at it in each scheme, then at 320 pixels from a phone: what is wrong, by look."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=SCHEMES[width][0])
    page.goto(address)
    if prepare:
        page.evaluate(prepare)
    found: dict[str, Any] = {}
    for scheme in SCHEMES[width]:
        in_scheme(page, scheme)
        found[scheme] = violations(page, COLOURS if scheme == "dark" else ())
    if width == min(WIDTHS):
        page.set_viewport_size({"width": 320, "height": 640})
        taken = page.evaluate("document.documentElement.scrollWidth")
        found["320 pixels"] = f"{taken} pixels are taken" if taken > page.evaluate("innerWidth") else ""
    return {look: wrong for look, wrong in found.items() if wrong}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(still_page: Page, serveur: str, name: str, width: int) -> None:
    """No page violates a rule of axe, in either scheme, at either width.

    At 320 pixels, which is a desk zoomed to 400 %, none scrolls sideways.  Forms are looked at as they arrive; once they
    are filled, by the tests of their states.
    """
    assert faults(still_page, serveur + PAGES[name], width) == {}


def test_axe_can_fail(page: Page) -> None:
    """The check itself sees a fault: an image without a text, or what a colour hides where only colours are looked at."""
    page.set_content(
        "<html lang=fr><title>x</title><main><h1>x</h1><img src='data:,'><p style='color: #ddd'>pâle</p></main></html>"
    )
    assert [found["rule"] for found in violations(page)] == ["color-contrast", "image-alt"]
    assert [found["rule"] for found in violations(page, COLOURS)] == ["color-contrast"]


def test_each_look_can_fail(still_page: Page, serve: Callable[[Path], str], tmp_path: Path) -> None:
    """Both schemes and the narrow window are looked at: a page that is wrong in each has a fault of each."""
    (tmp_path / "index.html").write_text(
        "<html lang=fr><meta charset=utf-8><title>x</title><style>"
        "@media (prefers-color-scheme: dark) { p { color: #ddd } } main { min-width: 350px }</style>"
        "<body data-md-color-scheme=default><main><h1>x</h1><img src='data:,'><p>pâle</p></main>"
        "<script>const dark = matchMedia('(prefers-color-scheme: dark)');"
        "const follow = () => { document.body.dataset.mdColorScheme = dark.matches ? 'slate' : 'default'; };"
        "dark.addEventListener('change', follow); follow();</script>",
        "utf-8",
    )
    origin = serve(tmp_path)
    assert faults(still_page, f"{origin}/", 1280).keys() == {"light", "dark"}
    assert faults(still_page, f"{origin}/", 390).keys() == {"light", "dark", "320 pixels"}


@pytest.fixture
def still_form(page: Page, serveur: str) -> FormPage:
    """Return the form's page, opened, where Python never comes: none of what is looked at waits for it."""
    page.add_init_script(STILL)
    return FormPage(page, serveur).open()


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


def test_focus_is_always_visible(still_form: FormPage) -> None:
    """Each control reached by Tab shows where the focus is: an outline, or a shadow, that it has not otherwise."""
    page = still_form.page
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


def test_print_shows_every_answer_and_note(still_form: FormPage, tmp_path: Path) -> None:
    """Printed, a long note is whole and the controls of the screen are gone."""
    form = still_form
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
