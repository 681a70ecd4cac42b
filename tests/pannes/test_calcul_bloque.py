"""Python that does not stop: it is ended, said, and the form goes on."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, Route

from tests.navigateur.form_page import FormPage, until

# Evaluating a text in the worker is refused there: the loop comes with its script.
ENDLESS = "\naddEventListener('message', ({ data }) => { if (data.type === 'demande') for (;;); });\n"


def looping(route: Route) -> None:
    """Send the worker with a loop without end, begun by the first request."""
    reply = route.fetch()
    route.fulfill(response=reply, body=reply.text() + ENDLESS)


def test_a_python_that_loops_is_ended(page: Page, serveur: str, tmp_path: Path) -> None:
    """The worker, its thread held by a loop without end, is terminated after the page's delay; nothing else stops."""
    page.clock.install()
    page.route("**/assets/repere/worker-*.js", looping)
    form = FormPage(page, serveur).open()
    until(lambda: form.state("calcul") == "calcul_pret", "Python is there")
    form.answer("U1-C1-E1", "oui")
    form.note("U1-C1-E1", "pendant la boucle")
    page.clock.fast_forward("01:00")
    until(lambda: form.state("calcul") == "calcul_absent_bloque", "the end is told")
    # Asking the page anything lets the news of its workers come.
    until(lambda: bool(page.title()) and page.workers == [], "its worker is gone")
    assert "ne répondait plus" in (page.text_content("#r-etat-calcul") or "")
    form.answer("U1-C1-E2", "non")
    saved = form.saved(form.save_file(tmp_path))
    assert saved == {"U1-C1-E1": {"valeur": "oui", "note": "pendant la boucle"}, "U1-C1-E2": {"valeur": "non"}}
    until(form.settled, "the draft is on the disk")
    page.reload()
    assert form.tied().chosen() == {"U1-C1-E1": "oui", "U1-C1-E2": "non"}
    assert form.errors == []


# Answers about the first draft, and about no other: what is asked of a draft without its answer is kept for ever.
ONE_DRAFT = """
let known = false;
addEventListener('message', (event) => {
  if (event.data.type !== 'demande') return;
  const about = JSON.stringify(event.data).includes('U1-C1-E1');
  known ||= about;
  if (known && !about) event.stopImmediatePropagation();
});
"""


def answering_of_one_draft(route: Route) -> None:
    """Send the worker with an ear before its own."""
    reply = route.fetch()
    route.fulfill(response=reply, body=ONE_DRAFT + reply.text())


def test_the_result_of_a_draft_goes_with_it(page: Page, serveur: str) -> None:
    """Another draft on screen, Python silent: the verdict of the one before is neither shown nor printed as its own."""
    page.route("**/assets/repere/worker-*.js", answering_of_one_draft)
    form = FormPage(page, serveur).open().computed()
    form.answer("U1-C1-E1", "oui")
    until(lambda: form.text_of("D1", "positifs") == "1", "the first draft is scored")
    form.press("nouveau")
    stale = page.locator("#resultat[data-perime]")
    stale.wait_for()
    assert not page.locator("#resultat [data-ensemble]").is_visible()
    assert "pas encore calculé" in (stale.locator(".r-perime").text_content() or "")
    assert form.errors == []
