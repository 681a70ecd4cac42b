"""« Contribuer »: how to correct a fact or add a certification, for someone who does not program."""

from __future__ import annotations

from macros.pages.commun import Contexte
from macros.rendering import render as render_template
from referentials.load import Collection


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    return render_template("contribuer.md.j2", collection.documents, racine=contexte.racine)
