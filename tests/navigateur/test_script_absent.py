"""The script of a form that does not come, or does not start: the page says so, and nothing on it looks alive."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from tests.conftest import STILL
from tests.navigateur.form_page import ASKS_OLD, SLUG, FormPage, until
from tests.navigateur.livret_page import LivretPage
from tests.pannes.brouillons import texts

FORMS = ("auto-positionnement", "livret-de-reperage", "dossier-habilitation")
PRINT = ["Imprimer la page"]
VISIBLE = """(article) => [...article.querySelectorAll("button")].filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .map((one) => one.textContent.trim())"""
HELD = """
// The first answers of the database, of reading and of writing, come when they are let go.
globalThis.letGo = {};
globalThis.awaited = new Set();
const free = Object.fromEntries(["lecture", "ecriture"].map((what) => [what, new Promise((resolve) => (letGo[what] = resolve))]));
const listen = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (type, listener, options) {
  const reads = type === "success" && this instanceof IDBRequest && this.transaction?.mode === "readonly";
  const writes = type === "complete" && this instanceof IDBTransaction && this.mode === "readwrite";
  const what = reads ? "lecture" : writes ? "ecriture" : "";
  if (!what) return listen.call(this, type, listener, options);
  return listen.call(this, type, async (event) => {
    awaited.add(what);
    await free[what];
    listener.call(this, event);
  }, options);
};
"""
# What browsers older than those we name lack: each is used by our scripts.
RECENT = ("Object.hasOwn", "String.prototype.toWellFormed", "structuredClone", "IntersectionObserver", "indexedDB")


def aborted(route: Route) -> None:
    """Cut the connection."""
    route.abort()


def changed(route: Route) -> None:
    """Add a line of comment, as a proxy that rewrites scripts does."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text() + "\n// vu par le proxy")


def refused(route: Route) -> None:
    """Answer a page that says no, as a filtering network does."""
    route.fulfill(status=200, content_type="text/html", body="<p>Page bloquée</p>")


# The page hears of each fault as of any other; that a script is changed, each page must tell by itself.
FAULTS = [*((changed, kind) for kind in FORMS), (aborted, "auto-positionnement"), (refused, "livret-de-reperage")]


def address(serveur: str, kind: str) -> str:
    """Return the address of a form."""
    return f"{serveur}/certifications/{SLUG}/{kind}/"


def told_dead(page: Page) -> None:
    """Wait for the alert; what is left to press does what it says."""
    expect(page.locator("#r-veille [data-veille-motif=absent]")).to_be_visible()
    assert page.locator("article").evaluate(VISIBLE) == PRINT
    assert not page.locator("#r-etat-brouillon").is_visible()


@pytest.mark.parametrize(("fault", "kind"), FAULTS)
def test_a_form_without_its_script_says_so(page: Page, serveur: str, kind: str, fault: Callable[[Route], None]) -> None:
    """No button is left that does nothing; leaving asks first once something is written, in an older Chrome too."""
    page.add_init_script(ASKS_OLD)
    page.route(f"**/assets/repere/{kind}-*.js", fault)
    page.goto(address(serveur, kind))
    told_dead(page)
    questions: list[str] = []

    def ask(dialog: Dialog) -> None:
        questions.append(dialog.type)
        dialog.accept()

    page.on("dialog", ask)
    page.locator("#r-formulaire input[type=radio], #r-formulaire input[type=text]").locator(
        "visible=true"
    ).first.click()
    page.keyboard.type("x")
    page.reload()
    until(lambda: questions == ["beforeunload"], "leaving was asked about")


def test_a_script_that_lasts_is_told_then_works(page: Page, serveur: str) -> None:
    """While the script is awaited the page says that it keeps nothing; it takes that back once the form is ready."""
    held: list[Route] = []
    page.clock.install()
    page.route("**/assets/repere/auto-positionnement-*.js", lambda route: held.append(route))  # noqa: PLW0108 — Playwright marks its handlers
    form = FormPage(page, serveur)
    page.goto(form.address, wait_until="commit")
    page.locator("#r-formulaire").wait_for()
    until(lambda: page.locator("#r-script").count() == 1 and bool(held), "the script is asked for")
    page.clock.fast_forward(11_000)
    expect(page.locator("#r-veille [data-veille-motif=lent]")).to_be_visible()
    held[0].continue_()
    form.tied()
    expect(page.locator("#r-veille")).to_be_hidden()
    assert page.locator("[data-action=ouvrir]").first.is_visible()


def test_what_is_written_while_the_draft_is_read_joins_it(page: Page, serveur: str) -> None:
    """Before the draft is there, then while it is being written again: no alarm, and each word stays."""
    page.add_init_script(STILL)
    form = LivretPage(page, serveur).open()
    form.write("projet", "gardé")
    until(form.settled, "it is on the disk")
    page.add_init_script(HELD)
    page.reload()
    until(lambda: page.evaluate("awaited.has('lecture')"), "the draft is being read")
    form.write("projet-contraintes", "avant")
    form.sign_as("entreprise", "Paul")
    page.evaluate("letGo.lecture()")
    until(lambda: page.evaluate("awaited.has('ecriture')"), "it is being written")
    form.write("candidat-nom", "pendant")
    page.evaluate("letGo.ecriture()")
    form.tied()
    until(form.settled, "it is on the disk")
    for place, text in (("projet", "gardé"), ("projet-contraintes", "avant"), ("candidat-nom", "pendant")):
        assert form.box(place).locator("textarea, input[type=text]").first.input_value() == text
        assert text in texts(page)
    assert (form.errors, page.locator("#r-veille").is_hidden()) == ([], True)


@pytest.mark.parametrize("name", RECENT)
def test_an_old_browser_works_or_is_told(page: Page, serveur: str, name: str) -> None:
    """Without an interface that older browsers lack, each form is ready, or says that it keeps nothing."""
    page.add_init_script(STILL)
    page.add_init_script(f"delete {name if '.' in name else f'globalThis.{name}'};")
    for kind in FORMS:
        page.goto(address(serveur, kind))
        page.wait_for_selector("#r-formulaire[data-pret], #r-veille:not([hidden])")
        if page.locator("#r-formulaire[data-pret]").count():
            expect(page.locator("#r-veille"), kind).to_be_hidden()
        else:
            told_dead(page)


@pytest.mark.parametrize(("where", "what"), [("/discordances/", "filtres"), ("/certifications/", "recherche")])
def test_what_a_script_runs_waits_for_it(page: Page, serveur: str, where: str, what: str) -> None:
    """Filters and search do not look alive where their script was refused."""
    page.route(f"**/javascripts/{what}.mjs", aborted)
    page.goto(serveur + where)
    expect(page.locator("[data-filtres]" if what == "filtres" else ".md-search")).not_to_be_visible()
