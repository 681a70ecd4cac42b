"""Away and back: another page, the history, a reload, a page that the browser kept whole."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.navigateur.form_page import FormPage, until
from tests.pannes.frappe import without_python
from tests.pannes.test_onglets import beside, reads

# What a browser tells a page that it keeps whole, and shows again.
AWAY = "window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))"
BACK = "window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


def test_answers_are_there_whichever_way_one_comes_back(page: Page, serveur: str) -> None:
    """A link and « back », « forward » and « back » again, F5: the answer and the note are there each time."""
    without_python(page.context)
    form = FormPage(page, serveur).open()
    form.answer("U1-C1-E1", "oui")
    form.note("U1-C1-E1", "avant de partir")
    page.goto(f"{serveur}/glossaire/")
    page.go_back()
    for way in (lambda: None, lambda: (page.go_forward(), page.go_back()), page.reload):
        way()
        form.tied()
        until(lambda: form.chosen() == {"U1-C1-E1": "oui"}, "the answer is there")
        assert list(form.notes().values()) == ["avant de partir"]
    assert form.errors == []


def test_a_page_that_comes_back_still_keeps_what_one_writes(page: Page, serveur: str) -> None:
    """Left and shown again, kept whole by the browser or not, the page writes on."""
    without_python(page.context)
    form = FormPage(page, serveur).open()
    form.answer("U1-C1-E1", "oui")
    until(form.settled, "the draft is on the disk")
    page.goto(f"{serveur}/glossaire/")
    page.go_back()
    form.tied()
    form.answer("U1-C1-E2", "non")
    until(form.settled, "the second answer is on the disk")
    other = FormPage(page.context.new_page(), serveur).open()
    assert other.chosen() == {"U1-C1-E1": "oui", "U1-C1-E2": "non"}


def test_a_page_kept_whole_lets_go_of_its_draft_and_takes_it_again(page: Page, serveur: str) -> None:
    """Away, it leaves the hand to whoever comes; back, it has it again, or reads along where somebody else has."""
    without_python(page.context)
    form = FormPage(page, serveur).open()
    form.answer("U1-C1-E1", "oui")
    until(form.settled, "the draft is on the disk")
    page.evaluate(AWAY)
    page.evaluate(BACK)
    second = beside(form)
    assert reads(second), "the page that came back writes"
    page.evaluate(AWAY)
    until(lambda: not reads(second), "the hand is free")
    page.evaluate(BACK)
    until(lambda: reads(form), "the page that comes back reads along")
    second.answer("U1-C1-E2", "non")
    until(lambda: form.chosen() == {"U1-C1-E1": "oui", "U1-C1-E2": "non"}, "and follows")
    assert form.errors == second.errors == []
