"""What a document of a dossier is on paper: its text, its sheets, its smallest letters."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.navigateur.dossier_page import DossierPage
from tests.navigateur.form_page import until
from tests.outils_papier import read

# CSS pixels to a point.
PIXELS = 96 / 72
SMALLEST = """(name) => Math.min(...[...document.querySelectorAll(`#${name}, #${name} *`)]
  .filter((one) => one.offsetHeight > 0 && [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
  .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""


def smallest(page: Page, name: str) -> float:
    """Return the size, in points, of the smallest letters of a document as it is printed."""
    page.emulate_media(media="print")
    size = float(page.evaluate(SMALLEST, name)) / PIXELS
    page.emulate_media(media="null")
    return round(size, 2)


def on_paper(dossier: DossierPage, name: str, folder: Path) -> tuple[str, int, float]:
    """Print one document as its button does; return its text, spaces made plain, its sheets, its smallest letters."""
    page = dossier.page
    page.evaluate("() => { window.print = () => document.documentElement.toggleAttribute('data-demande', true); }")
    if not page.is_visible("#r-impressions button"):
        page.click("#r-impressions > summary")
    page.click(f"[data-action=imprimer][data-mode={name}]")
    until(lambda: page.get_attribute("html", "data-demande") is not None, "printing is asked for")
    assert page.locator(f"#{name}[data-rempli]").count() == 1
    path = folder / f"{name}.pdf"
    # Printing ends what the button asked for.
    size = smallest(page, name)
    page.pdf(path=path, prefer_css_page_size=True)
    page.evaluate("document.documentElement.toggleAttribute('data-demande', false)")
    count, text = read(path)
    return text, count, size
