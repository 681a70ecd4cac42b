"""The cahier des charges: missions, pieces of the dossier, functions, controls, tools."""

from __future__ import annotations

from macros.pages.commun import Contexte
from macros.pages.rubriques import rubriques
from macros.rendering import render as render_template
from referentials.load import Collection


def render(collection: Collection, slug: str, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    certification = collection.certification(slug)
    return render_template(
        "cahier-des-charges.md.j2",
        collection.documents,
        certification=certification,
        cahier=collection.fichiers[f"certifications/{slug}/cahier-des-charges.json"],
        regles={regle.code: regle for regle in certification.regles},
        racine=contexte.racine,
        rubriques=rubriques(collection, slug),
    )
