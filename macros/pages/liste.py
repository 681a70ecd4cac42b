"""The list of certifications."""

from __future__ import annotations

from macros.pages.commun import Contexte, count_natures, last_update
from macros.rendering import render as render_template
from referentials.load import Collection
from referentials.model_certification import Certification


def cards(collection: Collection) -> list[tuple[Certification, list[tuple[str, int]]]]:
    """Return each certification with the counts that its card shows."""
    return [(certification, count_natures(certification)) for certification in collection.certifications]


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    kinds = [certification.identite["abrege"] for certification in collection.certifications]
    return render_template(
        "certifications.md.j2",
        collection.documents,
        certifications=cards(collection),
        genres=sorted({kind["code"]: kind["intitule"] for kind in kinds}.items()),
        mise_a_jour=last_update(collection),
        racine=contexte.racine,
    )
