"""The home page: what Repère is, the doors, the certifications."""

from __future__ import annotations

from macros.pages.commun import Contexte
from macros.pages.liste import cards
from macros.pages.rubriques import has_cahier_des_charges
from macros.rendering import render as render_template
from referentials.load import Collection


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    slugs = [certification.slug for certification in collection.certifications]
    return render_template(
        "accueil.md.j2",
        collection.documents,
        cahiers=[slug for slug in slugs if has_cahier_des_charges(collection, slug)],
        certifications=cards(collection),
        racine=contexte.racine,
    )
