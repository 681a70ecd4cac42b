"""The site without a network, once visited: the browser is off line and the server is stopped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from macros.hors_ligne import precache
from tests.conftest import someone
from tests.horsligne.hote import Host, cut, installed
from tests.navigateur.form_page import SLUG, FormPage, until


@dataclass(frozen=True, slots=True)
class Away:
    """A page of a browser that visited the site once, and has no network any more."""

    page: Page
    host: Host
    failures: list[str]

    def open(self, address: str) -> Page:
        """Go to an address below the root of the site."""
        self.page.goto(self.host.address + address)
        return self.page


@pytest.fixture(scope="module")
def away(navigateur: Browser, host_at: Callable[[str], Host]) -> Iterator[Away]:
    """Visit the home page, wait for the copy, cut the network."""
    host = host_at("/")
    context = someone(navigateur, offline_copy=True)
    page = context.new_page()
    installed(page, host)
    cut(host, context)
    failures: list[str] = []

    def failed(request: Request) -> None:
        # What a page was still loading when the test left it did not fail.
        if request.failure != "net::ERR_ABORTED":
            failures.append(f"{request.failure} {request.url}")

    page.on("requestfailed", failed)
    yield Away(page, host, failures)
    context.close()


def title(page: Page) -> str:
    """Return the first heading, without the sign of its link."""
    return page.locator("h1").inner_text().rstrip("#")


def addresses(site: Path) -> list[str]:
    """Return the address of every page that the copy holds."""
    pages = (path.relative_to(site).as_posix() for path in sorted(site.rglob("index.html")))
    return [page.removesuffix("index.html") for page in pages if precache.wanted(page)]


# Reads every page as HTML, then all that any of them asks for: gives what has no heading, and what does not come.
READ = """async ([root, addresses]) => {
  const bare = [];
  const asked = new Set();
  for (const address of addresses) {
    const response = await fetch(root + address).catch(() => undefined);
    const html = new DOMParser().parseFromString((await response?.text()) ?? "", "text/html");
    if (!response?.ok || !html.querySelector("h1")?.textContent?.trim()) bare.push(address);
    for (const element of html.querySelectorAll("script[src], img[src], source[src], link[href]:not([rel=canonical], [rel=alternate])"))
      asked.add(new URL(element.getAttribute("src") ?? element.getAttribute("href"), root + address).href);
  }
  const came = await Promise.all([...asked].map((url) => fetch(url).then((found) => found.ok, () => false)));
  return [bare, [...asked].filter((_, rank) => !came[rank]), asked.size];
}"""


def one_of_each(every: list[str]) -> list[str]:
    """Return one page of each kind: those of certifications, and of comparisons, are spread over them."""
    kinds: dict[str, list[str]] = {}
    for address in every:
        section, _, rest = address.partition("/")
        kinds.setdefault(f"{section}/*/{rest.partition('/')[2]}" if rest else address, []).append(address)
    return [pages[rank % len(pages)] for rank, pages in enumerate(kinds.values())]


def test_every_page_is_whole_in_the_copy(away: Away, site_dir: Path) -> None:
    """Each page is there, with a heading, and so is all that its HTML asks for."""
    every = addresses(site_dir)
    assert len(every) > 30
    left = [
        path.parent.name
        for path in site_dir.rglob("index.html")
        if not precache.wanted(path.relative_to(site_dir).as_posix())
    ]
    assert {*left} == {"partenaires"}
    bare, missing, asked = away.open("").evaluate(READ, [away.host.address, every])
    assert (bare, missing) == ([], [])
    assert asked > 20


def test_every_kind_of_page_opens_whole(away: Away, site_dir: Path) -> None:
    """One page of each kind shows its title, its fonts, its style and its scripts: nothing that it asks for is missing.

    Those of the forms find Python too.
    """
    opened = one_of_each(addresses(site_dir))
    forms = {a for a in opened if "r-configuration" in (site_dir / a / "index.html").read_text("utf-8")}
    assert {a.split("/")[-2] for a in forms} >= {"auto-positionnement", "dossier-habilitation", "livret-de-reperage"}
    for address in opened:
        page = away.open(address)
        assert title(page), address
        assert page.evaluate(
            "document.fonts.ready.then(() => document.fonts.check('16px \"Atkinson Hyperlegible Next Variable\"'))"
        ), address
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--r-encre')"), address
        if address in forms:
            until(
                lambda page=page: page.get_attribute("#r-etat-calcul", "data-etat") == "calcul_pret",  # type: ignore[misc]
                f"Python is ready on {address}",
            )
    assert away.failures == []


def test_search_works(away: Away) -> None:
    """The script of the search, its index and the texts of its results come from the copy, accents or not."""
    page = away.open("certifications/")
    page.locator("[data-recherche-champ]").focus()
    page.keyboard.type("reclamation")
    page.locator("[data-recherche-liste] mark").first.wait_for(timeout=60_000)
    # The address of a search leads to the page and opens the search.
    page = away.open("certifications/?q=entretien")
    page.locator("[data-recherche-liste] mark").first.wait_for(timeout=60_000)
    assert page.url.endswith("certifications/?q=entretien")


@pytest.mark.parametrize(
    ("asked", "reached"),
    [
        ("index.html", "index.html"),
        ("glossaire/index.html", "glossaire/index.html"),
        ("glossaire", "glossaire/"),
        ("glossaire/?mot=oral#x", "glossaire/?mot=oral#x"),
    ],
)
def test_an_address_may_be_written_in_several_ways(away: Away, asked: str, reached: str) -> None:
    """With or without the name of the file, the final slash, a query or a fragment."""
    page = away.open(asked)
    assert page.url == away.host.address + reached
    assert title(page) != "Cette page n’est pas sur votre appareil"
    page.get_by_role("link", name="Confidentialité").first.click()
    page.wait_for_url(f"{away.host.address}confidentialite/", timeout=60_000)
    until(lambda: title(page) == "Confidentialité", "relative links lead where they should")


def test_a_form_does_all_that_it_does_with_a_network(away: Away, tmp_path: Path) -> None:
    """Open, type, reload, score, save, open again, print: with Python, its digests checked."""
    form = FormPage(away.page, away.host.address.removesuffix("/")).open().computed()
    form.answer("U1-C1-E1", "oui")
    form.note("U1-C1-E1", "dans le train")
    until(form.settled, "the draft is on the disk")
    away.page.reload()
    form.tied().computed()
    assert form.chosen() == {"U1-C1-E1": "oui"}
    saved = form.save_file(tmp_path)
    assert form.saved(saved) == {"U1-C1-E1": {"valeur": "oui", "note": "dans le train"}}
    form.press("nouveau")
    until(lambda: form.chosen() == {}, "a new draft is on screen")
    form.open_file(saved)
    until(lambda: form.chosen() == {"U1-C1-E1": "oui"}, "the file is open")
    form.press("passerelles")
    away.page.locator("#r-passerelles [data-certification]").first.wait_for()
    assert away.page.pdf().startswith(b"%PDF")
    assert form.errors == []


@pytest.mark.parametrize("address", ["api/v1/index.json", "n/existe/pas/", "images/auto-positionnement.png"])
def test_a_page_that_is_not_there_has_ours(away: Away, address: str) -> None:
    """In French, with what can be opened, and a link to try again the address that was asked for."""
    page = away.open(address)
    assert title(page) == "Cette page n’est pas sur votre appareil"
    again = page.get_by_role("link", name="réessayer de l’ouvrir")
    assert again.get_attribute("href") == away.host.address + address
    page.get_by_role("link", name="toutes les certifications").click()
    page.wait_for_url(f"{away.host.address}certifications/", timeout=60_000)
    assert page.locator("[data-liste] > li").first.is_visible()


def test_the_link_to_try_again_leads_nowhere_else(away: Away) -> None:
    """An address of another site, or a script, in the query is not made a link."""
    for asked in ("https://example.org/", "javascript:alert(1)", away.host.address.replace("127.0.0.1", "127.0.0.2")):
        page = away.open(f"hors-ligne/?page={asked}")
        assert page.locator("[data-reessayer]").is_hidden()


def test_the_worker_of_python_is_bound_by_a_policy(away: Away, site_dir: Path) -> None:
    """The copy adds the header that many hosts cannot send."""
    text = (site_dir / "certifications" / SLUG / "auto-positionnement" / "index.html").read_text("utf-8")
    (worker,) = set(re.findall(r"assets/repere/worker-\w+\.js", text))
    page = away.open("")
    policy = page.evaluate("(url) => fetch(url).then((r) => r.headers.get('content-security-policy'))", f"/{worker}")
    bound = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'"
    assert policy == bound
