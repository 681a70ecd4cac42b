"""A collection of one's own on the site: its pages, its forms and its open data have it as they have ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from forms import __main__ as forms
from macros import crossings, pages, sides, stubs
from macros.api import changelog
from macros.api import data as open_data
from macros.pages.commun import Contexte
from referentials import __main__ as referentials
from referentials import roots
from referentials.load import load
from tests.outils_api import EDITION
from tests.outils_importation import EXPORT
from tests.outils_pages import ASSETS

CONTEXTE = Contexte("../../", lambda _: ASSETS)
SLUG = "rncp90101-reparateur-d-oeillets-de-voiles"
PROSE = "rncp90102-cqp-gardien-de-moulin"


@pytest.fixture(scope="module", autouse=True)
def added(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Import an export of our own into a folder, and add it to ours."""
    folder = tmp_path_factory.mktemp("collection") / "mienne"
    assert referentials.main(["importer", str(EXPORT), "--vers", str(folder)]) == 1
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(roots.VARIABLE, str(folder))
        load.cache_clear()
        yield folder
    load.cache_clear()


def test_its_pages_are_called_for() -> None:
    """A fiche each; a form where competences are a list, none where they are a paragraph."""
    called = stubs.stubs(load())
    assert f"certifications/{SLUG}/auto-positionnement/index.md" in called
    assert f"certifications/{PROSE}/index.md" in called
    assert f"certifications/{PROSE}/auto-positionnement/index.md" not in called


def test_no_page_compares_it_by_itself() -> None:
    """Two certifications that nobody set face to face have no page of their own, whatever is imported."""
    assert not [name for name in stubs.stubs(load()) if name.startswith("comparer/") and "rncp90101" in name]


def test_its_pages_show_it() -> None:
    """The fiche quotes its paragraphs, the form asks its statements."""
    assert "vent du large" in pages.CERTIFICATION["fiche"](load(), SLUG, CONTEXTE)
    assert "Je sais poser des œillets" in pages.CERTIFICATION["auto_positionnement"](load(), SLUG, CONTEXTE)


def test_its_data_are_open_and_its_answers_travel() -> None:
    """The API has its file; what is laid face to face and what carries answers across have theirs."""
    assert any(str(name).endswith(f"certifications/{SLUG}.json") for name in open_data.files(load(), EDITION))
    assert f"assets/comparer/{SLUG}.js" in sides.files(load())
    assert f"assets/passerelles/{SLUG}.js" in crossings.files(load())


def test_it_is_no_change_of_ours() -> None:
    """What was published is compared with our data alone: nothing of a collection waits to be published in ours."""
    assert not [
        one for one in changelog.waiting(load()).get("certifications", ()) if "rncp9010" in one["certification"]
    ]
    mine = frozenset(one.chemin for one in roots.read(*roots.added()))
    assert not mine & {*changelog.waiting(load()).get("fichiers", {}).get("parus", ())}


def test_the_command_line_of_forms_knows_it() -> None:
    """A file of its form is opened where the same folder is named."""
    assert forms.certification_of(SLUG).intitule == "Réparateur d’œillets & de voiles"
