"""docs/assets/papiers/: what the papers of a dossier are made of, beyond its form, a script a certification.

A page asks for its own once somebody wants one of them: its commitments, its convention to come.
"""

from __future__ import annotations

from forms.dossier_habilitation.derivation import derive
from forms.questionnaire.echange import papers
from macros.stubs import handed, refresh_scripts
from referentials.load import Collection

FOLDER = "assets/papiers"


def files(collection: Collection) -> dict[str, str]:
    """Return the files: path below docs/ → script, which hands over to the page what it holds (fichiers.mjs)."""
    forms = {one.slug: derive(one) for one in collection.certifications}
    held = {slug: papers(form) for slug, form in forms.items() if form}
    return {f"{FOLDER}/{slug}.js": handed("reperePapiers", slug, content) for slug, content in held.items() if content}


def write(collection: Collection) -> None:
    """Write them, and remove those of a certification that has none any more."""
    refresh_scripts(FOLDER, files(collection))
