"""The Markdown stubs of docs/certifications: one folder a certification, each page calls one macro."""

from __future__ import annotations

import json
from pathlib import Path

from macros.pages.rubriques import rubriques
from macros.rendering import full_title
from referentials.load import Collection

DOCS = Path(__file__).parents[1] / "docs"


def _matter(title: str, *, toc: bool) -> str:
    # A JSON string is a YAML string, whatever it holds.
    hidden = "" if toc else "hide:\n  - toc\n"
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nrender_macros: true\n{hidden}---\n"


def stubs(collection: Collection) -> dict[str, str]:
    """Return the stubs that the data call for: path below docs/ → text."""
    return {
        f"certifications/{certification.slug}/{rubrique.fichier}": (
            _matter(f"{rubrique.titre}{full_title(certification)}", toc=rubrique.toc)
            + f'\n{{{{ {rubrique.macro}("{certification.slug}") }}}}\n'
        )
        for certification in collection.certifications
        for rubrique in rubriques(collection, certification.slug)
    }


def write(collection: Collection, *, check: bool) -> list[str]:
    """Write the stubs, or with `check` only compare.  Returns the paths that are missing, stale or left over."""
    wanted = stubs(collection)
    present = {path.relative_to(DOCS).as_posix() for path in (DOCS / "certifications").glob("*/*.md")}
    stale = [name for name, text in wanted.items() if name not in present or (DOCS / name).read_text("utf-8") != text]
    left_over = sorted(present - wanted.keys())
    if not check:
        for name in stale:
            (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
            (DOCS / name).write_text(wanted[name], "utf-8")
        for name in left_over:
            (DOCS / name).unlink()
    return [*stale, *left_over]
