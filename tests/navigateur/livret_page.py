"""The page of the livret de repérage, driven as its several hands would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.navigateur.fields_page import FieldsPage
from tests.navigateur.form_page import PATIENCE, SLUG
from tests.outils_papier import read


class LivretPage(FieldsPage):
    """The livret in a browser page: who writes, what is written, what follows."""

    RESULT = "#plan"

    def __init__(self, page: Page, origin: str, slug: str = SLUG) -> None:
        """Watch the page's errors from the start."""
        super().__init__(page, origin, slug)
        self.address = f"{origin}/certifications/{slug}/livret-de-reperage/"

    def sign_as(self, role: str, nom: str) -> None:
        """Say who writes now."""
        self.page.check(f"input[name=r-qui-role][value='{role}']")
        self.page.fill("#r-qui-nom", nom)

    def choose(self, place: str, code: str) -> None:
        """Choose an answer, in a list of buttons or in one that unfolds."""
        box = self.box(place)
        if box.locator("select").count():
            box.locator("select").select_option(code)
        else:
            box.locator(f"input[value='{code}']").check()

    def row(self, liste: str, rank: int = 0) -> str:
        """Return the place of a row of a list: <list>/<id>."""
        rows = self.page.locator(f"[data-liste='{liste}'] > ol > [data-ligne]")
        return f"{liste}/{rows.nth(rank).get_attribute('data-ligne')}"

    def signature(self, place: str) -> str:
        """Return what is said under an answer of who wrote it."""
        return "".join(self.page.locator(f"[data-place='{place}'] > .r-signature").all_text_contents())

    def etat(self) -> dict[str, Any]:
        """Return the state that the page shows, from its JSON."""
        return dict(json.loads(self.page.text_content("#plan [data-champ=json]") or ""))

    def receive(self, path: Path, action: str) -> None:
        """Hand over a file while the screen holds something, and say what to do with it."""
        self.open_file(path)
        self.page.wait_for_selector("#r-recu:not([hidden])", timeout=PATIENCE * 1000)
        self.page.click(f"[data-action=recu-{action}]")

    def printed(self, mode: str, folder: Path) -> tuple[int, str]:
        """Print to PDF as the button does, and return the number of sheets and what they read, spaces and lines as one."""
        self.page.evaluate("(mode) => (document.documentElement.dataset.impression = mode)", mode)
        path = folder / f"{mode}.pdf"
        self.page.pdf(path=path, prefer_css_page_size=True)
        self.page.evaluate("() => delete document.documentElement.dataset.impression")
        return read(path)
