"""The home page: what Repère is, the doors, the certifications."""

from __future__ import annotations

from macros.pages.commun import Contexte
from macros.pages.liste import cards
from macros.rendering import render as render_template
from referentials.load import Collection


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    return render_template(
        "accueil.md.j2", collection.documents, certifications=cards(collection), racine=contexte.racine
    )
