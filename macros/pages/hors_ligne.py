"""« Hors ligne »: what stands, without a network, for a page that is not on the device."""

from __future__ import annotations

from macros.pages.commun import Contexte
from macros.rendering import render as render_template
from referentials.load import Collection


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    return render_template("hors-ligne.md.j2", collection.documents, racine=contexte.racine)
