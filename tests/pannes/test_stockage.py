"""Storage that is full, refused by the person's own settings, or that fails under the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page

from tests.conftest import Chromium
from tests.navigateur.form_page import FormPage, until
from tests.pannes.frappe import kept, without_python

NOTE = "n-u1-c1-e1"
REFUSED_COOKIES = 2
FILL = """() => {
  let length = 2 ** 22;
  for (let number = 0; length > 0; number += 1) {
    try { localStorage.setItem(`plein-${number}`, "x".repeat(length)); } catch { length = Math.floor(length / 2); }
  }
  return Object.values(localStorage).join("").length;
}"""


def answered(form: FormPage) -> str:
    """Answer, write a note, and return it."""
    form.answer("U1-C1-E1", "oui")
    form.note("U1-C1-E1", "écrit quand tout est plein")
    return "écrit quand tout est plein"


def exported(form: FormPage, folder: Path) -> dict[str, dict[str, str]]:
    """Return the answers of the file that the page saves."""
    return form.saved(form.save_file(folder))


def test_a_full_local_storage_changes_nothing(page: Page, serveur: str, tmp_path: Path) -> None:
    """Answers are not kept there: with not one sign left in it, they reach the disk and come back."""
    without_python(page.context)
    page.goto(f"{serveur}/donnees/")
    assert page.evaluate(FILL) > 5_000_000
    form = FormPage(page, serveur).open()
    note = answered(form)
    until(form.settled, "the draft is on the disk")
    assert form.state("brouillon") == "brouillon_enregistre"
    assert exported(form, tmp_path) == {"U1-C1-E1": {"valeur": "oui", "note": note}}
    page.reload()
    assert kept(form.tied().page, NOTE) == note
    assert form.errors == []


def test_a_full_disk_is_told_and_the_file_is_the_way_out(page: Page, serveur: str, tmp_path: Path) -> None:
    """Where the browser has no room left, the page says so, keeps all on screen, asks before closing, and saves the file."""
    without_python(page.context)
    form = FormPage(page, serveur).open()
    devtools = page.context.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": serveur, "quotaSize": 1})
    note = answered(form)
    until(lambda: form.state("brouillon") == "brouillon_perdu", "the failure is told")
    assert "Enregistrez le fichier maintenant" in (page.text_content("#r-etat-brouillon") or "")
    assert kept(page, NOTE) == note
    with page.expect_event("dialog") as asking:
        page.close(run_before_unload=True)
    asking.value.dismiss()
    assert exported(form, tmp_path) == {"U1-C1-E1": {"valeur": "oui", "note": note}}
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": serveur})
    form.answer("U1-C1-E2", "non")
    until(lambda: form.state("brouillon") == "brouillon_enregistre", "with room again, all is on the disk again")
    page.reload()
    assert form.tied().chosen() == {"U1-C1-E1": "oui", "U1-C1-E2": "non"}
    page.click("#r-brouillons > summary")
    # What this tab could not write is no other tab's: there is one draft.
    assert page.locator(".r-liste-brouillons > li").count() == 1
    assert form.errors == []


@pytest.fixture
def refusing(tmp_path: Path) -> Path:
    """Return a profile whose owner has told the browser to keep nothing of any site."""
    profile = tmp_path / "profil"
    preferences = {"profile": {"default_content_setting_values": {"cookies": REFUSED_COOKIES}}}
    (profile / "Default").mkdir(parents=True)
    (profile / "Default" / "Preferences").write_text(json.dumps(preferences), "utf-8")
    return profile


def test_a_browser_that_keeps_nothing_is_told_at_once(
    whole_chromium: Chromium, serveur: str, refusing: Path, tmp_path: Path
) -> None:
    """With the real setting, not an imitation: the warning comes first, the form and its result work, the file saves."""
    context = whole_chromium.launch_with(refusing)
    form = FormPage(context.new_page(), serveur).open()
    with pytest.raises(Error, match="SecurityError"):
        form.page.evaluate("localStorage.length")
    assert form.state("brouillon") == "brouillon_impossible"
    note = answered(form)
    form.computed()
    saved = form.save_file(tmp_path)
    assert form.saved(saved) == {"U1-C1-E1": {"valeur": "oui", "note": note}}
    form.answer("U1-C1-E1", "non")
    form.open_file(saved)
    until(lambda: form.chosen() == {"U1-C1-E1": "oui"}, "the file opens again")
    assert form.errors == []
    context.close()
