"""The home page: what Repère is, the doors, the certifications."""

from __future__ import annotations

from macros.pages.commun import Contexte
from macros.pages.liste import cards
from macros.pages.rubriques import rubriques
from macros.rendering import render as render_template
from referentials.load import Collection


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    slugs = [certification.slug for certification in collection.certifications]
    return render_template(
        "accueil.md.j2",
        collection.documents,
        dossiers=[slug for slug in slugs if "dossier_habilitation" in {r.macro for r in rubriques(collection, slug)}],
        certifications=cards(collection),
        racine=contexte.racine,
    )
