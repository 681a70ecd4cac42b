"""The style sheet of the site: one file, for each request holds the first paint back.

The order matters: tokens first, what every form shares before what each kind of the registry adds, print last.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from forms.socle.registre import DOSSIERS
from macros.navigateur.paths import DOCS, FORMS, ROOT

STYLES = ROOT / "macros" / "styles"
TARGET = DOCS / "assets" / "styles" / "repere.css"
BEFORE = ("tokens", "base", "chrome", "fiche", "accueil")
AFTER = ("exigences", "droit", "referentiel", "hors-ligne", "print")
SHARED = ("page", "questionnaire", "plusieurs_mains")


def sheets() -> Iterator[Path]:
    """Yield the sheets in order, those of the forms from the folder of each."""
    yield from (STYLES / f"{name}.css" for name in BEFORE)
    for folder in (*SHARED, *DOSSIERS):
        yield from sorted((FORMS / folder).glob("*.css"))
    yield from (STYLES / f"{name}.css" for name in AFTER)


def write() -> None:
    """Write the whole sheet under docs/, where MkDocs takes it; as it was, it is not touched: a server watches it."""
    text = "\n".join(sheet.read_text("utf-8") for sheet in sheets())
    if not TARGET.is_file() or TARGET.read_text("utf-8") != text:
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        TARGET.write_text(text, "utf-8")
