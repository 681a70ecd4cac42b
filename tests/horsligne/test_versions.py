"""Versions of the copy: all or nothing, the old one until the new one is whole, and a new one when a person says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.horsligne.hote import OFFER, READY, Host, Varying, activated, caches, cut, installed, registration, update
from tests.navigateur.form_page import SLUG, FormPage, until

FORM = f"certifications/{SLUG}/auto-positionnement/"

# What a word more on a page changes; the search is made again by a build alone.
CHANGED = {"glossaire/"}


class VaryingHost(Host):
    """A host whose answers say that they vary."""

    handler = Varying


def mark(host: Host) -> None:
    """Publish a second version, which says so in the title of the glossary."""
    host.change("glossaire/index.html", "</h1>", " (version 2)</h1>")
    host.publish()


def spoil(host: Host, name: str) -> None:
    """Change one byte of a file after it was published."""
    path = host.site / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def lose(host: Host, name: str) -> None:
    """Take a file off the host after it was published."""
    (host.site / name).unlink()


FAULTS: dict[str, Callable[[Host, str], None]] = {"404": lose, "one-byte": spoil}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_first_copy_that_misses_one_file_is_not_made(
    context: BrowserContext, host_at: Callable[[str], Host], fault: str
) -> None:
    """Nothing is kept, no worker serves, the page says no word of it and works."""
    host = host_at("/")
    FAULTS[fault](host, "assets/icones/icone-512.png")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{host.address}confidentialite/")
    until(
        lambda: page.locator("[data-panneau=absente]:visible, [data-panneau='absente retiree']:visible").count() > 0,
        "told",
    )
    until(lambda: (registration(page), caches(page)) == ({}, []), "nothing is left of the attempt")
    assert page.locator(READY).count() == 0
    assert errors == []


def test_a_new_version_that_misses_one_file_leaves_the_old_one(
    context: BrowserContext, host_at: Callable[[str], Host]
) -> None:
    """The old copy serves, whole, online and off; nothing is offered and nothing is left of the attempts."""
    host = host_at("/")
    page = context.new_page()
    installed(page, host)
    before = caches(page)
    mark(host)
    # A file that changed: the others are taken from the copy that is there.
    changed = host.site / "glossaire" / "index.html"
    content = changed.read_bytes()
    for name, fault in FAULTS.items():
        changed.write_bytes(content)
        fault(host, "glossaire/index.html")
        update(page)
        assert registration(page) == {"active": "activated", "waiting": None, "installing": None}, name
        assert caches(page) == before, name
        installed(page, host, "glossaire/")
        assert "version 2" not in page.locator("h1").inner_text(), name
        assert page.locator(OFFER).count() == 0, name
    # Nor is it the host that is wrong: once the file is there, the version is offered.
    changed.write_bytes(content)
    update(page)
    offered(page)
    assert registration(page)["waiting"] == "installed"
    cut(host, context)
    page.reload()
    assert "Glossaire" in page.locator("h1").inner_text()


def offered(page: Page) -> None:
    """Wait for the offer."""
    until(lambda: page.locator(OFFER).count() == 1, "a new version is offered")


def test_a_new_version_is_offered_put_off_and_taken_when_accepted(
    context: BrowserContext, host_at: Callable[[str], Host]
) -> None:
    """Offered by a line, still the old one after a reload; accepted, every page loads again once.

    What both versions hold is taken from the copy that is there.  « Plus tard » holds for the tab, from page to page.
    """
    host = host_at("/")
    page, other = context.new_page(), context.new_page()
    installed(page, host, "glossaire/")
    other.goto(host.address)
    before = caches(page)
    mark(host)
    seen: list[str] = []
    context.on("request", lambda request: seen.append(request.url))
    update(page)
    offered(page)
    offered(other)
    assert {url.removeprefix(host.address) for url in seen if not url.endswith("sw.js")} == CHANGED
    page.reload()
    offered(page)
    assert "version 2" not in page.locator("h1").inner_text()
    assert registration(page)["waiting"] == "installed"
    other.click("[data-maj-plus-tard]")
    other.goto(f"{host.address}confidentialite/")
    until(lambda: other.locator(READY).count() == 1, "the page is ready")
    assert other.locator(OFFER).count() == 0
    third = context.new_page()
    third.goto(host.address)
    offered(third)
    third.close()
    loads: list[str] = []
    for each in (page, other):
        each.on("load", lambda loaded: loads.append(loaded.url))
    page.click("[data-maj-accepter]")
    # Asking the pages anything lets the news of them come.
    until(
        lambda: page.locator(READY).count() == other.locator(READY).count() == 1 and len(loads) > 1,
        "both pages are loaded again",
    )
    assert "version 2" in page.locator("h1").inner_text()
    assert sorted(loads) == sorted([page.url, other.url])
    assert page.locator(OFFER).count() == 0
    assert len(caches(page)) == 1
    assert caches(page) != before


def test_a_host_whose_answers_vary_is_kept_as_any_other(
    site_dir: Path, context: BrowserContext, tmp_path: Path
) -> None:
    """Cut off, every page opens whatever this browser prefers now; an update still takes what is there."""
    host = VaryingHost(site_dir, tmp_path)
    page = context.new_page()
    installed(page, host)
    mark(host)
    seen: list[str] = []
    context.on("request", lambda request: seen.append(request.url))
    update(page)
    offered(page)
    assert {url.removeprefix(host.address) for url in seen if not url.endswith("sw.js")} == CHANGED
    cut(host, context)
    context.set_extra_http_headers({"Accept-Language": "br"})
    page.goto(f"{host.address}confidentialite/?texte=x")
    assert page.locator("h1").inner_text().startswith("Confidentialité")


def test_a_form_in_progress_makes_it_wait_everywhere(context: BrowserContext, host_at: Callable[[str], Host]) -> None:
    """Touched, the form hides the offer, and no other tab may activate; closed, they may, and the draft is there."""
    host = host_at("/")
    page = context.new_page()
    installed(page, host)
    form = FormPage(context.new_page(), host.address.removesuffix("/")).open()
    form.answer("U1-C1-E1", "oui")
    until(form.settled, "the draft is on the disk")
    mark(host)
    update(page)
    offered(page)
    page.click("[data-maj-accepter]")
    until(lambda: page.locator("[data-maj] [data-etat=occupe]").is_visible(), "the wait is told")
    assert form.page.locator(OFFER).count() == 0
    assert registration(page)["waiting"] == "installed"
    assert form.chosen() == {"U1-C1-E1": "oui"}
    # Loaded again and not touched yet, the form is offered it, and keeps the draft through it.
    form.page.reload()
    form.tied()
    offered(form.page)
    with form.page.expect_event("load", timeout=60_000):
        form.page.click("[data-maj-accepter]")
    until(lambda: activated(page), "the new version is active")
    assert form.tied().chosen() == {"U1-C1-E1": "oui"}
    form.page.goto(f"{host.address}glossaire/")
    assert "version 2" in form.page.locator("h1").inner_text()


def test_an_open_page_finds_its_files_after_a_deployment(
    context: BrowserContext, host_at: Callable[[str], Host]
) -> None:
    """The host has only the new names: the old page loads late what it had not loaded yet, from its own copy."""
    host = host_at("/")
    page = context.new_page()
    installed(page, host, "glossaire/")
    search = host.site / "assets" / "recherche" / "recherche.js"
    late = search.with_name("recherche-00000000.js")
    search.rename(late)
    for path in host.site.rglob("*.html"):
        text = path.read_text("utf-8")
        path.write_text(text.replace(search.name, late.name), "utf-8")
    host.publish()
    update(page)
    offered(page)
    page.locator("[data-recherche-champ]").focus()
    page.keyboard.type("entretien")
    page.locator("[data-recherche-liste] > li").first.wait_for(timeout=60_000)
