"""The form's page, driven as a person would."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, Self

import pytest
from playwright.sync_api import Page

SLUG = "cqp-vendeur-conseil-a-distance"
PATIENCE = 60.0
# Ends once the page has been told of its new address: it listened before this did.
MOVE = """(anchor) => new Promise((resolve) => {
  if (location.hash === `#${anchor}`) resolve();
  addEventListener("hashchange", resolve, { once: true });
  location.hash = anchor;
})"""
SILENCE = """() => {
  document.getElementById("r-annonce").textContent = "";
  document.getElementById("r-alerte").hidden = true;
}"""


# Chrome before 119 asks before it leaves for `returnValue` alone.
ASKS_OLD = "BeforeUnloadEvent.prototype.preventDefault = () => {};"


def until(condition: Callable[[], bool], what: str) -> None:
    """Wait for a condition, polling: the page's own security policy may forbid evaluated strings."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.05)
    pytest.fail(f"never happened: {what}")


def on_paper(page: Page) -> None:
    """Show the page as paper has it, and wait until it is: what was folded is drawn a frame later."""
    page.emulate_media(media="print")
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")


# Folds that a page shows folded as it opens.
FOLD = """() => {
  delete document.documentElement.dataset.impression;
  const folds = document.querySelectorAll("details[open]:not(#r-sommaire, .r-replie, [data-groupe=laisses])");
  for (const fold of folds) fold.open = false;
}"""


class FormPage:
    """The auto-positionnement in a browser page: gestures of a person, and what that person reads."""

    # Where what Python computed is shown.
    RESULT: ClassVar[str] = "#resultat"

    def __init__(self, page: Page, origin: str, slug: str = SLUG) -> None:
        """Watch the page's errors from the start."""
        self.page = page
        self.origin = origin
        self.address = f"{origin}/certifications/{slug}/auto-positionnement/"
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, *, premier_tour: bool = False) -> Self:
        """Go to the page and wait until its script has tied the controls; then to every statement, or not."""
        self.page.goto(self.address)
        self.tied()
        speed = self.page.locator("[data-action=vitesse]")
        if not premier_tour and speed.count() and self.page.locator("html:not([data-vue=tous])").count():
            speed.click()
        return self

    def tied(self) -> Self:
        """Wait until the script has tied the controls."""
        self.page.wait_for_selector("#r-formulaire[data-pret]", timeout=PATIENCE * 1000)
        return self

    def computed(self) -> Self:
        """Wait until Python is ready and a result stands on the page."""
        until(lambda: self.state("calcul") == "calcul_pret", "Python is ready")
        self.page.wait_for_selector(f"{self.RESULT}[data-calcule]", timeout=PATIENCE * 1000)
        return self

    def blank(self) -> None:
        """Begin an empty draft where the page stands, as one test after another does on a page where Python is ready."""
        self.page.emulate_media(media="null")
        self.silenced()
        self.errors.clear()
        # Before anything is kept, a form that starts at its question has no tool: it is blank.
        if self.page.locator("html:not([data-commence]) .r-outillage").count() == 0:
            self.press("nouveau")
            self.said("Nouveau brouillon")
        self.page.evaluate(FOLD)
        # What was computed of the draft before is taken away with it.
        self.computed()

    def go_to(self, anchor: str) -> None:
        """Go to an address of this page, and wait until the page has followed: it is told a moment after it moved."""
        self.page.evaluate(MOVE, anchor)

    def show(self, code: str) -> None:
        """Bring an item on screen, by its address, where its section is not the one shown."""
        question = self.page.locator(f"[data-item='{code}']")
        if not question.is_visible():
            self.go_to(f"q-{code.lower()}")
            question.wait_for()

    def answer(self, code: str, valeur: str) -> None:
        """Choose an answer to an item."""
        self.show(code)
        self.page.check(f"[data-item='{code}'] input[value='{valeur}']")

    def note(self, code: str, text: str) -> None:
        """Write a note under an item, key by key."""
        self.show(code)
        question = self.page.locator(f"[data-item='{code}']")
        area = question.locator("textarea")
        if not area.is_visible():
            question.locator("summary").click()
        # A page that has just been loaded again may take a moment to have the hand.
        until(area.is_enabled, "one may write")
        # A fast typist: without any delay the browser would be closed before it has handled the keys.
        area.press_sequentially(text, delay=15)

    def chosen(self) -> dict[str, str]:
        """Return the answers on screen: item → value."""
        # In one go: what is on screen may be changing.
        found = self.page.locator("#r-formulaire input:checked")
        return dict(found.evaluate_all("(radios) => radios.map((radio) => [radio.name, radio.value])"))

    def notes(self) -> dict[str, str]:
        """Return the notes on screen that are not empty."""
        areas = {str(a.get_attribute("id")): a.input_value() for a in self.page.locator("#r-formulaire textarea").all()}
        return {name: text for name, text in areas.items() if text}

    def state(self, line: str) -> str:
        """Return the state of one of the status lines: calcul, brouillon, fichier."""
        return str(self.page.get_attribute(f"#r-etat-{line}", "data-etat"))

    def said(self, words: str) -> None:
        """Wait until the page has said something politely."""
        until(lambda: words in self.announced(), f"« {words} » is said")

    def announced(self) -> str:
        """Return what the page said last, with plain spaces."""
        return (self.page.text_content("#r-annonce") or "").replace("\u00a0", " ")

    def silenced(self) -> None:
        """Take away what the page has said: what it says next is then seen even where it is the same."""
        self.page.evaluate(SILENCE)

    def focused(self, selector: str) -> None:
        """Wait until the focus is on an element, or in it: a link that was followed gives it a moment later."""
        until(lambda: self.page.locator(f":is({selector}):focus-within").count() == 1, f"{selector} has the focus")

    def settled(self) -> bool:
        """Return whether all that is on screen is in the draft on the disk."""
        return self.page.get_attribute("#r-etat-brouillon", "data-attente") is None

    def result(self) -> dict[str, Any]:
        """Return the result that the page shows, from its JSON."""
        return dict(json.loads(self.raw_result()))

    def raw_result(self) -> str:
        """Return the JSON of the result as the page shows it, once it is unfolded."""
        raw = self.page.locator("[data-champ=json]")
        raw.evaluate("(code) => { code.closest('details').open = true; }")
        until(lambda: bool(raw.text_content()), "the page shows its JSON")
        return raw.text_content() or ""

    def text_of(self, groupe: str, champ: str) -> str:
        """Return what a group's row or panel reads in one field."""
        return (self.page.locator(f"[data-groupe='{groupe}'] [data-champ={champ}]").first.text_content() or "").strip()

    def press(self, action: str, mode: str = "") -> None:
        """Press a button, the one of a mode of printing where there are several, unfolding first what holds it."""
        # A panel that is not there has buttons too.
        wanted = f"[data-action={action}]:not([hidden] *)" + (f"[data-mode={mode}]" if mode else "")
        button = self.page.locator(wanted).first
        if not button.is_visible():
            self.page.locator(f"details:has({wanted}) > summary").first.click()
        button.click()

    def save_file(self, folder: Path) -> Path:
        """Save the file as the button does, into a folder, under the name that it is given, and wait until it is said."""
        with self.page.expect_download() as waiting:
            self.page.click("[data-action=enregistrer]")
        path = folder / waiting.value.suggested_filename
        waiting.value.save_as(path)
        # The draft takes note of it, then the page says it: over what it says of something done meanwhile.
        until(self.settled, "the draft knows of the file")
        return path

    @staticmethod
    def saved(path: Path) -> dict[str, dict[str, str]]:
        """Return the answers of a saved file, without the statements that it repeats."""
        reponses = json.loads(path.read_text("utf-8"))["reponses"]
        return {code: {key: r[key] for key in ("valeur", "note") if key in r} for code, r in reponses.items()}

    def open_file(self, path: Path) -> None:
        """Hand a file to the page; what it says afterwards is of this file."""
        self.silenced()
        self.page.set_input_files("#r-fichier", path)

    def refusal(self) -> str:
        """Wait for the alert and return its sentence."""
        self.page.wait_for_selector("#r-alerte:not([hidden])", timeout=PATIENCE * 1000)
        return (self.page.text_content("#r-alerte [data-champ=message]") or "").strip()
