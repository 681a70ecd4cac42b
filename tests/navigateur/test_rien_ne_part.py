"""A recorded run of each kind of form: each request that the browser makes, and none with an answer in it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Request

from tests.navigateur.form_page import SLUG, FormPage, until
from tests.outils_pages import Reading, embedded

SITE = Path(__file__).parents[2] / "site"
WRITTEN = "réponse-secrète-7301"
FORMS = sorted(
    path.parent.relative_to(SITE).as_posix()
    for path in SITE.rglob("index.html")
    if 'id="r-configuration"' in path.read_text("utf-8")
)

pytestmark = pytest.mark.pyodide
# One run of each kind, on different certifications where there are several: that the others ask for the same is read
# in their HTML.
RUN = {
    "auto-positionnement": f"certifications/{SLUG}/auto-positionnement",
    "dossier-habilitation": f"certifications/{SLUG}/dossier-habilitation",
    "livret-de-reperage": "certifications/charge-de-clientele/livret-de-reperage",
}
# Attributes that make a browser ask for something, whatever their element.
POINTERS = {"src", "srcset", "action", "data", "poster", "ping", "background"}
# What a page says of itself without asking for anything: in `rel`, `name` and `property`.
SILENT = {"alternate", "canonical", "description"}


def asking(html: str) -> set[tuple[str, ...]]:
    """Return what a page asks for, or lets its scripts ask for: scripts that run, worker, policy, files, forms."""
    page = Reading()
    page.feed(html)
    found = {("worker", str(embedded(page, "r-configuration")["worker"]))}
    for element in page.elements:
        told = {name: value or "" for name, value in element.attributes.items()}
        if told.keys() & POINTERS or element.tag in {"link", "base"}:
            if told.get("rel") not in SILENT:
                found.add((element.tag, *(f"{name}={told[name]}" for name in sorted(told))))
        elif element.tag == "meta" and "property" not in told and told.get("name") not in SILENT:
            # Digests are those of the scripts in line, some of which hold data.
            words = told.get("content", "").split()
            found.add(("meta", *told.keys(), *(word for word in words if not word.startswith("'sha256-"))))
        elif element.tag == "style":
            found.add(("style", *re.findall(r"url\([^)]*\)|@import[^;]*", element.text)))
        elif element.tag == "script" and told.get("type") != "application/json":
            found.add(("script", element.text))
    return found


class Recorder:
    """Every request of a context, whole."""

    def __init__(self, page: Page) -> None:
        """Listen from the start: pages, workers, downloads."""
        self.requests: list[Request] = []
        page.context.on("request", self._note)

    def _note(self, request: Request) -> None:
        self.requests.append(request)

    def elsewhere(self, origin: str) -> list[str]:
        """Return what was asked of another origin; a file made in the page is none."""
        return [r.url for r in self.requests if not r.url.startswith((f"{origin}/", f"blob:{origin}/", "data:"))]

    def carrying(self, secret: str) -> list[str]:
        """Return the requests that carry a text, in any of its spellings, or could: a query, a body, a method."""
        spellings = {secret, quote(secret), secret.encode().hex()}

        def carries(request: Request) -> bool:
            said = [request.url, request.post_data or "", *request.headers.keys(), *request.headers.values()]
            return request.method not in {"GET", "HEAD"} or any(word in text for text in said for word in spellings)

        return [request.url for request in self.requests if carries(request)]


def test_there_are_forms() -> None:
    """The list is not empty: five auto-positionnements at least."""
    assert sum(form.endswith("auto-positionnement") for form in FORMS) >= 5


def test_forms_of_a_kind_ask_for_the_same() -> None:
    """Scripts, files, policies and forms of every form are those of the one of its kind that is run below."""
    asked = {address: asking((SITE / address / "index.html").read_text("utf-8")) for address in FORMS}
    assert {len(asked[run]) > 20 for run in RUN.values()} == {True}
    other = {address: asked[address] ^ asked[RUN[address.rpartition("/")[2]]] for address in FORMS}
    assert {address: found for address, found in other.items() if found} == {}


@pytest.mark.parametrize("kind", RUN)
def test_nothing_of_a_form_leaves(page: Page, serveur: str, tmp_path: Path, kind: str) -> None:
    """Filled, scored, kept, saved, opened, printed: no request outside the site, none with an answer, a body or a query."""
    recorder = Recorder(page)
    # As a person comes to it.
    for address in ("", "certifications/", RUN[kind].rpartition("/")[0] + "/"):
        page.goto(f"{serveur}/{address}")
    form = FormPage(page, serveur)
    form.address = f"{serveur}/{RUN[kind]}/"
    form.open()
    page.evaluate("document.querySelectorAll('#r-formulaire details').forEach((details) => (details.open = true))")
    texts = "#r-formulaire :is(textarea, input[type=text]):visible:enabled"
    page.locator(texts).first.fill(WRITTEN)
    page.locator(texts).first.blur()
    for choice in page.locator("#r-formulaire input:is([type=radio], [type=checkbox]):visible:enabled").all()[:3]:
        choice.check()
    until(form.settled, "the draft is on the disk")
    until(lambda: form.state("calcul") == "calcul_pret", "Python is ready")
    saved = form.save_file(tmp_path)
    assert WRITTEN in saved.read_text("utf-8")
    form.open_file(saved)
    # Opened, or held until one says what to do with it: Python has read it.
    until(lambda: form.announced() != "" or page.locator("#r-recu").is_visible(), "the file is read")
    page.pdf()
    page.reload()
    form.tied()
    urls = [request.url for request in recorder.requests]
    assert any(url.endswith(".wasm") for url in urls), "the worker's own requests are seen"
    assert recorder.elsewhere(serveur) == []
    assert recorder.carrying(WRITTEN) == []
    assert [url for url in urls if "?" in url] == []
    assert [r.url for r in recorder.requests if "reponses" in (r.post_data or "")] == []


def test_a_leak_would_be_seen(page: Page, serveur: str) -> None:
    """The recorder itself sees another origin, a query, a body and a header."""
    recorder = Recorder(page)
    page.goto(f"{serveur}/confidentialite/")
    page.evaluate(
        """async (secret) => {
          const tried = [fetch("/?" + encodeURIComponent(secret)), fetch("/", { method: "POST", body: secret })];
          tried.push(fetch("/glossaire/", { headers: { "x-hidden": encodeURIComponent(secret) } }));
          await Promise.allSettled(tried);
        }""",
        WRITTEN,
    )
    # Asking the page anything lets the news of them come.
    until(lambda: bool(page.title()) and len(recorder.carrying(WRITTEN)) == 3, "all three are seen")
    assert Recorder.elsewhere(recorder, "http://other.invalid")
