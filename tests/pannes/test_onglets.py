"""Two tabs of one draft: one writes, the other reads along, and the hand goes from one to the other.

Without locks, which some browsers lack, both write, and nothing of either is lost.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests.navigateur.form_page import FormPage, until
from tests.navigateur.test_accessibilite import violations
from tests.pannes.frappe import KINDS, crash, opened, seeds, without_python

READ = """() => new Promise((resolve, reject) => {
  const opening = indexedDB.open("repere:/");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const all = opening.result.transaction("brouillons").objectStore("brouillons").getAll();
    all.onsuccess = () => { opening.result.close(); resolve(JSON.stringify(all.result)); };
  };
})"""


def reads(form: FormPage) -> bool:
    """Return whether this tab says that another one writes, and lets nothing be written."""
    # In one go: it may be changing.
    told, stopped = form.page.evaluate(
        "[!document.getElementById('r-lecture').hidden, document.querySelector('fieldset[data-main]').matches(':disabled')]"
    )
    assert told == stopped
    return bool(told)


def beside(form: FormPage) -> FormPage:
    """Open the same form in another tab."""
    second = FormPage(form.page.context.new_page(), form.origin)
    second.address = form.address
    return second.open()


def test_one_tab_writes_and_the_other_reads_along(page: Page, serveur: str) -> None:
    """In the second tab nothing can be changed; what the first writes shows there; closed, it leaves it the hand."""
    without_python(page.context)
    first = FormPage(page, serveur).open()
    first.answer("U1-C1-E1", "oui")
    second = beside(first)
    assert reads(second)
    assert not reads(first)
    assert second.chosen() == {"U1-C1-E1": "oui"}
    assert second.page.locator("[data-item='U1-C1-E2'] input").first.is_disabled()
    assert second.page.locator("#r-nom").is_disabled()
    assert violations(second.page) == []
    # A tool may put text there all the same: nobody wrote it.
    second.page.locator("#n-u1-c1-e2").evaluate(
        "(area) => { area.value = 'dicté'; area.dispatchEvent(new Event('focusout')); }"
    )
    first.note("U1-C1-E1", "vu d’à côté")
    until(lambda: list(second.notes().values()) == ["vu d’à côté"], "the note is read along")
    page.close()
    until(lambda: not reads(second), "the second tab has the hand")
    second.answer("U1-C1-E2", "non")
    until(second.settled, "and writes")
    second.page.reload()
    second.tied()
    assert second.chosen() == {"U1-C1-E1": "oui", "U1-C1-E2": "non"}
    assert len(second.page.locator(".r-liste-brouillons b").all()) == 1
    assert first.errors == second.errors == []


def test_one_can_ask_for_the_hand(page: Page, serveur: str) -> None:
    """« Écrire ici » gives it with all that was written; the other tab reads from then on, and can ask in its turn."""
    without_python(page.context)
    for kind in KINDS:
        first = opened(page.context.new_page(), serveur, kind)
        second = beside(first)
        assert reads(second)
        for taker, other in ((second, first), (first, second)):
            taker.page.bring_to_front()
            taker.page.get_by_role("button", name="Écrire ici").click()
            until(lambda taker=taker: not reads(taker), "the hand is given")
            until(lambda other=other: reads(other), "the other tab reads")
            assert taker.page.evaluate("document.activeElement !== document.body")
        first.page.close()
        second.page.close()


def test_a_tab_that_no_longer_answers_loses_the_hand(page: Page, serveur: str) -> None:
    """A tab that hears nothing keeps the lock: it is taken from it, and what both wrote is kept."""
    without_python(page.context)
    page.add_init_script("delete globalThis.BroadcastChannel")
    first = FormPage(page, serveur).open()
    first.answer("U1-C1-E1", "oui")
    until(first.settled, "the draft is on the disk")
    second = beside(first)
    second.page.get_by_role("button", name="Écrire ici").click()
    until(lambda: not reads(second), "the hand is taken")
    until(lambda: reads(first), "the other tab is told")
    second.answer("U1-C1-E2", "non")
    until(second.settled, "the second writes")
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    until(lambda: first.chosen() == {"U1-C1-E1": "oui", "U1-C1-E2": "non"}, "the first shows it when it is looked at")


def test_a_tab_that_crashed_leaves_the_hand(page: Page, serveur: str) -> None:
    """The lock goes with the page that held it."""
    without_python(page.context)
    first = FormPage(page, serveur).open()
    first.answer("U1-C1-E1", "oui")
    until(first.settled, "the draft is on the disk")
    second = beside(first)
    assert reads(second)
    crash(page)
    until(lambda: not reads(second), "the hand is free")
    assert second.chosen() == {"U1-C1-E1": "oui"}


def test_what_comes_while_one_reads_becomes_a_draft_of_its_own(page: Page, serveur: str, tmp_path: Path) -> None:
    """A file opened in the tab that reads goes beside; saved there, a file is noted in the draft that the other writes."""
    # Only the tab where the file is opened has something to ask of Python.
    page.route("**/assets/repere/worker-*", lambda route: route.abort())
    form = FormPage(page, serveur).open()
    form.answer("U1-C1-E1", "oui")
    until(form.settled, "the draft is on the disk")
    second = beside(form).computed()
    saved = second.save_file(tmp_path)
    until(lambda: form.state("fichier") == "fichier_dernier", "the tab that writes has noted it")
    until(lambda: second.state("fichier") == "fichier_dernier", "and the one that reads shows it")
    second.open_file(saved)
    until(lambda: not reads(second), "the file has a draft of its own, written here")
    assert not reads(form)
    second.answer("U1-C1-E1", "non")
    until(second.settled, "it is on the disk")
    assert form.chosen() == {"U1-C1-E1": "oui"}
    form.page.reload()
    form.tied()
    names = [b.text_content() for b in form.page.locator(".r-liste-brouillons b").all()]
    assert len(names) == 2


def test_what_was_typed_before_the_page_knew_is_kept_apart(page: Page, serveur: str) -> None:
    """Typed in the second tab while its script had not run: in a draft of its own, with what the first had."""
    without_python(page.context)
    first = FormPage(page, serveur).open()
    first.answer("U1-C1-E1", "oui")
    until(first.settled, "the draft is on the disk")
    second = page.context.new_page()
    waiting: list[Route] = []
    # The page shows these questions alone until its script runs.

    def hold(route: Route) -> None:
        waiting.append(route)

    second.route("**/assets/repere/auto-positionnement-*", hold)
    second.goto(first.address, wait_until="commit")
    second.check("input[name='t-U1-C1'][value='jamais']")
    # Asking the page anything lets the news of its requests come.
    until(lambda: bool(second.title()) and bool(waiting), "the script is on its way")
    waiting.pop().continue_()
    other = FormPage(second, serveur).tied()
    until(lambda: other.chosen() == {"t-U1-C1": "jamais", "U1-C1-E1": "oui"}, "both are on screen")
    other.said("à part")
    assert first.chosen() == {"U1-C1-E1": "oui"}


@pytest.mark.parametrize("seed", seeds(2))
def test_what_either_tab_wrote_is_in_some_draft(own_page: Page, serveur: str, seed: int) -> None:
    """Never a silent overwrite: each word written in either tab is found in one of the drafts, in one with the locks."""
    draw = random.Random(f"onglets {seed}")  # noqa: S311 — a trial is drawn again from its seed
    page, context = own_page, own_page.context
    without_python(context)
    locks = seed % 2 == 0
    if not locks:
        context.add_init_script("delete Navigator.prototype.locks")
    tabs = [FormPage(page, serveur).open(), FormPage(context.new_page(), serveur).open()]
    written = []
    for number in range(8):
        tab = draw.choice(tabs)
        word = f"mot{number}de{tabs.index(tab)} "
        code = draw.choice(["U1-C1-E1", "U1-C1-E2", "U1-C1-E3"])
        if draw.random() < 0.3:
            tab.page.evaluate("window.dispatchEvent(new Event('focus'))")
        if reads(tab):
            tab.page.get_by_role("button", name="Écrire ici").click()
            until(lambda tab=tab: not reads(tab), "the hand is given")
        tab.note(code, word)
        written.append(word.strip())
        if draw.random() < 0.5:
            until(tab.settled, "what this tab wrote is on the disk")
    for tab in tabs:
        until(tab.settled, "all is on the disk")
    kept = json.loads(page.evaluate(READ))
    assert [word for word in written if word not in str(kept)] == []
    assert not locks or len(kept) == 1
