"""Typing without a pause, seeded, until a moment drawn by lot, and ends of a page: what tests that kill one share."""

from __future__ import annotations

import os
import random
import time
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import takewhile

from playwright.sync_api import BrowserContext, Error, Page

from tests.navigateur.form_page import SLUG, FormPage, until

# `make test` runs a sample of the seeds; `make test-faults` asks for as many as one wants figures for.
ESSAIS = int(os.environ.get("REPERE_ESSAIS", "0"))
KINDS = ("auto-positionnement", "dossier-habilitation", "livret-de-reperage")
SIGNS = "abcdefghijklmnopqrstuvwxyz ABC éèàçùœ 0123456789 ’«»,.;:!?€ 😀\N{NO-BREAK SPACE}"
LONGEST = 80
# A quick typist hits thirty keys a second; some gaps are none at all, as when a word is pasted or swiped.
LONGEST_GAP = 0.035
# A field of another section is asked for; one that only a former answer brings back is not.
ASKED = """(fields) =>
  fields
    .filter((field) => !field.closest("[hidden]"))
    .filter((field) => getComputedStyle(field.closest(".r-case") ?? field).display !== "none")
    .map((field) => field.id)"""


def seeds(sample: int) -> range:
    """Return the seeds of the trials: those asked for, else a sample."""
    return range(ESSAIS or sample)


@dataclass(slots=True)
class Frappe:
    """What was typed in one field, by its id: each sign that the control has taken, and when."""

    place: str
    sent: str = ""
    times: list[float] = field(default_factory=list)

    def lost(self, kept: str) -> int:
        """Return how many of the signs, in order, are not in what was kept."""
        same = (one == other for one, other in zip(self.sent, kept, strict=False))
        return len(self.sent) - sum(takewhile(bool, same))

    def lost_time(self, kept: str, end: float) -> float:
        """Return how many seconds of typing are lost: from the first sign that is not there to the end."""
        number = self.lost(kept)
        return end - self.times[-number] if number else 0.0


def without_python(context: BrowserContext) -> None:
    """Spare the trials that do not need it the time of processor that Python takes."""
    context.route("**/assets/repere/worker-*", lambda route: route.abort())


def crash(page: Page) -> None:
    """Make the process that draws the page die, as a fault of the browser would."""
    with suppress(Error):
        page.goto("chrome://crash")


def close(page: Page) -> None:
    """Close the tab without letting the page do anything."""
    page.close(run_before_unload=False)


def opened(page: Page, origin: str, kind: str) -> FormPage:
    """Open a form of this kind."""
    form = FormPage(page, origin)
    form.address = f"{origin}/certifications/{SLUG}/{kind}/"
    return form.open()


def typed(form: FormPage, draw: random.Random) -> Frappe:
    """Type in a field drawn by lot, answering first what it is about; returns once the control has the last sign."""
    page = form.page
    frappe = Frappe(draw.choice(page.locator("#r-formulaire textarea").evaluate_all(ASKED)))
    form.go_to(frappe.place)
    until(page.locator(f"#{frappe.place}").is_enabled, "one may write")
    radios = page.locator(f"[data-item]:has(#{frappe.place}) input[type=radio]")
    if radios.count():
        radios.nth(draw.randrange(2)).check()
    page.locator(f"#{frappe.place}").evaluate(
        "(field) => { const fold = field.closest('details'); if (fold) fold.open = true; field.focus(); }"
    )
    for _ in range(draw.randint(1, LONGEST)):
        sign = draw.choice(SIGNS)
        page.keyboard.type(sign)
        frappe.sent += sign
        frappe.times.append(time.monotonic())
        time.sleep(max(0.0, draw.uniform(-LONGEST_GAP / 2, LONGEST_GAP)))
    assert page.locator(f"#{frappe.place}").input_value() == frappe.sent
    return frappe


def kept(page: Page, place: str) -> str:
    """Return what the reopened page shows in a field.  The answer given with it, if any, must be there too."""
    question = page.locator(f"[data-item]:has(#{place})")
    assert question.count() == question.locator("input:checked").count()
    return page.locator(f"#{place}").input_value()
