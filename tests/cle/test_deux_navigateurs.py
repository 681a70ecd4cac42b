"""The copy in Chromium and in Firefox, from a folder: all that the site does, nothing asked for outside."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.copie_usb.embedding import script
from tests.navigateur.form_page import SLUG, until
from tests.outils_papier import read
from tests.outils_pilote import NAMES, ROOT, Pilote

FORM = f"certifications/{SLUG}/auto-positionnement/index.html"
NOTE = "J’ai deux écrans, et l’accent est mis."
RESULT = "[data-champ=json]"
TEXT = "[data-item='U1-C1-E1'] textarea"
# Gives the first answer that can be chosen on screen; tells whether there was one.
ANSWER = """() => {
  const radios = [...document.querySelectorAll("#r-formulaire input[type=radio]")];
  const radio = radios.find((each) => each.closest("label")?.checkVisibility());
  radio?.click();
  return radio !== undefined;
}"""
UNFOLDED = """(selector) => {
  const raw = document.querySelector(selector);
  raw.closest("details").open = true;
  return raw.textContent;
}"""
GIVEN = "() => [...document.querySelectorAll('#r-formulaire input:checked')].map(({ name, value }) => [name, value])"
TITLE = "[data-recherche-liste] [data-trouve=nom]"


class Copie:
    """A browser on a page of the copy: what a person does in it."""

    def __init__(self, browser: Pilote, folder: Path) -> None:
        """Stand nowhere yet; what the browser did before is another test's."""
        self.browser = browser
        self.folder = folder
        self._before = len(browser.requests()), len(browser.errors())

    def requests(self) -> list[str]:
        """Return the addresses asked for since this stands."""
        return self.browser.requests()[self._before[0] :]

    def errors(self) -> list[str]:
        """Return the errors of every page since this stands."""
        return self.browser.errors()[self._before[1] :]

    def goto(self, place: str) -> None:
        """Go to a page of the copy, and wait for its form where it has one."""
        self.browser.goto(self.folder.as_uri() + "/" + place)
        if "r-configuration" in (self.folder / place.partition("#")[0]).read_text("utf-8"):
            self.tied()

    def tied(self) -> None:
        """Wait until the form is tied to its draft."""
        until(lambda: self.browser.attribute("#r-formulaire", "data-pret") is not None, "the form is tied")

    def computed(self) -> None:
        """Wait until Python is there."""
        state = "calcul_chargement"
        while state == "calcul_chargement":
            state = self.browser.attribute("#r-etat-calcul", "data-etat") or ""
        assert state == "calcul_pret", self.errors()

    def answer(self, code: str, valeur: str) -> None:
        """Choose an answer of the section on screen."""
        self.browser.click(f"[data-item='{code}'] label:has(input[value='{valeur}'])")

    def chosen(self) -> list[list[str]]:
        """Return the answers on screen."""
        return list(self.browser.evaluate(GIVEN))

    def result(self) -> str:
        """Return the result that the page shows as JSON, once it is unfolded."""
        return str(self.browser.evaluate(UNFOLDED, RESULT))

    def saved(self) -> bool:
        """Return whether the draft is on the disk."""
        return self.browser.attribute("#r-etat-brouillon", "data-attente") is None


def evaluated(file: Path) -> str:
    """Return what `python -m forms evaluer` prints of a file."""
    command = [sys.executable, "-m", "forms", "evaluer", str(file)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=ROOT).stdout


def downloaded(browser: Pilote) -> Path:
    """Wait for one file in the downloads, whole."""
    until(lambda: len(list(browser.downloads.glob("*.json"))) == 1, "the file is downloaded")
    (file,) = browser.downloads.glob("*.json")
    until(lambda: file.read_bytes().endswith(b"}\n"), "the file is whole")
    return file


def kinds(folder: Path) -> list[Path]:
    """Return one page of each kind of the copy."""
    pages = sorted(folder.rglob("*.html"))
    return [
        *{page.parent.name if page.parent.parent.name != "certifications" else "fiche": page for page in pages}.values()
    ]


@pytest.fixture(scope="module", params=NAMES)
def started(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pilote]:
    """Start each of the two browsers, once: each test has a folder of its own, which no draft of another is tied to."""
    with Pilote(request.param, tmp_path_factory.mktemp(request.param)) as browser:
        browser.size(1280, 900)
        yield browser


@pytest.fixture
def browser(started: Pilote) -> Pilote:
    """Return a browser that has downloaded nothing and shows nothing: what the test before left ends with its page."""
    started.goto("about:blank")
    for file in started.downloads.iterdir():
        file.unlink()
    return started


def test_the_whole_way_from_a_folder(browser: Pilote, unzip: Callable[[str], Path], tmp_path: Path) -> None:
    """Home, certification, form, Python, draft, file, print and search work; every request stays in the folder."""
    copie = Copie(browser, unzip("clé de Zoé"))
    copie.goto("index.html")
    browser.click("main a[href$='certifications/index.html']")
    until(lambda: browser.address.endswith("/certifications/index.html"), "the list is there")
    browser.click(f"main a[href$='{SLUG}/index.html']")
    until(lambda: browser.address.endswith(f"/{SLUG}/index.html"), "the certification is there")
    browser.click("main a[href$='auto-positionnement/index.html']")
    until(lambda: browser.address.endswith(FORM), "the form is there")
    copie.tied()
    copie.computed()

    copie.goto(f"{FORM}#q-u1-c1-e1")
    for code, valeur in (("U1-C1-E1", "oui"), ("U1-C1-E2", "non"), ("U1-C1-E3", "non_observe")):
        copie.answer(code, valeur)
    # What comes with the first answers has moved the page, and does no more.
    until(lambda: '"repondus": 3' in copie.result(), "the result follows the answers")
    browser.click("[data-item='U1-C1-E1'] summary")
    until(lambda: browser.evaluate(f"() => document.querySelector({TEXT!r}).checkVisibility()"), "the note is unfolded")
    browser.type(TEXT, NOTE)
    assert browser.evaluate(f"() => document.querySelector({TEXT!r}).value") == NOTE
    until(copie.saved, "the draft is on the disk")
    # What is said of a copy comes with the other tools, once there is something to keep.
    assert browser.evaluate("() => document.querySelector('.r-etat[data-sans-serveur]').checkVisibility()")
    answers = copie.chosen()
    assert len(answers) == 3

    browser.click("[data-action=passerelles]")
    until(
        lambda: "À confirmer" in browser.text("#r-passerelles"), "the other certifications are seen from a folder too"
    )

    browser.click("[data-action=enregistrer]")
    file = downloaded(browser)
    assert evaluated(file) == f"{copie.result()}\n"
    assert json.loads(file.read_text("utf-8"))["reponses"]["U1-C1-E1"]["note"] == NOTE

    browser.print(tmp_path / "mes réponses.pdf")
    assert "deux écrans" in read(tmp_path / "mes réponses.pdf")[1]

    browser.reload()
    copie.tied()
    assert copie.chosen() == answers
    assert browser.evaluate("() => document.querySelector('textarea[id*=\"E1\" i]').value") == NOTE

    copie.answer("U1-C1-E1", "non")
    until(lambda: copie.chosen() != answers, "another answer is on screen")
    copie.computed()
    browser.hand("#r-fichier", file)
    until(lambda: copie.chosen() == answers, "the file’s answers are back")

    for word, title in (("teleconseiller", "Relation commerciale à distance"), ("RNCP32391", "(2018)")):
        copie.goto("index.html")
        browser.type("#contenu input[name=q]", word)
        browser.press("Enter")
        # The first letters have answers of their own.
        until(lambda: (found := browser.text(TITLE)) != "" and title in found, f"the search answers {word}")  # noqa: B023 — asked at once
    address = browser.evaluate("() => document.querySelector('[data-recherche-liste] a').href")
    assert "/index.html?h=" in address

    outside = [a for a in copie.requests() if not a.startswith((copie.folder.as_uri(), "data:", "blob:"))]
    assert (outside, copie.errors()) == ([], [])
    assert copie.requests() != []


def test_two_copies_never_mix(browser: Pilote, unzip: Callable[[str], Path]) -> None:
    """What is answered, and erased, in one folder, changes nothing in another; the page says who else can read it."""
    here, there = (Copie(browser, unzip(name)) for name in ("une clé", "une autre clé"))
    here.goto(f"{FORM}#q-u1-c1-e1")
    here.answer("U1-C1-E1", "oui")
    until(here.saved, "the first draft is on the disk")
    there.goto(f"{FORM}#q-u1-c1-e1")
    assert there.chosen() == []
    there.answer("U1-C1-E1", "non")
    there.answer("U1-C1-E2", "non")
    until(there.saved, "the second draft is on the disk")
    names = browser.evaluate("async () => (await indexedDB.databases()).map(({ name }) => decodeURI(name))")
    assert f"repere:{there.folder}/" in names
    # What the page says of the browsers is what they do.
    assert (f"repere:{here.folder}/" in names) == (browser.name == "chromium")
    told = browser.text("details[data-sans-serveur]")
    assert "Avec Chrome, Edge ou Chromium, une autre page" in told
    assert browser.evaluate("() => document.querySelector('.r-etat[data-sans-serveur]').checkVisibility()")

    browser.evaluate("() => document.querySelector('[data-action=effacer]').click()")
    until(lambda: there.chosen() == [], "the second is erased")
    here.goto(FORM)
    assert here.chosen() == [["U1-C1-E1", "oui"]]


# Asks the worker of the page at the level below the form: what it says until it has answered.
ASK = """(action, corps) => new Promise((resolve) => {
  const said = [];
  const formulaire = document.getElementById("r-donnees-formulaire").textContent;
  const worker = new Worker(JSON.parse(document.getElementById("r-configuration").textContent).worker);
  worker.onmessage = ({ data }) => {
    said.push(data.type);
    if (data.type === "pret") worker.postMessage({ type: "demande", id: 1, action, requete: JSON.stringify({ action, corps }) });
    else if (data.type !== "attente") resolve([said, data.motif ?? data.detail ?? data.reponse]);
  };
  worker.postMessage({ type: "ouvrir", formulaire });
})"""


def works(copie: Copie, kind: str) -> None:
    """Fail where the form on screen does not say where its draft stays, or misses its Python, its draft or its file."""
    browser = copie.browser
    copie.computed()
    assert browser.evaluate(ANSWER), kind
    said = "() => document.querySelector('.r-etat[data-sans-serveur]').checkVisibility()"
    until(lambda: browser.evaluate(said), f"{kind}: the page says that it is a copy")
    given = browser.evaluate(GIVEN)
    browser.click("[data-action=enregistrer]")
    file = downloaded(browser)
    expected = evaluated(file)
    until(lambda: f"{copie.result()}\n" == expected, f"{kind}: the page says what the command says")
    until(copie.saved, f"{kind}: the draft is on the disk")
    file.unlink()
    browser.reload()
    copie.tied()
    assert browser.evaluate(GIVEN) == given != [], kind


def test_every_kind_of_page_works(browser: Pilote, unzip: Callable[[str], Path]) -> None:
    """One page of each kind: no error, nothing that the browser refused to load, and each kind of form does its work."""
    copie = Copie(browser, unzip("pages"))
    pages = kinds(copie.folder)
    forms = {page.parent.name for page in pages if "r-configuration" in page.read_text("utf-8")}
    assert {"auto-positionnement", "dossier-habilitation", "livret-de-reperage"} <= forms
    for page in pages:
        kind = page.parent.name
        copie.goto(page.relative_to(copie.folder).as_posix())
        # The auto-positionnement goes its whole way above.
        if kind in forms - {"auto-positionnement"}:
            works(copie, kind)
        assert copie.errors() == [], page


def test_what_is_asked_for_later_comes_too(browser: Pilote, unzip: Callable[[str], Path]) -> None:
    """An archive that one action needs is loaded once Python is there, the network closed; a spoilt one is refused."""
    copie = Copie(browser, unzip("plus tard"))
    copie.goto(FORM.replace("auto-positionnement", "dossier-habilitation"))
    corps = {"valeurs": {}, "jour": "2026-11-21"}
    assert browser.evaluate(ASK, "xlsx", corps)[0] == ["pret", "attente", "reponse"]
    (archive,) = copie.folder.rglob("xlsxwriter*.zip.js")
    archive.write_bytes(script(b"another file"))
    assert browser.evaluate(ASK, "xlsx", corps) == [["pret", "attente", "manque"], "empreinte"]
    (wasm,) = copie.folder.rglob("*.wasm.js")
    wasm.write_bytes(script(b"another file"))
    assert browser.evaluate(ASK, "xlsx", corps) == [["echec"], "empreinte"]
    wasm.unlink()
    assert browser.evaluate(ASK, "xlsx", corps) == [["echec"], "reseau"]
