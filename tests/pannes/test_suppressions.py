"""A draft is deleted, or all are erased, while one answers: the others stay, and what is said is what was seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import CDPSession, Page

from tests.navigateur.form_page import FormPage, until
from tests.pannes.brouillons import on_disk
from tests.pannes.frappe import without_python

# Answers as soon as the draft is deleted, then again and again while the browser does it.
HASTE = """async ([rounds, gap]) => {
  window.confirm = () => true;
  document.querySelector("[data-action=supprimer]").click();
  const radio = (value) => document.querySelector(`[name='U1-C1-E3'][value='${value}']`);
  for (let round = 0; round < rounds; round += 1) {
    radio(round % 2 ? "oui" : "non").click();
    await new Promise((resolve) => setTimeout(resolve, gap));
  }
}"""
# Answers as soon as erasing has begun, then no more.
ERASED = """() => {
  window.confirm = () => true;
  document.querySelector("[data-action=effacer]").click();
  document.querySelector("[name='U1-C1-E3'][value='oui']").click();
}"""
NEWER = """([version]) => new Promise((resolve, reject) => {
  const opening = indexedDB.open("repere:/", version);
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => { opening.result.close(); resolve(); };
})"""
# A page of an old version, or a frozen one, does not let go of the database.
HELD = """() => new Promise((resolve, reject) => {
  const opening = indexedDB.open("repere:/");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => { window.held = opening.result; resolve(); };
})"""
WORKER = "**/assets/repere/worker-*"


def answers(page: Page) -> list[dict[str, str]]:
    """Return the answers of each draft, those with a name first."""
    found = sorted(on_disk(page), key=lambda one: one["nom"] or "~")
    return [{code: r["valeur"] for code, r in one["contenu"]["reponses"].items()} for one in found]


def named(form: FormPage, nom: str, code: str) -> None:
    """Answer one item, and give the draft a name."""
    form.answer(code, "oui")
    if not form.page.locator("#r-nom").is_visible():
        form.page.click("#r-brouillons > summary")
    form.page.fill("#r-nom", nom)
    until(form.settled, "it is on the disk")


@pytest.mark.parametrize("gap", [0, 3])
def test_an_answer_given_while_a_draft_is_deleted_spoils_no_other(page: Page, serveur: str, gap: int) -> None:
    """In one tab, at once and for a while: the other draft keeps its answers, plus at most those given in it."""
    without_python(page.context)
    form = FormPage(page, serveur).open()
    named(form, "Premier", "U1-C1-E1")
    form.press("nouveau")
    named(form, "Second", "U1-C1-E2")
    page.evaluate(HASTE, [8, gap])
    until(form.settled, "all is on the disk")
    until(lambda: all(one["nom"] != "Second" for one in on_disk(page)), "the draft is gone")
    kept = answers(page)
    assert kept[0].get("U1-C1-E1") == "oui"
    assert not any("U1-C1-E2" in one for one in kept)
    assert any("U1-C1-E3" in one for one in kept)
    assert form.errors == []


def test_an_answer_given_in_a_second_tab_while_it_deletes_spoils_no_other(page: Page, serveur: str) -> None:
    """The first tab writes A; the second deletes B, where A would come: what is answered there is a draft of its own."""
    without_python(page.context)
    first = FormPage(page, serveur).open()
    named(first, "Premier", "U1-C1-E1")
    second = FormPage(page.context.new_page(), serveur).open()
    second.page.get_by_role("button", name="Commencer un autre brouillon").first.click()
    second.said("Nouveau brouillon")
    named(second, "Second", "U1-C1-E2")
    second.page.evaluate(HASTE, [12, 60])
    until(second.settled, "all is on the disk")
    kept = answers(page)
    assert kept[0] == {"U1-C1-E1": "oui"}
    assert [set(one) for one in kept[1:]] == [{"U1-C1-E3"}]
    assert first.chosen() == {"U1-C1-E1": "oui"}
    assert first.errors == second.errors == []


def test_an_answer_given_while_all_is_erased_stays(page: Page, serveur: str) -> None:
    """Given in the same breath, and the last: it is all that the device has after, and it comes back."""
    without_python(page.context)
    form = FormPage(page, serveur).open()
    named(form, "Seul", "U1-C1-E1")
    page.evaluate(ERASED)
    form.said("a été effacé")
    until(form.settled, "it is on the disk")
    assert answers(page) == [{"U1-C1-E3": "oui"}]
    page.reload()
    assert form.tied().chosen() == {"U1-C1-E3": "oui"}
    assert form.errors == []


# Erasing goes to a new draft first, and waits for its lock: from here on it does until it is told to go on.
SLOW = """() => {
  window.confirm = () => true;
  const told = new Promise((resolve) => { globalThis.goOn = resolve; });
  const request = LockManager.prototype.request;
  LockManager.prototype.request = function (...given) { return told.then(() => request.apply(this, given)); };
}"""


# Deleting a draft waits, as it does for a disk that is slow, until it is told to go on.
LATE = """() => {
  window.confirm = () => true;
  const told = new Promise((resolve) => { globalThis.goOn = resolve; });
  const drop = IDBObjectStore.prototype.delete;
  IDBObjectStore.prototype.delete = function (...given) {
    const base = this.transaction.db.name;
    const later = told.then(() => new Promise((resolve) => {
      const opening = indexedDB.open(base);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(this.name, "readwrite");
        drop.apply(transaction.objectStore(this.name), given);
        transaction.oncomplete = () => { opening.result.close(); resolve(); };
      };
    }));
    return later;
  };
}"""


def test_a_word_typed_in_a_second_tab_while_all_is_erased_stays(page: Page, serveur: str) -> None:
    """The second tab has a draft of its own on screen: typed after « Effacer » was asked, its words are there after."""
    without_python(page.context)
    first = FormPage(page, serveur).open()
    named(first, "Premier", "U1-C1-E1")
    second = FormPage(page.context.new_page(), serveur).open()
    second.page.get_by_role("button", name="Commencer un autre brouillon").first.click()
    second.said("Nouveau brouillon")
    named(second, "Second", "U1-C1-E2")
    page.evaluate(SLOW)
    first.press("effacer")
    second.answer("U1-C1-E3", "oui")
    until(second.settled, "it is on the disk")
    page.evaluate("goOn()")
    first.said("a été effacé")
    until(lambda: any("U1-C1-E3" in one for one in answers(page)), "what was answered since is there")
    assert not any("U1-C1-E1" in one for one in answers(page))
    assert first.errors == second.errors == []


def test_a_word_typed_in_a_second_tab_while_its_draft_is_deleted_stays(own_page: Page, serveur: str) -> None:
    """Without locks both write it: typed after « Supprimer » was asked in the first, its words are there after."""
    page = own_page
    without_python(page.context)
    page.context.add_init_script("delete Navigator.prototype.locks")
    first = FormPage(page, serveur).open()
    named(first, "Seul", "U1-C1-E1")
    second = FormPage(page.context.new_page(), serveur).open()
    page.evaluate(LATE)
    first.press("supprimer")
    second.answer("U1-C1-E3", "oui")
    until(second.settled, "it is on the disk")
    page.evaluate("goOn()")
    first.said("supprimé")
    until(lambda: any("U1-C1-E3" in one for one in answers(page)), "what was answered since is there")
    assert first.errors == second.errors == []


def refused(form: FormPage) -> CDPSession:
    """Answer, and write a note, on a disk that is full."""
    devtools = form.page.context.new_cdp_session(form.page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": form.origin, "quotaSize": 1})
    form.answer("U1-C1-E1", "oui")
    form.note("U1-C1-E1", "refusé")
    until(lambda: form.state("brouillon") == "brouillon_perdu", "the disk refuses it")
    return devtools


def test_a_deleted_draft_that_was_not_written_stays_deleted(page: Page, serveur: str) -> None:
    """What the disk refused is kept aside for the next page: not once its draft is deleted."""
    without_python(page.context)
    form = FormPage(page, serveur).open()
    devtools = refused(form)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": serveur})
    page.once("dialog", lambda dialog: dialog.accept())
    form.press("supprimer")
    form.said("supprimé")
    page.reload()
    form.tied()
    assert (form.chosen(), on_disk(page)) == ({}, [])


def test_what_the_disk_refused_comes_back_from_another_draft(page: Page, serveur: str) -> None:
    """Looked at from elsewhere, or gone to another draft and back, with a disk that is full: what one wrote is there."""
    without_python(page.context)
    form = FormPage(page, serveur).open()
    refused(form)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    form.press("nouveau")
    until(lambda: form.chosen() == {}, "another draft is on screen")
    page.get_by_role("button", name="Reprendre le brouillon sans nom").click()
    until(lambda: list(form.notes().values()) == ["refusé"], "nothing is lost")
    assert form.chosen() == {"U1-C1-E1": "oui"}


def test_a_newer_database_is_told_read_and_kept_whole(page: Page, serveur: str) -> None:
    """After a rollback: the true reason, the old drafts as copies, what is typed is there again; nothing of it is changed."""
    # Python comes for the last page only, which opens a copy as a file.
    page.route(WORKER, lambda route: route.abort())
    form = FormPage(page, serveur).open()
    named(form, "D’avant", "U1-C1-E1")
    before = on_disk(page)
    page.evaluate(NEWER, [99])
    page.reload()
    form.tied()
    assert form.state("brouillon") == "brouillon_plus_recent_reserve"
    assert "version plus récente de ce site" in (page.text_content("#r-etat-brouillon") or "")
    form.answer("U1-C1-E2", "non")
    until(form.settled, "what is typed is kept")
    assert form.state("brouillon") == "brouillon_plus_recent_reserve"
    page.unroute(WORKER)
    page.reload()
    form.tied().computed()
    assert form.chosen() == {"U1-C1-E2": "non"}
    page.click("#r-brouillons > summary")
    page.get_by_role("button", name="Reprendre le brouillon D’avant").click()
    until(lambda: form.chosen() == {"U1-C1-E1": "oui"}, "a copy of the old draft is on screen")
    form.said("ouvert")
    assert form.state("fichier") == "fichier_jamais"
    form.answer("U1-C1-E3", "oui")
    until(form.settled, "what is typed is kept")
    assert on_disk(page) == before
    assert form.errors == []


def test_erasing_says_what_it_could_not_erase(page: Page, serveur: str) -> None:
    """Another page holds the database: not erased, and said so; once it is let go, erased, whatever its version."""
    without_python(page.context)
    form = FormPage(page, serveur).open()
    named(form, "Seul", "U1-C1-E1")
    page.evaluate(NEWER, [99])
    page.reload()
    form.tied()
    assert form.state("brouillon") == "brouillon_plus_recent_reserve"
    names = page.locator(".r-liste-brouillons b")
    assert "Seul" in names.all_text_contents()
    other = page.context.new_page()
    other.goto(f"{serveur}/glossaire/")
    other.evaluate(HELD)
    page.on("dialog", lambda dialog: dialog.accept())
    form.press("effacer")
    form.said("Tout n’a pas pu être effacé")
    assert form.state("brouillon") != "brouillon_efface"
    other.close()
    form.press("effacer")
    form.said("a été effacé")
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0
    # Nor is what a newer version had written offered any more.
    assert "Seul" not in names.all_text_contents()
    assert form.errors == []
