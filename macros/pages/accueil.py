"""The home page: what one looks for, what can still be had today, the doors, the certifications."""

from __future__ import annotations

from collections.abc import Callable

from macros.pages.commun import Contexte
from macros.pages.liste import cards
from macros.pages.rubriques import rubriques
from macros.rendering import render as render_template
from macros.vues import ouvertes
from referentials.etat import Etat
from referentials.load import Collection
from referentials.model_certification import Certification


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    slugs = [certification.slug for certification in collection.certifications]
    return render_template(
        "accueil.md.j2",
        collection.documents,
        dossiers=[slug for slug in slugs if "dossier_habilitation" in {r.macro for r in rubriques(collection, slug)}],
        total=len(slugs),
        en_vigueur=_during(collection, ouvertes.in_force),
        autres=_during(collection, lambda etat: not ouvertes.in_force(etat)),
        choix=ouvertes.choices(collection.certifications),
        racine=contexte.racine,
    )


def _during(
    collection: Collection, told: Callable[[Etat], bool]
) -> list[tuple[Certification, list[tuple[str, int]], ouvertes.Periode]]:
    """Return the card of each certification for each run of days of which something is told of its state."""
    return [
        (certification, counts, period)
        for certification, counts in cards(collection)
        for period in ouvertes.periods(certification.etats, told)
    ]
