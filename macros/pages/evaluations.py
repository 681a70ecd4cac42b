"""The évaluations: exams, their parts, who is there, what to bring."""

from __future__ import annotations

from macros.pages.commun import Contexte, names
from macros.pages.rubriques import rubriques
from macros.rendering import render as render_template
from referentials.load import Collection


def render(collection: Collection, slug: str, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    certification = collection.certification(slug)
    return render_template(
        "evaluations.md.j2",
        collection.documents,
        certification=certification,
        noms=names(certification),
        regles={regle.code: regle for regle in certification.regles},
        racine=contexte.racine,
        rubriques=rubriques(collection, slug),
    )
