"""What the tests of the form's page share."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.navigateur.form_page import FormPage


@pytest.fixture
def form(page: Page, serveur: str) -> FormPage:
    """Return the form's page, opened."""
    return FormPage(page, serveur).open()
