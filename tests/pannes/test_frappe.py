"""The page dies while one types: nothing of what the control had taken is lost."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import someone
from tests.navigateur.form_page import until
from tests.pannes.frappe import ESSAIS, KINDS, Frappe, close, crash, kept, opened, seeds, typed, without_python
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


NOTE = "n-u1-c1-e1"
# Asked of others than who has not said yet who asks.
NOT_ASKED = "f-p-sous-traitance-maitrise"
FAULTS: dict[str, Callable[[Page], None]] = {"plantage": crash, "fermeture": close}


@pytest.fixture
def context(navigateur: Browser) -> Iterator[BrowserContext]:
    """Open a window that remembers what is kept in it, and nothing else."""
    context = someone(navigateur)
    yield context
    context.close()


# One of each form, for each way of dying.
@pytest.mark.parametrize("seed", seeds(len(KINDS)))
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
    """The measure itself finds the loss where saving waits for a pause, which a stopped clock never brings."""
    without_python(context)
    context.add_init_script(DEBOUNCE)
    page = context.new_page()
    form = opened(page, serveur, KINDS[0])
    page.clock.install()
    page.clock.pause_at("2030-01-01")
    form.note("U1-C1-E1", "écrit sans pause")
    # A page that is closed still reads its controls once more; one that dies does not.
    crash(page)
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


def test_a_write_is_told_once_the_disk_has_it(context: BrowserContext, serveur: str) -> None:
    """Each write asks the browser to wait for the disk itself: a power cut, which is not tried here, then loses nothing told."""
    without_python(context)
    form = opened(context.new_page(), serveur, KINDS[0])
    form.page.evaluate(
        """() => {
          const put = IDBObjectStore.prototype.put;
          window.asked = [];
          IDBObjectStore.prototype.put = function (...given) {
            if (this.name === "brouillons") window.asked.push(this.transaction.durability);
            return put.apply(this, given);
          };
        }"""
    )
    form.answer("U1-C1-E1", "oui")
    form.note("U1-C1-E1", "gardé")
    until(form.settled, "the draft is on the disk")
    assert set(form.page.evaluate("window.asked")) == {"strict"}


def test_writes_do_not_queue_up(context: BrowserContext, serveur: str) -> None:
    """Keys that come while a write is under way make one more write, not one each: what queues dies with the page."""
    without_python(context)
    form = opened(context.new_page(), serveur, KINDS[0])
    form.answer("U1-C1-E1", "oui")
    form.note("U1-C1-E1", "x")
    until(form.settled, "the draft is on the disk")
    counted = form.page.evaluate(
        """(id) => {
          let puts = 0;
          const put = IDBObjectStore.prototype.put;
          IDBObjectStore.prototype.put = function (...given) { puts += 1; return put.apply(this, given); };
          const note = document.getElementById(id);
          for (let number = 0; number < 500; number += 1) {
            note.value += "y";
            note.dispatchEvent(new Event("input", { bubbles: true }));
          }
          return puts;
        }""",
        NOTE,
    )
    assert counted == 1
    until(form.settled, "the last state is on the disk")
    assert kept(opened(context.new_page(), serveur, KINDS[0]).page, NOTE) == "x" + "y" * 500


def test_a_field_is_not_taken_from_under_the_fingers(context: BrowserContext, serveur: str) -> None:
    """What the answers do not ask for is hidden once Python is there, but never while one writes in it."""
    form = opened(context.new_page(), serveur, "dossier-habilitation")
    page = form.page
    form.go_to(NOT_ASKED)
    page.locator(f"#{NOT_ASKED}").focus()
    page.keyboard.type("avant ")
    until(lambda: page.locator("#r-formulaire[data-trie]").count() == 1, "what is not asked for is known")
    page.keyboard.type("et après")
    assert kept(page, NOT_ASKED) == "avant et après"
    page.locator("#r-nom").evaluate("(field) => { field.closest('details').open = true; field.focus(); }")
    until(lambda: not page.locator(f"#{NOT_ASKED}").is_visible(), "once left, it goes")
