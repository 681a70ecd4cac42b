"""The styles of the forms: what they dress, and what they explain, is on a page."""

from __future__ import annotations

import re

from tests.conftest import ROOT

FORMS = ROOT / "forms"
WRITERS = {".j2", ".mjs", ".py", ".html"}


def test_no_style_outlives_what_it_dressed() -> None:
    """Each class of a rule, or of the contracts above them, is written by a template or a script: a dead one misleads who reads."""
    written = " ".join(
        path.read_text("utf-8")
        for folder in (FORMS, ROOT / "macros" / "theme", ROOT / "macros" / "templates", ROOT / "macros" / "navigateur")
        for path in folder.rglob("*")
        if path.suffix in WRITERS
    )
    known = set(re.findall(r"[\w-]+", written))
    dead = {
        f"{style.name} {name}"
        for style in FORMS.rglob("*.css")
        for name in re.findall(r"(?<![\w-])\.(r-[\w-]+)", style.read_text("utf-8"))
        if name not in known
    }
    assert dead == set()
