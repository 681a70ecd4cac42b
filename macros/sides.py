"""docs/assets/comparer/: what each certification says beside any other, a script each, for the page « Comparer ».

As many files as certifications, where a page for every two would be as many as their square.
"""

from __future__ import annotations

from macros.pages.comparer import render_side
from macros.stubs import handed, refresh_scripts
from referentials.load import Collection

FOLDER = "assets/comparer"
# From /comparer/, the only page that asks for them.
RACINE = "../"


def files(collection: Collection) -> dict[str, str]:
    """Return the files: path below docs/ → script, which hands over to the page what it holds (fichiers.mjs)."""
    return {
        f"{FOLDER}/{one.slug}.js": handed("repereCote", one.slug, _html(collection, one.slug))
        for one in collection.certifications
    }


def _html(collection: Collection, slug: str) -> str:
    html = render_side(collection, collection.certification(slug), RACINE)
    return "\n".join(line for line in html.split("\n") if line)


def write(collection: Collection) -> None:
    """Write them, and remove those of a certification that is no longer there."""
    refresh_scripts(FOLDER, files(collection))
