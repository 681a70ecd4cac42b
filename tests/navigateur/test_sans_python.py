"""Python missing, spoiled or hanging: the form stays usable and exportable, and says so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests.navigateur.form_page import ASKS_OLD, SLUG, FormPage, until

pytestmark = pytest.mark.pyodide

ANSWERED = {"U1-C1-E1": {"valeur": "oui", "note": "sans calcul"}}


def missing(route: Route) -> None:
    """Answer that the file does not exist."""
    route.fulfill(status=404)


def aborted(route: Route) -> None:
    """Cut the connection."""
    route.abort()


def other_content(route: Route) -> None:
    """Answer another file in its place, as a captive portal does."""
    route.fulfill(status=200, content_type="text/html", body="<p>Bienvenue</p>")


FAULTS: dict[str, tuple[str, Callable[[Route], None], str]] = {
    "wasm-absent": ("**/*.wasm", missing, "calcul_absent_reseau"),
    "wasm-coupé": ("**/*.wasm", aborted, "calcul_absent_reseau"),
    "wasm-remplacé": ("**/*.wasm", other_content, "calcul_absent_empreinte"),
    "bibliothèque-absente": ("**/python_stdlib.zip", missing, "calcul_absent_reseau"),
    "bibliothèque-coupée": ("**/python_stdlib.zip", aborted, "calcul_absent_reseau"),
    "paquet-remplacé": ("**/*.whl", other_content, "calcul_absent_empreinte"),
    "travailleur-absent": ("**/worker-*.js", missing, "calcul_absent_demarrage"),
}


# The page knows a fault by its kind alone: one of each stands for the others.
ONE_OF_EACH_KIND = {state: name for name, (_, _, state) in FAULTS.items()}


def told(form: FormPage, state: str) -> bool:
    """Return whether the page says this of Python."""
    return form.state("calcul") == state


def works_without_python(form: FormPage, folder: Path) -> None:
    """Answer, save the file, reload: all is there."""
    form.answer("U1-C1-E1", "oui")
    form.note("U1-C1-E1", "sans calcul")
    saved = form.save_file(folder)
    assert form.saved(saved) == ANSWERED
    until(form.settled, "the draft is on the disk")
    form.page.reload()
    form.tied()
    assert form.chosen() == {"U1-C1-E1": "oui"}
    assert list(form.notes().values()) == ["sans calcul"]


def test_each_fault_is_told(page: Page, serveur: str) -> None:
    """Whatever happens to Python's files, the page says which kind of fault it is and what one may still do."""
    form = FormPage(page, serveur)
    for name, (pattern, fault, state) in FAULTS.items():
        page.route(pattern, fault)
        form.open()
        until(partial(told, form, state), f"{name}: the absence is told")
        assert "Vous pouvez répondre, imprimer et enregistrer le fichier" in (
            page.text_content("#r-etat-calcul") or ""
        ), name
        page.unroute(pattern)
        assert form.errors == [], name


@pytest.mark.parametrize("name", ONE_OF_EACH_KIND.values())
def test_the_form_goes_on(page: Page, serveur: str, tmp_path: Path, name: str) -> None:
    """Whatever kind of fault it is, the page loses no function of its own."""
    pattern, fault, state = FAULTS[name]
    page.route(pattern, fault)
    form = FormPage(page, serveur).open()
    until(partial(told, form, state), "the absence is told")
    works_without_python(form, tmp_path)
    assert form.errors == []


def test_a_hanging_python_is_given_up(page: Page, serveur: str, tmp_path: Path) -> None:
    """A download that never ends is given up after the page's own delay; the form works before and after."""
    page.clock.install()
    page.route("**/*.wasm", lambda _: None)
    form = FormPage(page, serveur).open()
    form.answer("U1-C1-E1", "non")
    assert form.state("calcul") == "calcul_chargement"
    page.clock.fast_forward("02:00")
    until(lambda: form.state("calcul") == "calcul_absent_delai", "the delay is told")
    works_without_python(form, tmp_path)


def test_a_file_cannot_be_checked_without_python(page: Page, serveur: str, tmp_path: Path) -> None:
    """Opening a file needs Python: without it the page says so and keeps the answers on screen."""
    page.route("**/*.wasm", missing)
    form = FormPage(page, serveur).open()
    form.answer("U1-C1-E1", "oui")
    form.open_file(form.save_file(tmp_path))
    assert form.refusal().startswith("Ce fichier ne peut pas être vérifié")
    assert form.chosen() == {"U1-C1-E1": "oui"}


def test_without_javascript_the_form_is_whole(page: Page, serveur: str) -> None:
    """The HTML arrives complete: with no script at all every question can be answered."""
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    bare = context.new_page()
    bare.goto(f"{serveur}/certifications/{SLUG}/auto-positionnement/")
    questions = bare.locator("fieldset[data-item]")
    assert questions.count() == len(bare.locator("fieldset[data-item] legend").all()) > 0
    bare.check("[data-item='U5-C4-E3'] input[value=oui]")
    assert bare.is_checked("[data-item='U5-C4-E3'] input[value=oui]")
    assert bare.locator("noscript").count() == 1
    context.close()


def test_refused_storage_is_told(page: Page, serveur: str, tmp_path: Path) -> None:
    """Without a database the page warns at once, asks before it closes, and the file still saves; the reserve gives back."""
    page.add_init_script(
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page.add_init_script(ASKS_OLD)
    form = FormPage(page, serveur).open()
    assert form.state("brouillon") == "brouillon_impossible_reserve"
    form.answer("U1-C1-E1", "oui")
    with page.expect_event("dialog") as asking:
        page.close(run_before_unload=True)
    assert asking.value.type == "beforeunload"
    asking.value.dismiss()
    assert form.saved(form.save_file(tmp_path)) == {"U1-C1-E1": {"valeur": "oui"}}
    # Once the file is saved the page closes without a question.
    page.reload()
    assert form.tied().chosen() == {"U1-C1-E1": "oui"}
    with page.expect_event("close"):
        page.close(run_before_unload=True)
