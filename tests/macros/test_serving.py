"""What `make serve` makes again after an edit, and in which order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.serving import Follower

PAGES = {
    "docs/index.md",
    "docs/certifications/index.md",
    "docs/certifications/un/index.md",
    "docs/certifications/un/referentiel/index.md",
    "docs/certifications/deux/index.md",
    "docs/comparer/un--deux/index.md",
}
OF_UN = {"docs/certifications/un/index.md", "docs/certifications/un/referentiel/index.md"}


def write(root: Path, name: str) -> None:
    """Write a file, as if long ago."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{}", "utf-8")
    os.utime(path, (1, 1))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project of two certifications, with its pages."""
    for name in PAGES:
        write(tmp_path, name)
    for slug in ("un", "deux"):
        write(tmp_path, f"referentials/certifications/{slug}/composantes/B1.json")
    write(tmp_path, "macros/templates/fiche.md.j2")
    return tmp_path


def made(root: Path, follower: Follower) -> set[str]:
    """Begin a build: return the pages that it makes again, which are then as if made long ago."""
    follower.look()
    follower.follow()
    touched = {path for path in (root / "docs").rglob("*.md") if path.stat().st_mtime > 1}
    for path in touched:
        os.utime(path, (1, 1))
    return {path.relative_to(root).as_posix() for path in touched}


def test_the_edited_certification_comes_first_then_every_other_page(project: Path) -> None:
    """After an edit of its data, the pages of a certification; at the next build, all the others; then none."""
    follower = Follower(project)
    assert made(project, follower) == set()
    (project / "referentials/certifications/un/composantes/B1.json").write_text("{ }", "utf-8")
    assert made(project, follower) == OF_UN
    assert made(project, follower) == PAGES - OF_UN
    assert made(project, follower) == set()


def test_what_every_page_may_show_makes_all_of_them_again(project: Path) -> None:
    """A template, or a file that goes, belongs to no certification: all the pages, at once."""
    follower = Follower(project)
    made(project, follower)
    (project / "macros/templates/fiche.md.j2").write_text("{{ 1 }}", "utf-8")
    assert made(project, follower) == PAGES
    (project / "macros/templates/fiche.md.j2").unlink()
    assert made(project, follower) == PAGES


def test_an_edit_made_while_pages_are_owed_owes_them_still(project: Path) -> None:
    """Edited one after the other, two certifications come first in turn, and no page is forgotten."""
    follower = Follower(project)
    made(project, follower)
    (project / "referentials/certifications/un/composantes/B1.json").write_text("{ }", "utf-8")
    made(project, follower)
    (project / "referentials/certifications/deux/composantes/B1.json").write_text("{ }", "utf-8")
    assert made(project, follower) == {"docs/certifications/deux/index.md"}
    assert made(project, follower) == PAGES - {"docs/certifications/deux/index.md"}


def test_an_edit_saved_while_the_data_are_read_is_of_the_next_build(project: Path) -> None:
    """The build that was reading may have missed it: the next one shows it."""
    follower = Follower(project)
    made(project, follower)
    follower.look()
    (project / "referentials/certifications/un/composantes/B1.json").write_text("{ }", "utf-8")
    follower.follow()
    assert made(project, follower) == OF_UN
