"""The page of the dossier d'habilitation, driven as a person would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Page

from forms.dossier_habilitation.genre import GENRE as DOSSIER
from tests.navigateur.fields_page import FieldsPage
from tests.navigateur.form_page import SLUG


def export(valeurs: Any, **changes: Any) -> str:
    """Return the text of a file with these raw values."""
    head = {
        "format": DOSSIER.format,
        "version": DOSSIER.version,
        "certification": SLUG,
        "version_referentiel": "1.0.0",
        "exporte_le": "2026-11-23T09:00:00+01:00",
        "outil": {"nom": "Repère", "version": "0.1.0"},
    }
    return json.dumps({**head, "valeurs": valeurs, **changes}, ensure_ascii=False)


class DossierPage(FieldsPage):
    """The dossier in a browser page."""

    RESULT = "#etat"

    def __init__(self, page: Page, origin: str) -> None:
        """Watch the page's errors from the start."""
        super().__init__(page, origin)
        self.address = f"{origin}/certifications/{SLUG}/dossier-habilitation/"

    def choose(self, place: str, *codes: str) -> None:
        """Tick choices."""
        for code in codes:
            self.box(place).locator(f"input[value='{code}']").check()

    def rows(self, liste: str) -> list[str]:
        """Return the ids of the rows of a list, in their order."""
        found = self.page.locator(f"[data-liste='{liste}'] > ol > [data-ligne]")
        return [str(row.get_attribute("data-ligne")) for row in found.all()]

    def press_in(self, liste: str, row: str, action: str) -> None:
        """Press a button of a row."""
        self.page.locator(f"[data-liste='{liste}'] [data-ligne='{row}'] [data-action='{action}']").click()

    def etat(self) -> dict[str, Any]:
        """Return the state that the page shows, from its JSON."""
        return dict(json.loads(self.page.text_content("#etat [data-champ=json]") or ""))

    def open_values(self, valeurs: Any, folder: Path, **changes: Any) -> Self:
        """Open a file with these raw values, and wait until they are judged."""
        path = folder / "dossier.json"
        path.write_text(export(valeurs, **changes), "utf-8")
        self.open_file(path)
        self.said("ouvert")
        return self

    def values(self, folder: Path) -> dict[str, Any]:
        """Return the raw values that the page saves."""
        return dict(json.loads(self.save_file(folder).read_text("utf-8"))["valeurs"])
