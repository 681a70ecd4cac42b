"""Every state of a form, as axe, a narrow screen, forced colours and a keyboard see it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.forms.test_passerelles import ANCIEN, everything, text
from tests.navigateur.etats import EACH_LOOK, Look, faults_of_state, refused, show_in
from tests.navigateur.form_page import FormPage, until
from tests.navigateur.test_accessibilite import violations
from tests.navigateur.test_fichier import DROP
from tests.navigateur.test_partage import compare


def filled(form: FormPage, _: Path) -> None:
    """Answer, write a note, and open every fold."""
    form.answer("U1-C1-E1", "oui")
    form.answer("U3-C1-E1", "non")
    form.note("U3-C1-E1", "un exemple")
    form.page.evaluate("document.querySelectorAll('article details').forEach((details) => (details.open = true))")
    until(lambda: form.result()["compte"]["repondus"] == 2, "the result follows")


def remaining(form: FormPage, _: Path) -> None:
    """Ask for the list of what has no answer."""
    form.press("restants")


def compared(form: FormPage, folder: Path) -> None:
    """Compare, with every statement shown."""
    form.answer("U1-C1-E1", "oui")
    saved = form.save_file(folder)
    form.answer("U1-C1-E1", "non")
    compare(form, saved)
    form.page.get_by_label("Tous les énoncés").check()


def dragged(form: FormPage, _: Path) -> None:
    """Hold a file over the page."""
    form.page.evaluate(DROP, ["", "x"])


def come(form: FormPage, folder: Path) -> None:
    """Open a file of another certification: what waits, one taken, one left; what is poured and what stays empty, unfolded."""
    path = folder / "ailleurs.json"
    path.write_text(text(ANCIEN, everything(ANCIEN, "positif")), "utf-8")
    form.open_file(path)
    form.page.locator("#r-passage .r-passage-liste > li").nth(2).wait_for()
    form.press("passage-prendre")
    form.press("passage-laisser")
    form.page.evaluate("document.querySelectorAll('#r-passage details').forEach((details) => (details.open = true))")


def led(form: FormPage, _: Path) -> None:
    """Look at where the answers lead, competence by competence."""
    form.press("passerelles")
    form.page.locator("#r-passerelles [data-certification]").first.wait_for()
    form.page.evaluate(
        "document.querySelectorAll('#r-passerelles details').forEach((details) => (details.open = true))"
    )


# With the parts of the page that each brings; the whole page once it is filled, and in the last.
STATES: dict[Callable[[FormPage, Path], None], tuple[str, ...]] = {
    remaining: ("#r-restants",),
    filled: (),
    refused: ("#r-alerte",),
    compared: ("#comparaison",),
    come: ("#r-passage",),
    led: ("#r-passerelles",),
    dragged: (),
}


@EACH_LOOK
def test_axe_finds_nothing_in_any_state(page: Page, serveur: str, tmp_path: Path, look: Look) -> None:
    """One state after the other: no rule of axe is violated, nothing scrolls sideways, no target is too small."""
    show_in(page, look)
    form = FormPage(page, serveur).open().computed()
    faults = []
    for state, brought in STATES.items():
        state(form, tmp_path)
        faults += faults_of_state(page, look, str(state.__doc__), brought)
    assert faults == []


def test_forced_colours_keep_bars_and_answers(page: Page, serveur: str, tmp_path: Path) -> None:
    """Where the system sets the colours, the answer chosen is told by more than its colour, and bars keep an outline."""
    page.emulate_media(forced_colors="active")
    form = FormPage(page, serveur).open().computed()
    filled(form, tmp_path)
    chosen = page.locator("#c-u3 .r-option:has(input:checked) > span").first
    assert "underline" in chosen.evaluate("(label) => getComputedStyle(label).textDecorationLine")
    assert page.locator(".r-barre").first.evaluate("(bar) => getComputedStyle(bar).borderTopStyle") == "solid"
    assert violations(page) == []


def test_the_keyboard_alone_goes_from_the_start_to_the_file(page: Page, serveur: str) -> None:
    """From the top of the page: through the first section, into the second, to its result, and to the saved file."""
    form = FormPage(page, serveur).open().computed()

    def tab_to(condition: str) -> None:
        for _ in range(200):
            page.keyboard.press("Tab")
            if page.evaluate(f"(() => {{ const e = document.activeElement; return Boolean({condition}); }})()"):
                return
        pytest.fail(f"never reached: {condition}")

    for code in ("U1-C1-E1", "U1-C1-E2", "U1-C1-E3", "U1-C2-E1", "U1-C2-E2", "U1-C2-E3"):
        tab_to(f"e.name === '{code}'")
        page.keyboard.press("Space")
    assert set(form.chosen().values()) == {"oui"}
    tab_to("e.hash === '#c-u2'")
    page.keyboard.press("Enter")
    form.focused("#c-u2")
    tab_to("e.name === 'U2-C1-E1'")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert form.chosen()["U2-C1-E1"] == "non"
    until(lambda: form.result()["compte"]["repondus"] == 7, "the result follows")
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.action") == "enregistrer":
            break
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".json")
