"""The page dies while one types: nothing of what the control had taken is lost."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.pannes.frappe import ESSAIS, KINDS, Frappe, kept, opened, seeds, typed, without_python
from tests.pannes.releve import record

# Stands for a page that saves only once one has stopped typing: the real one never does.
DEBOUNCE = """
let timer;
window.addEventListener("input", (event) => {
  if (!event.isTrusted) return;
  event.stopImmediatePropagation();
  clearTimeout(timer);
  timer = setTimeout(() => event.target.dispatchEvent(new Event("input", { bubbles: true })), 300);
}, true);
"""


def crash(page: Page) -> None:
    """Make the process that draws the page die, as a fault of the browser would."""
    with suppress(Error):
        page.goto("chrome://crash")


def close(page: Page) -> None:
    """Close the tab without letting the page do anything."""
    page.close(run_before_unload=False)


NOTE = "n-u1-c1-e1"
FAULTS: dict[str, Callable[[Page], None]] = {"plantage": crash, "fermeture": close}


@pytest.fixture
def context(navigateur: Browser) -> Iterator[BrowserContext]:
    """Open a window that remembers what is kept in it, and nothing else."""
    context = navigateur.new_context(locale="fr-FR", timezone_id="Europe/Paris")
    yield context
    context.close()


@pytest.mark.parametrize("seed", seeds(4))
@pytest.mark.parametrize("name", FAULTS)
def test_nothing_typed_is_lost(context: BrowserContext, serveur: str, name: str, seed: int) -> None:
    """Whatever the form, the field and the moment, each sign that the control had taken is there when it opens again."""
    draw = random.Random(f"{name} {seed}")  # noqa: S311 — a trial is drawn again from its seed
    # One trial in four types while Python starts and takes the processor.
    if draw.random() < 0.75:
        without_python(context)
    kind = KINDS[seed % len(KINDS)]
    form = opened(context.new_page(), serveur, kind)
    frappe = typed(form, draw)
    FAULTS[name](form.page)
    found = kept(opened(context.new_page(), serveur, kind).page, frappe.place)
    if ESSAIS:
        record(name, signes=len(frappe.sent), perdus=frappe.lost(found))
    assert found == frappe.sent, f"{frappe.lost(found)} lost of {len(frappe.sent)}"


def test_a_delayed_write_would_be_seen(context: BrowserContext, serveur: str) -> None:
    """The measure itself finds the loss where saving waits for a pause."""
    without_python(context)
    context.add_init_script(DEBOUNCE)
    form = opened(context.new_page(), serveur, KINDS[0])
    form.note("U1-C1-E1", "écrit sans pause")
    close(form.page)
    found = opened(context.new_page(), serveur, KINDS[0]).page.locator(f"#{NOTE}").input_value()
    assert Frappe(NOTE, "écrit sans pause").lost(found) > 0


def test_no_timer_stands_before_the_disk(context: BrowserContext, serveur: str) -> None:
    """With the page's clock stopped, what is typed is on the disk all the same."""
    without_python(context)
    page = context.new_page()
    form = opened(page, serveur, KINDS[0])
    page.clock.install()
    page.clock.pause_at("2030-01-01")
    form.answer("U1-C1-E1", "oui")
    page.locator(f"#{NOTE}").evaluate("(note) => { note.closest('details').open = true; note.focus(); }")
    page.keyboard.type("sans horloge")
    close(page)
    assert kept(opened(context.new_page(), serveur, KINDS[0]).page, NOTE) == "sans horloge"
