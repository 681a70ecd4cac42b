"""« Confidentialité »: what stays on the device, and that nothing leaves it."""

from __future__ import annotations

from macros.hors_ligne.precache import PLAFOND
from macros.pages.commun import Contexte
from macros.rendering import render as render_template
from referentials.load import Collection


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    return render_template(
        "confidentialite.md.j2", collection.documents, racine=contexte.racine, plafond=PLAFOND // 1_000_000
    )
