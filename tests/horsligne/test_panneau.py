"""What a person sees of the offline copy, and does with it: its state, its size, its date, removing it, erasing all."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from macros.hors_ligne import precache
from tests.conftest import someone
from tests.horsligne.hote import OFFER, READY, Host, caches, installed, registration, update
from tests.horsligne.test_versions import mark
from tests.navigateur.form_page import SLUG, FormPage, on_paper, until
from tests.navigateur.test_accessibilite import WIDTHS, violations

FORM = f"certifications/{SLUG}/auto-positionnement/"
PRIVACY = "confidentialite/"


def shown(page: Page) -> str:
    """Return which of its sentences the panel shows."""
    parts = page.locator("[data-hors-ligne=panneau] [role=status] [data-panneau]:visible")
    return str(parts.first.get_attribute("data-panneau")) if parts.count() else ""


def test_the_panel_says_what_is_there_how_big_and_since_when(
    context: BrowserContext, host_at: Callable[[str], Host]
) -> None:
    """The figures are those of the copy itself; removed, it is gone and stays so until it is asked for.

    Lost by the browser, the site goes on from the network, and the next page makes the copy again.
    """
    host = host_at("/")
    page = context.new_page()
    page.goto(host.address + PRIVACY)
    until(lambda: shown(page) == "prete", "the copy is there")
    (name,) = caches(page)
    assert re.fullmatch(r"repere:/hors-ligne:[0-9a-f]{16}", name)
    held = page.evaluate(
        """async (name) => {
          const cache = await caches.open(name);
          const all = await Promise.all((await cache.keys()).map((key) => cache.match(key)));
          const sizes = await Promise.all(all.map(async (one) => (await one.arrayBuffer()).byteLength));
          return [sizes.length - 1, sizes.reduce((sum, one) => sum + one, 0)];
        }""",
        name,
    )
    text = page.locator(".r-copie-chiffres").inner_text().replace("\u202f", " ").replace("\u00a0", " ")
    said = {word: float(number.replace(",", ".")) for number, word in re.findall(r"([\d,]+) (pages|fichiers|Mo)", text)}
    assert said["fichiers"] == held[0]
    assert said["Mo"] == pytest.approx(held[1] / 1e6, abs=0.06)
    pages = (path.relative_to(host.site).as_posix() for path in host.site.rglob("index.html"))
    assert said["pages"] == sum(map(precache.wanted, pages))
    assert page.locator(".r-copie-chiffres time").get_attribute("datetime")

    page.click("[data-panneau-retirer]")
    until(lambda: shown(page) == "retiree", "removing is told")
    assert caches(page) == []
    page.reload()
    until(lambda: shown(page) == "retiree", "it is not made again")
    until(lambda: (caches(page), registration(page)) == ([], {}), "nothing of it is left")
    page.click("[data-panneau-garder]")
    until(lambda: shown(page) == "prete", "it is made again when asked")
    # Removed and asked for at once: the worker that was leaving makes it again, whole.
    page.click("[data-panneau-retirer]")
    until(lambda: shown(page) == "retiree", "removing is told")
    page.click("[data-panneau-garder]")
    until(lambda: shown(page) == "prete", "it is made again when asked")
    assert len(caches(page)) == 1
    until(lambda: registration(page)["active"] == "activated", "the worker serves again")

    page.evaluate("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))")
    assert caches(page) == []
    page.goto(f"{host.address}glossaire/")
    assert "Glossaire" in page.locator("h1").inner_text()
    until(lambda: page.locator(READY).count() == 1, "the copy is there again")
    assert len(caches(page)) == 1


def test_erasing_everything_takes_the_copy_too(context: BrowserContext, host_at: Callable[[str], Host]) -> None:
    """Drafts, settings, caches and worker: nothing is left, and the page says what becomes of the copy."""
    host = host_at("/")
    page = context.new_page()
    installed(page, host, FORM)
    form = FormPage(page, host.address.removesuffix("/")).tied()
    form.answer("U1-C1-E1", "oui")
    until(form.settled, "the draft is on the disk")
    page.on("dialog", lambda dialog: dialog.accept())
    form.press("effacer")
    form.said("copie hors ligne")
    left = page.evaluate(
        "async () => [await caches.keys(), (await indexedDB.databases()).length, Object.keys(localStorage)]"
    )
    assert left == [[], 0, []]
    until(lambda: registration(page) == {}, "the worker is gone")


def test_under_a_path_nothing_outside_is_touched(context: BrowserContext, host_at: Callable[[str], Host]) -> None:
    """At /repere/, as on GitHub Pages: scope, names of caches, pages off line, and the neighbour is left alone."""
    host = host_at("/repere/")
    (host.folder / "voisin.html").write_text("<!doctype html><title>Voisin</title><h1>Voisin</h1>", "utf-8")
    page = context.new_page()
    page.goto(f"{host.address}../voisin.html")
    page.evaluate("caches.open('voisin')")
    installed(page, host)
    assert sorted(re.sub(r"[0-9a-f]{16}$", "", name) for name in caches(page)) == [
        "repere:/repere/hors-ligne:",
        "voisin",
    ]
    until(lambda: page.evaluate("navigator.serviceWorker.controller?.scriptURL") == f"{host.address}sw.js", "it serves")
    page.goto(f"{host.address}../voisin.html")
    assert page.evaluate("navigator.serviceWorker.controller") is None
    context.set_offline(True)
    host.stop()
    page.goto(host.address + FORM)
    FormPage(page, host.address.removesuffix("/")).tied().computed()
    page.goto(f"{host.address}n/existe/pas")
    assert page.url.startswith(f"{host.address}hors-ligne/")
    page.goto(f"{host.address}confidentialite/")
    until(lambda: shown(page) == "prete", "the copy is there")
    page.click("[data-panneau-retirer]")
    until(lambda: shown(page) == "retiree", "removing is told")
    assert caches(page) == ["voisin"]


def test_a_browser_that_refuses_workers_is_not_bothered(navigateur: Browser, serveur: str) -> None:
    """Refused by an error, or absent: no error on the page, no offer, and the panel says it."""
    context = navigateur.new_context(service_workers="block")
    context.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new DOMException('no', 'SecurityError') } });"
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } });"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{serveur}/{PRIVACY}")
    until(lambda: shown(page) == "impossible", "it is told")
    assert errors == []
    context.close()


def test_whoever_spares_data_is_asked_first(context: BrowserContext, host_at: Callable[[str], Host]) -> None:
    """With the setting that saves data, nothing is copied until the button is pressed."""
    context.add_init_script("Object.defineProperty(navigator, 'connection', { get: () => ({ saveData: true }) })")
    host = host_at("/")
    page = context.new_page()
    page.goto(host.address + PRIVACY)
    until(lambda: shown(page) == "absente", "it is told")
    assert registration(page) == {}
    page.click("[data-panneau-garder]")
    until(lambda: shown(page) == "prete", "the copy is made")


@pytest.fixture(scope="module")
def updated(navigateur: Browser, host_at: Callable[[str], Host]) -> Iterator[Page]:
    """Open a page to which a new version is offered, the copy being there."""
    host = host_at("/")
    context = someone(navigateur, offline_copy=True)
    page = context.new_page()
    installed(page, host, PRIVACY)
    mark(host)
    update(page)
    until(lambda: page.locator(OFFER).count() == 1, "a new version is offered")
    yield page
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_the_offer_and_the_panel(updated: Page, width: int, scheme: Any) -> None:
    """Both on screen, in either scheme, at either width, the page violates nothing."""
    updated.set_viewport_size({"width": width, "height": 900})
    updated.emulate_media(color_scheme=scheme)
    # Colours take a moment to change; half-way, no contrast is right.
    until(lambda: updated.evaluate("document.getAnimations().length") == 0, "the colours have changed")
    assert shown(updated) == "prete"
    assert updated.locator(OFFER).is_visible()
    assert violations(updated) == []


def test_the_offer_fits_in_320_pixels_and_goes_by_keyboard(updated: Page) -> None:
    """Nothing scrolls sideways; Tab reaches both buttons, after the page; on paper there is neither offer nor panel."""
    updated.set_viewport_size({"width": 320, "height": 640})
    assert updated.evaluate("document.documentElement.scrollWidth") == 320
    updated.focus("[data-maj-accepter]")
    updated.keyboard.press("Tab")
    assert updated.evaluate("'majPlusTard' in document.activeElement.dataset")
    on_paper(updated)
    assert not updated.locator(OFFER).is_visible()
    assert not updated.locator("[data-hors-ligne=panneau]").is_visible()
    updated.emulate_media(media="screen")
    updated.focus("[data-maj-plus-tard]")
    updated.keyboard.press("Enter")
    assert updated.locator(OFFER).count() == 0


def test_the_site_can_be_installed(site_dir: Path, page: Page, serveur: str) -> None:
    """The manifest names the site, its start inside its scope, and icons of the sizes that they say."""
    manifest = json.loads((site_dir / "manifest.webmanifest").read_text("utf-8"))
    assert (manifest["lang"], manifest["start_url"], manifest["scope"]) == ("fr", "./", "./")
    sizes = set()
    for icon in manifest["icons"]:
        content = (site_dir / icon["src"]).read_bytes()
        width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
        assert icon["sizes"] == f"{width}x{height}"
        sizes.add((width, icon.get("purpose", "any")))
    assert sizes == {(192, "any"), (512, "any"), (512, "maskable")}
    page.goto(f"{serveur}/{FORM}")
    session = page.context.new_cdp_session(page)
    assert session.send("Page.getAppManifest")["errors"] == []
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A browser that remembers nothing installs nothing: that is said of the tests' browser, not of the site.
    assert [error["errorId"] for error in errors if error["errorId"] != "in-incognito"] == []
