"""What the tests of the form's page share."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.navigateur.form_page import FormPage
from tests.navigateur.livret_page import LivretPage
from tests.outils_python_proche import asked_for


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse the mark on one test: its module has one site.  A single test asks for the fixture `pyodide`."""
    for item in items:
        if any(mark.name == "pyodide" for mark in item.own_markers):
            message = f"{item.nodeid}: « pyodide » marks a module; a test asks for the fixture"
            raise pytest.UsageError(message)


@pytest.fixture(scope="module")
def serveur(request: pytest.FixtureRequest, pyodide: str, near: str) -> str:
    """Return the address of the site that the tests of a module open: Python beside the browser, unless they ask for its own."""
    return pyodide if asked_for(request) else near


@pytest.fixture
def form(page: Page, serveur: str) -> FormPage:
    """Return the form's page, opened."""
    return FormPage(page, serveur).open()


@pytest.fixture(scope="module")
def kept_livret(kept_page: Page, serveur: str) -> LivretPage:
    """Return the page of the livret, opened once for a module, Python ready."""
    return LivretPage(kept_page, serveur).open().computed()
