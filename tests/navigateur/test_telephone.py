"""What a device offers, played by a stub: handing a file over, opening one from the system, keeping drafts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.navigateur.dossier_page import DossierPage
from tests.navigateur.form_page import SLUG, FormPage, until
from tests.navigateur.livret_page import LivretPage
from tests.outils_formulaires import export, published

# A device that hands files over.  `refuses`: the types that it says that it takes, and then does not; « texte »: a text beside.
SHARING = """(refuses) => {
  globalThis.shared = [];
  navigator.canShare = ({ files, text }) => files.length === 1 && !(text !== undefined && refuses.includes("texte"));
  navigator.share = async ({ files: [file], text = "" }) => {
    if (refuses.includes(file.type)) throw new DOMException("no", "NotAllowedError");
    globalThis.shared.push([file.name, file.type, await file.text(), text]);
  };
}"""
PERSISTING = """(answer) => {
  globalThis.asked = 0;
  const storage = Object.getPrototypeOf(navigator.storage);
  storage.persisted = async () => false;
  storage.persist = async () => { globalThis.asked += 1; return answer; };
}"""
LAUNCHED = """(text) => {
  const handle = { getFile: async () => new File([text], "mon-fichier.json", { type: "application/json" }) };
  Object.defineProperty(globalThis, "launchQueue", {
    value: { setConsumer: (take) => { if (text !== null) take({ files: [handle] }); } },
  });
}"""


def stubbed(page: Page, script: str, argument: Any) -> None:
    """Play a device from before the first script of the page."""
    page.add_init_script(f"({script})({json.dumps(argument)})")


def test_the_file_is_handed_over_where_the_device_does_it(page: Page, serveur: str) -> None:
    """The button shows; it hands over the very file that would be saved; what takes no JSON gets it as a text, on a second tap."""
    stubbed(page, SHARING, ["application/json"])
    form = FormPage(page, serveur).open()
    form.answer("U1-C1-E1", "oui")
    page.click("#r-partager")
    form.said("Appuyez encore")
    page.click("#r-partager")
    form.said("remis à l’application choisie")
    [[name, kind, text, _]] = page.evaluate("globalThis.shared")
    assert (name.endswith(".txt"), kind) == (True, "text/plain")
    assert json.loads(text)["reponses"]["U1-C1-E1"]["valeur"] == "oui"
    # Handed over is not saved.
    assert form.state("fichier") == "fichier_jamais"


def answered(page: Page, serveur: str, kind: str) -> FormPage:
    """Return the page of a kind of form, Python ready, where somebody has answered."""
    if kind == "auto-positionnement":
        form = FormPage(page, serveur).open().computed()
        form.answer("U1-C1-E1", "oui")
        form.note("U1-C1-E1", "Au salon de mai")
    elif kind == "livret-de-reperage":
        livret = LivretPage(page, serveur).open().computed()
        livret.write("projet", "Au salon de mai")
        form = livret
    else:
        dossier = DossierPage(page, serveur).open().computed()
        dossier.write("denomination", "Au salon de mai")
        form = dossier
    until(form.settled, "the draft is on the disk")
    return form


@pytest.mark.parametrize("kind", ["auto-positionnement", "livret-de-reperage", "dossier-habilitation"])
def test_the_text_goes_with_the_file(page: Page, serveur: str, kind: str) -> None:
    """Whatever the form, who receives it reads in words what « Copier » gives; the file beside is what opens again."""
    stubbed(page, SHARING, [])
    form = answered(page, serveur, kind)
    form.silenced()
    page.click("#r-partager")
    form.said("et texte remis à l’application choisie")
    [[name, _, content, text]] = page.evaluate("globalThis.shared")
    assert name.endswith(".json")
    assert "Au salon de mai" in json.dumps(json.loads(content), ensure_ascii=False)
    assert "Au salon de mai" in text
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    form.press("copier")
    page.wait_for_selector("#r-texte:not([hidden])")
    assert page.input_value("#r-texte-zone") == text


def test_the_file_goes_alone_where_the_device_takes_no_text_beside(page: Page, serveur: str) -> None:
    """What opens again is never given up for what only reads."""
    stubbed(page, SHARING, ["texte"])
    form = answered(page, serveur, "auto-positionnement")
    form.silenced()
    page.click("#r-partager")
    form.said("» remis à l’application choisie")
    assert [one[3] for one in page.evaluate("globalThis.shared")] == [""]


def test_no_button_where_nothing_can_be_handed_over(page: Page, serveur: str) -> None:
    """A browser that shares no file shows no button for it."""
    page.add_init_script("delete Navigator.prototype.canShare")
    FormPage(page, serveur).open()
    assert not page.locator("#r-partager").is_visible()


@pytest.mark.parametrize(("answer", "said"), [(True, "a accepté"), (False, "peut effacer")])
def test_the_browser_is_asked_to_keep_drafts_once_there_are_some(
    page: Page, serveur: str, *, answer: bool, said: str
) -> None:
    """Not as the page loads, nor at the first answer; once there is something to lose, once; its answer is what is said."""
    stubbed(page, PERSISTING, answer)
    form = FormPage(page, serveur).open()
    form.answer("U1-C1-E1", "oui")
    assert page.evaluate("globalThis.asked") == 0
    for code in ("U1-C1-E2", "U1-C1-E3", "U1-C2-E1"):
        form.answer(code, "oui")
    until(lambda: page.evaluate("globalThis.asked") == 1, "it is asked")
    shown = page.locator("#r-persistance [data-reponse]:not([hidden])")
    until(lambda: shown.count() == 1 and said in (shown.text_content() or ""), "its answer is said")


def test_a_file_opened_from_the_system_comes_to_its_form(page: Page, serveur: str) -> None:
    """The page of the manifest finds the form of the file; there it is opened, and nothing of it is left in the tab."""
    text = export(published(), {"U1-C1-E1": {"valeur": "oui"}})
    stubbed(page, LAUNCHED, text)
    page.goto(f"{serveur}/certifications/")
    page.wait_for_url(f"**/certifications/{SLUG}/auto-positionnement/")
    form = FormPage(page, serveur).tied()
    form.said("« mon-fichier.json » ouvert")
    assert form.chosen() == {"U1-C1-E1": "oui"}
    assert page.evaluate("Object.keys(sessionStorage).filter((key) => key.includes('fichier-ouvert'))") == []


@pytest.mark.parametrize("text", ["{}", "bonjour", '{"format": "repere/auto-positionnement", "certification": "../x"}'])
def test_a_file_that_goes_nowhere_is_said_to(page: Page, serveur: str, text: str) -> None:
    """What is no file of a form of this site leaves one on the page, with what to do."""
    stubbed(page, LAUNCHED, text)
    page.goto(f"{serveur}/certifications/")
    page.wait_for_selector("[data-motif=inconnu]:visible")
    assert page.url.endswith("/certifications/")


def test_the_manifest_opens_json_on_that_page(serveur: str, page: Page) -> None:
    """One action, within the site, for JSON alone; nothing that would receive what another application sends."""
    manifest = page.request.get(f"{serveur}/manifest.webmanifest").json()
    assert manifest["file_handlers"] == [{"action": "certifications/", "accept": {"application/json": [".json"]}}]
    assert "share_target" not in manifest
    assert Path(manifest["file_handlers"][0]["action"]).parts == ("certifications",)
