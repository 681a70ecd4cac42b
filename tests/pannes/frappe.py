"""Typing without a pause, seeded, until a moment drawn by lot: what tests that kill the page or the browser share."""

from __future__ import annotations

import os
import random
import time
from dataclasses import dataclass, field
from itertools import takewhile

from playwright.sync_api import BrowserContext, Page

from tests.navigateur.form_page import FormPage

# `make test` runs a sample of the seeds; `make test-faults` asks for as many as one wants figures for.
ESSAIS = int(os.environ.get("REPERE_ESSAIS", "0"))
SIGNS = "abcdefghijklmnopqrstuvwxyz ABC éèàçùœ 0123456789 ’«»,.;:!?€ 😀\N{NO-BREAK SPACE}"
LONGEST = 80
# A quick typist hits thirty keys a second; some gaps are none at all, as when a word is pasted or swiped.
LONGEST_GAP = 0.035


def seeds(sample: int) -> range:
    """Return the seeds of the trials: those asked for, else a sample."""
    return range(ESSAIS or sample)


@dataclass(slots=True)
class Frappe:
    """What was typed in one note: each sign that the control has taken, and when."""

    item: str
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
    """Spare the trials that do not need it the minute of processor that Python takes."""
    context.route("**/assets/repere/worker-*", lambda route: route.abort())


def typed(form: FormPage, draw: random.Random) -> Frappe:
    """Answer an item drawn by lot, then type in its note; returns as soon as the control has taken the last sign."""
    page = form.page
    codes = page.locator("fieldset[data-item]").evaluate_all("(items) => items.map((item) => item.dataset.item)")
    frappe = Frappe(draw.choice(codes))
    form.show(frappe.item)
    question = page.locator(f"[data-item='{frappe.item}']")
    question.locator("input[type=radio]").nth(draw.randrange(2)).check()
    question.locator("textarea").evaluate("(note) => { note.closest('details').open = true; note.focus(); }")
    for _ in range(draw.randint(1, LONGEST)):
        sign = draw.choice(SIGNS)
        page.keyboard.type(sign)
        frappe.sent += sign
        frappe.times.append(time.monotonic())
        time.sleep(max(0.0, draw.uniform(-LONGEST_GAP / 2, LONGEST_GAP)))
    return frappe


def kept(page: Page, item: str) -> tuple[str, bool]:
    """Return what the reopened page shows of an item: its note, and whether it has its answer."""
    question = page.locator(f"[data-item='{item}']")
    return question.locator("textarea").input_value(), question.locator("input:checked").count() == 1
