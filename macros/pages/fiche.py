"""The fiche: what a certification certifies, for whom, by which routes, since when."""

from __future__ import annotations

from macros.pages.commun import Contexte, count_natures, thresholds
from macros.pages.rubriques import rubriques
from macros.rendering import render as render_template
from referentials.load import Collection


def render(collection: Collection, slug: str, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    certification = collection.certification(slug)
    return render_template(
        "fiche.md.j2",
        collection.documents,
        certification=certification,
        compte_natures=count_natures(certification),
        seuils=thresholds(certification),
        racine=contexte.racine,
        rubriques=rubriques(collection, slug),
    )
