"""The page of a form of fields, driven as a person would: what the dossier and the livret share."""

from __future__ import annotations

from playwright.sync_api import Locator

from tests.navigateur.form_page import FormPage


class FieldsPage(FormPage):
    """A form of fields in a browser page."""

    def box(self, place: str) -> Locator:
        """Return the box of a field, its section brought on screen."""
        found = self.page.locator(f"[data-place='{place}']")
        if not found.is_visible():
            section = found.evaluate("(box) => box.closest('[data-section]').id")
            self.go_to(section)
            found.wait_for()
        return found

    def write(self, place: str, text: str) -> None:
        """Write in a field, and leave it."""
        control = self.box(place).locator("textarea, input[type=text]").first
        control.fill(text)
        control.blur()
