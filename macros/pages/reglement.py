"""The règlement: one numbered, linkable statement a rule, grouped by moment and by actor, with filters."""

from __future__ import annotations

from macros.pages import discordances, lexique
from macros.pages.commun import Contexte, names
from macros.pages.rubriques import having, rubriques
from macros.rendering import render as render_template
from macros.vues import exigences
from referentials.load import Collection


def render(collection: Collection, slug: str, contexte: Contexte) -> str:
    """Return the Markdown of the page.  Raises KeyError where the certification has no such page."""
    certification = having(collection, slug, "reglement")
    text = render_template(
        "reglement.md.j2",
        collection.documents,
        certification=certification,
        filtres=exigences.rule_filters(certification),
        moments=exigences.moments(certification.regles),
        noms=names(certification),
        discordances=discordances.count(collection, slug),
        racine=contexte.racine,
        rubriques=rubriques(collection, slug),
    )
    return lexique.led(text, collection, slug, contexte.racine)
