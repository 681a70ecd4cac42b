"""docs/assets/passerelles/: what leads from the form of each certification to the others, a script each, and their titles.

A page asks for the one of its own certification, or of the file that comes to it: nothing of the data is in the pages.
"""

from __future__ import annotations

from forms.auto_positionnement.passerelles.derivation import links
from forms.auto_positionnement.passerelles.liens import origine_to_json, voisines_to_json
from macros.stubs import handed, refresh_scripts
from referentials.load import Collection

FOLDER = "assets/passerelles"
# No slug has an underscore; and none may come first: some hosts keep back what begins with one.
EVERY = "collection_entiere"


def files(collection: Collection) -> dict[str, str]:
    """Return the files: path below docs/ → script, which hands over to the page what it holds (fichiers.mjs)."""
    known = links(collection)
    asked = [one for one in collection.certifications if one.has_statements]
    held = {one.slug: origine_to_json(known.origine(one.slug)) for one in asked}
    every = voisines_to_json([known.voisine(one) for one in asked])
    return {
        f"{FOLDER}/{name}.js": handed("reperePasserelles", name, content)
        for name, content in ((EVERY, every), *held.items())
    }


def write(collection: Collection) -> None:
    """Write them, and remove those of a certification that is no longer there."""
    refresh_scripts(FOLDER, files(collection))
