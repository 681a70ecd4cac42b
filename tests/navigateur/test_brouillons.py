"""Several drafts with names, two tabs without locks, a database of the first version, and erasing all of it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.navigateur.form_page import SLUG, FormPage, until
from tests.pannes.frappe import without_python

VERSION_1 = """([draft]) => new Promise((resolve, reject) => {
  const opening = indexedDB.open("repere:/", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("brouillons", { keyPath: "certification" });
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const transaction = opening.result.transaction("brouillons", "readwrite");
    for (const each of draft) transaction.objectStore("brouillons").put(each);
    transaction.oncomplete = () => { opening.result.close(); resolve(); };
  };
})"""

VERSION_2 = """([drafts, choices]) => new Promise((resolve, reject) => {
  const opening = indexedDB.open("repere:/", 2);
  opening.onupgradeneeded = () => {
    const store = opening.result.createObjectStore("brouillons", { keyPath: "id" });
    store.createIndex("certification", "certification");
    opening.result.createObjectStore("choix", { keyPath: "certification" });
  };
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const transaction = opening.result.transaction(["brouillons", "choix"], "readwrite");
    for (const each of drafts) transaction.objectStore("brouillons").put(each);
    for (const each of choices) transaction.objectStore("choix").put(each);
    transaction.oncomplete = () => { opening.result.close(); resolve(); };
  };
})"""
# Some browsers have no locks, or refuse them; without a channel either, a tab hears nothing of the others.
WITHOUT_LOCKS = "delete Navigator.prototype.locks; delete globalThis.BroadcastChannel;"
BASES = "async () => (await indexedDB.databases()).map((base) => base.name)"


@pytest.fixture
def page(own_page: Page) -> Page:
    """Return a page without Python, in a browser that no other test has used: what is on the device is counted here."""
    without_python(own_page.context)
    return own_page


def names(form: FormPage) -> list[str]:
    """Return the names of the drafts in the list, the one on screen first."""
    # In one go: the list is made anew when a draft changes.
    return form.page.locator(".r-liste-brouillons b").all_text_contents()


def name(form: FormPage, nom: str) -> None:
    """Give the draft on screen a name."""
    if not form.page.locator("#r-nom").is_visible():
        form.page.click("#r-brouillons > summary")
    form.page.fill("#r-nom", nom)
    until(lambda: names(form)[0] == nom, "the name is in the list")
    until(form.settled, "and on the disk")


def test_drafts_have_names_and_their_own_answers(form: FormPage) -> None:
    """A second draft begins empty; each comes back with its answers; the one on screen last comes back by itself."""
    page = form.page
    form.answer("U1-C1-E1", "oui")
    name(form, "Mars")
    form.press("nouveau")
    until(lambda: form.chosen() == {}, "a new draft is empty")
    form.answer("U1-C1-E1", "non")
    name(form, "Avec mon tuteur")
    assert names(form) == ["Avec mon tuteur", "Mars"]
    page.get_by_role("button", name="Reprendre le brouillon Mars").click()
    until(lambda: form.chosen() == {"U1-C1-E1": "oui"}, "the first draft is on screen")
    page.reload()
    form.tied()
    assert form.chosen() == {"U1-C1-E1": "oui"}
    assert page.text_content("#r-brouillons summary b") == "Mars"


def two_drafts(form: FormPage) -> None:
    """Keep two drafts with one answer each, « Un » and « Deux », the second on screen."""
    form.answer("U1-C1-E1", "oui")
    name(form, "Un")
    form.press("nouveau")
    until(lambda: form.chosen() == {}, "a new draft is empty")
    form.answer("U1-C1-E2", "non")
    name(form, "Deux")


# Goes on answering while the other draft comes on screen.
HASTE = """async ([wanted, other]) => {
  const answer = (name, value) => document.querySelector(`[name='${name}'][value='${value}']`);
  document.querySelector(".r-liste-brouillons [data-action=reprendre]:not([hidden])").click();
  for (let tries = 0; tries < 1000 && !answer(...wanted).checked; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    answer(other, tries % 2 ? "oui" : "non").click();
  }
}"""
# The draft that comes back first.
CHOSEN = """() => new Promise((resolve) => {
  const opening = indexedDB.open("repere:/");
  opening.onsuccess = () => {
    const reading = opening.result.transaction("choix").objectStore("choix").getAll();
    reading.onsuccess = () => { opening.result.close(); resolve(reading.result); };
  };
})"""


def test_what_is_typed_in_haste_spoils_no_other_draft(form: FormPage) -> None:
    """Answers given while a draft comes back never put those of the one before in its place."""
    two_drafts(form)
    before = form.page.evaluate(CHOSEN)
    form.page.evaluate(HASTE, [["U1-C1-E1", "oui"], "U1-C1-E3"])
    until(lambda: form.page.evaluate(CHOSEN) != before, "the draft that comes back first is on the disk")
    form.page.reload()
    kept = form.tied().chosen()
    assert {code: kept.get(code) for code in ("U1-C1-E1", "U1-C1-E2")} == {"U1-C1-E1": "oui", "U1-C1-E2": None}
    form.page.click("#r-brouillons > summary")
    form.page.get_by_role("button", name="Reprendre le brouillon Deux").click()
    until(lambda: form.chosen().get("U1-C1-E2") == "non", "the other draft has its own")
    assert "U1-C1-E1" not in form.chosen()


def test_a_deleted_draft_leaves_the_others(form: FormPage) -> None:
    """Deleting asks first; refused, nothing goes; accepted, the other draft comes on screen."""
    two_drafts(form)
    form.page.once("dialog", lambda dialog: dialog.dismiss())
    form.press("supprimer")
    assert form.chosen() == {"U1-C1-E2": "non"}
    form.page.once("dialog", lambda dialog: dialog.accept())
    form.press("supprimer")
    until(lambda: form.chosen() == {"U1-C1-E1": "oui"}, "the other draft is on screen")
    form.page.reload()
    assert names(form.tied()) == ["Un"]


def test_a_database_of_the_first_version_is_kept_whole(page: Page, serveur: str) -> None:
    """What the first version of the page kept is there after the change, for this form and for another one."""

    def draft(slug: str, **reponses: Any) -> dict[str, Any]:
        return {
            "certification": slug,
            "version_referentiel": "1.0.0",
            "reponses": reponses,
            "reponses_ecartees": {"U9": {"note": "gardé"}},
            "fichier_le": None,
            "modifie_le": "2026-11-20T10:00:00.000Z",
        }

    page.goto(f"{serveur}/donnees/")
    other = "charge-de-clientele"
    first = {"U1-C1-E1": {"valeur": "oui", "note": "depuis longtemps"}}
    page.evaluate(VERSION_1, [[draft(SLUG, **first), draft(other, **{"B1-C1-E1": {"valeur": "niveau_3"}})]])
    form = FormPage(page, serveur).open()
    assert form.chosen() == {"U1-C1-E1": "oui"}
    assert list(form.notes().values()) == ["depuis longtemps"]
    assert FormPage(page, serveur, other).open().chosen() == {"B1-C1-E1": "niveau_3"}


def test_a_database_of_the_second_version_is_kept_whole(page: Page, serveur: str) -> None:
    """Every draft with its name, its answers, those set aside, its last file; and the one that was on screen is again."""

    def draft(id_: str, nom: str, valeur: str) -> dict[str, Any]:
        return {
            "id": id_,
            "certification": SLUG,
            "nom": nom,
            "revision": "abc.1",
            "version_referentiel": "1.0.0",
            "reponses": {"U1-C1-E1": {"valeur": valeur, "note": nom}},
            "reponses_ecartees": {"U9": {"note": "gardé"}},
            "fichier_le": "2026-11-20T10:00:00+01:00",
            "modifie_le": f"2026-11-2{len(nom)}T10:00:00.000Z",
        }

    page.goto(f"{serveur}/donnees/")
    drafts = [draft(SLUG, "Un", "oui"), draft(f"{SLUG}:2", "Deux", "non")]
    page.evaluate(VERSION_2, [drafts, [{"certification": SLUG, "id": SLUG}]])
    form = FormPage(page, serveur).open()
    assert form.chosen() == {"U1-C1-E1": "oui"}
    assert form.state("fichier") == "fichier_dernier"
    page.click("#r-brouillons > summary")
    assert names(form) == ["Un", "Deux"]
    page.get_by_role("button", name="Reprendre le brouillon Deux").click()
    until(lambda: form.chosen() == {"U1-C1-E1": "non"}, "the other draft is on screen")
    assert list(form.notes().values()) == ["Deux"]


def test_nothing_comes_back_after_erasing_until_one_writes(form: FormPage) -> None:
    """Another tab that gets the focus, a page opened anew: the database is not made again, even empty."""
    page = form.page
    form.answer("U1-C1-E1", "oui")
    until(form.settled, "the draft is on the disk")
    other = FormPage(page.context.new_page(), form.origin, "charge-de-clientele").open()
    other.answer("B1-C1-E1", "niveau_3")
    until(other.settled, "the other draft is on the disk")
    page.once("dialog", lambda dialog: dialog.accept())
    form.press("effacer")
    form.said("a été effacé")
    other.page.evaluate("window.dispatchEvent(new Event('focus'))")
    until(lambda: other.chosen() == {}, "the other tab shows nothing either")
    other.page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.reload()
    form.tied()
    assert not page.locator("[data-action=nouveau]").first.is_visible()
    # Looked for and not found, a database is there for a moment.
    until(lambda: page.evaluate(BASES) == [], "nothing is kept")
    assert form.errors == other.errors == []
    other.answer("B1-C1-E1", "niveau_3")
    # The line said so before erasing too: the database itself tells.
    until(lambda: page.evaluate(BASES) == ["repere:/"], "writing begins again")


def test_without_locks_two_tabs_of_one_draft_follow_each_other(own_page: Page, serveur: str) -> None:
    """Back in the first tab, what the second wrote is on screen, and said."""
    page = own_page
    without_python(page.context)
    page.context.add_init_script(WITHOUT_LOCKS)
    form = FormPage(page, serveur).open()
    form.answer("U1-C1-E1", "oui")
    until(form.settled, "the draft is on the disk")
    second = FormPage(page.context.new_page(), serveur).open()
    second.answer("U1-C1-E2", "non")
    until(second.settled, "the second tab has written")
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    until(lambda: form.chosen() == {"U1-C1-E1": "oui", "U1-C1-E2": "non"}, "the first tab follows")
    form.said("autre onglet")


def test_what_another_tab_wrote_is_never_written_over(own_page: Page, serveur: str) -> None:
    """Where both tabs write without having seen each other, both versions are kept, and the page says so."""
    page = own_page
    without_python(page.context)
    page.context.add_init_script(WITHOUT_LOCKS)
    form = FormPage(page, serveur).open()
    form.answer("U1-C1-E1", "oui")
    until(form.settled, "the draft is on the disk")
    second = FormPage(page.context.new_page(), serveur).open()
    second.answer("U1-C1-E2", "non")
    until(second.settled, "the second tab has written")
    form.answer("U1-C1-E3", "oui")
    form.said("Rien n’est perdu")
    page.reload()
    form.tied()
    until(lambda: form.chosen() == {"U1-C1-E1": "oui", "U1-C1-E3": "oui"}, "the draft is on screen")
    page.click("#r-brouillons > summary")
    page.get_by_role("button", name="Reprendre le brouillon sans nom (autre onglet)").click()
    until(lambda: form.chosen() == {"U1-C1-E1": "oui", "U1-C1-E2": "non"}, "the other version is there")


def test_erasing_leaves_nothing_on_the_device(form: FormPage) -> None:
    """Every draft of every form, the settings and the caches go, in one gesture that asks first; another tab empties."""
    page = form.page
    form.answer("U1-C1-E1", "oui")
    other = FormPage(page.context.new_page(), form.origin, "charge-de-clientele").open()
    other.answer("B1-C1-E1", "niveau_3")
    # A write that is under way in the other tab would come after erasing.
    until(lambda: form.settled() and other.settled(), "both drafts are on the disk")
    page.evaluate(
        "localStorage.setItem('/.__palette', '1'); sessionStorage.setItem('/x', '1'); caches.open('repere:/x')"
    )
    page.once("dialog", lambda dialog: dialog.accept())
    form.press("effacer")
    form.said("a été effacé")
    kept = page.evaluate(
        """async () => [
          ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await caches.keys()),
          ...(await indexedDB.databases()).map((base) => base.name),
        ]"""
    )
    assert kept == []
    assert form.chosen() == {}
    other.page.evaluate("window.dispatchEvent(new Event('focus'))")
    until(lambda: other.chosen() == {}, "the other tab shows nothing either")
    form.answer("U1-C1-E2", "oui")
    until(form.settled, "writing begins again")
    assert form.state("brouillon") == "brouillon_enregistre"


def test_of_two_drafts_chosen_within_a_moment_the_second_comes(form: FormPage) -> None:
    """The list is read again before a draft comes: the choice that counts is the last, not the first to be read."""
    two_drafts(form)
    form.press("nouveau")
    until(lambda: form.chosen() == {}, "a new draft is empty")
    # From « Deux », the last changed, to « Un »: both buttons in one breath.
    buttons = ".r-liste-brouillons [data-action=reprendre]:not([hidden])"
    form.page.evaluate(f"""() => document.querySelectorAll("{buttons}").forEach((button) => button.click())""")
    until(lambda: form.page.text_content("#r-brouillons summary b") == "Un", "the last one chosen is on screen")
    assert form.chosen() == {"U1-C1-E1": "oui"}
