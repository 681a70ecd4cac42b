"""A recorded run of every form that the site has: each request that the browser makes, and none with an answer in it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Request

from tests.navigateur.form_page import FormPage, until

SITE = Path(__file__).parents[2] / "site"
WRITTEN = "réponse-secrète-7301"
FORMS = sorted(
    path.parent.relative_to(SITE).as_posix()
    for path in SITE.rglob("index.html")
    if 'id="r-configuration"' in path.read_text("utf-8")
)


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


@pytest.mark.parametrize("address", FORMS)
def test_nothing_of_a_form_leaves(page: Page, serveur: str, tmp_path: Path, address: str) -> None:
    """Filled, scored, kept, saved, printed: no request outside the site, none with an answer, a body or a query."""
    recorder = Recorder(page)
    form = FormPage(page, serveur)
    form.address = f"{serveur}/{address}/"
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
    page.pdf()
    page.reload()
    form.tied()
    assert len(recorder.requests) > 5
    assert recorder.elsewhere(serveur) == []
    assert recorder.carrying(WRITTEN) == []
    assert [request.url for request in recorder.requests if "?" in request.url] == []


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
