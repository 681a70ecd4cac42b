"""A site too big to be kept whole: what all pages share, and each certification that one opened or asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from macros.hors_ligne import precache
from referentials.load import load
from tests.horsligne.hote import Host, caches, cut, restore, update
from tests.horsligne.test_panneau import PRIVACY, shown
from tests.navigateur.form_page import SLUG, FormPage, until

OTHER = "tp-conseiller-commercial"
WAITING = "cqp-relation-commerciale-a-distance"
# How many certifications the site has.
ALL = len(load().certifications)
HELD = "[data-hors-ligne=pied-page]:not([hidden])"


def of(slug: str) -> str:
    """Return the address of a certification, from the root of the site."""
    return f"certifications/{slug}/"


def titles(page: Page) -> list[str]:
    """Return the certifications that the page of what is missing offers."""
    return page.locator("[data-copie=partie]:not([hidden]) [data-champ=gardees] a").all_inner_texts()


def test_a_big_site_is_kept_by_certifications(site_dir: Path) -> None:
    """Under the limit all is in common; over it each certification has its files, none is in two, none is left out."""
    whole, big = precache.copie(site_dir), precache.copie(site_dir, 0)
    assert whole.lots == {}
    assert set(big.lots) == {path.name for path in (site_dir / "certifications").iterdir() if path.is_dir()}
    parts = [big.commun, *(lot.fichiers for lot in big.lots.values())]
    assert sorted(e.url for part in parts for e in part) == sorted(e.url for e in whole.commun)
    for slug, lot in big.lots.items():
        assert all(entry.url.startswith(of(slug)) for entry in lot.fichiers)
        addresses = {entry.url for entry in lot.fichiers}
        assert of(slug) in addresses
        asked = (site_dir / of(slug) / "auto-positionnement").is_dir()
        assert (f"{of(slug)}auto-positionnement/" in addresses) == asked
    assert big.lots[SLUG].titre.startswith("CQP Vendeur conseil à distance")
    assert precache.to_json(big)["version"] == precache.to_json(precache.copie(site_dir, 1))["version"]


def test_what_one_opens_is_kept_and_stays(
    context: BrowserContext, host_at: Callable[[str], Host], tmp_path: Path
) -> None:
    """One certification opened, one asked for: both work without a network, with Python; a third page says what is there.

    The next version keeps them too, and what was kept of a site while it was small.
    """
    host = host_at("/")
    host.publish(plafond=0)
    page = context.new_page()
    page.goto(host.address + of(SLUG))
    until(lambda: page.locator(HELD).count() == 1, "what is opened is kept")
    page.goto(host.address + PRIVACY)
    until(lambda: shown(page) == "partie", "the panel tells a part")
    panel = page.locator("[data-hors-ligne=panneau]")
    assert f"1 sur {ALL}" in panel.inner_text()
    page.select_option("#r-copie-lot", OTHER)
    # The network is cut at the time: nothing is said to be kept.
    cut(host, context)
    page.click("[data-panneau-lot]")
    until(lambda: "n’a pas pu être gardée" in panel.inner_text(), "it is told")
    restore(host, context)
    assert f"1 sur {ALL}" in panel.inner_text()
    page.click("[data-panneau-lot]")
    until(lambda: f"2 sur {ALL}" in panel.inner_text(), "it is kept")
    assert "n’a pas pu" not in panel.inner_text()

    cut(host, context)
    form = FormPage(page, host.address.rstrip("/")).open().computed()
    form.answer("U1-C1-E1", "oui")
    assert form.save_file(tmp_path).is_file()
    page.goto(host.address + of(OTHER))
    assert page.locator("h1").inner_text()
    page.goto(f"{host.address}certifications/charge-de-clientele/")
    until(lambda: len(titles(page)) == 2, "what is there is offered")
    assert any(title.startswith("CQP Vendeur conseil à distance") for title in titles(page))
    page.goto(f"{host.address}glossaire/")
    assert "Glossaire" in page.locator("h1").inner_text()

    restore(host, context)
    host.change("glossaire/index.html", "<h1", "<!-- 2 --><h1")
    host.publish(plafond=0)
    page.goto(host.address)
    update(page)
    until(lambda: page.locator("[data-maj]:not([hidden])").count() == 1, "the new version is offered")
    # One more is opened while the new version waits.
    page.goto(host.address + of(WAITING))
    until(lambda: page.locator(HELD).count() == 1, "what is opened is kept")
    # Taken, the page loads again by itself.
    with page.expect_event("load"):
        page.click("[data-maj-accepter]")
    page.goto(host.address + PRIVACY)
    until(lambda: f"3 sur {ALL}" in panel.inner_text(), "all three are kept again")
    # Removed while one is being kept: it does not come back, whole or in part.
    page.evaluate("document.querySelector('[data-panneau-lot]').click()")
    page.evaluate("document.querySelector('[data-panneau-retirer]').click()")
    until(lambda: shown(page) == "retiree", "it is removed")
    until(lambda: caches(page) == [], "nothing of it is left")
    assert "n’a pas pu" not in panel.inner_text()


def test_a_site_that_outgrows_its_copy_loses_nothing(context: BrowserContext, host_at: Callable[[str], Host]) -> None:
    """Kept whole, then too big: every certification that was at hand is kept again."""
    host = host_at("/")
    page = context.new_page()
    page.goto(host.address + PRIVACY)
    until(lambda: shown(page) == "prete", "the copy is whole")
    host.publish(plafond=0)
    update(page)
    until(lambda: page.locator("[data-maj]:not([hidden])").count() == 1, "the new version is offered")
    # Taken, the page loads again by itself.
    with page.expect_event("load"):
        page.click("[data-maj-accepter]")
    page.goto(host.address + PRIVACY)
    until(lambda: shown(page) == "prete", "all five are there")
    page.click("[data-panneau-retirer]")
    until(lambda: shown(page) == "retiree", "it is removed")
    page.click("[data-panneau-garder]")
    until(lambda: shown(page) == "partie", "made again, it holds what is shared")
    assert f"0 sur {ALL}" in page.locator("[data-hors-ligne=panneau]").inner_text()
