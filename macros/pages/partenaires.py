"""The partners of a certification, as the register has them: hundreds of names, searched in place."""

from __future__ import annotations

from collections.abc import Sequence

from macros.pages import discordances
from macros.pages.commun import Contexte
from macros.pages.rubriques import having, rubriques
from macros.rendering import render as render_template
from referentials.load import Collection
from referentials.model_official import Partenaire


def grouped(every: Sequence[Partenaire]) -> list[tuple[bool, list[Partenaire]]]:
    """Return those whose habilitation holds, then the others; no group is empty."""
    groups = [(active, [one for one in every if one.actif == active]) for active in (True, False)]
    return [(active, members) for active, members in groups if members]


def render(collection: Collection, slug: str, contexte: Contexte) -> str:
    """Return the Markdown of the page.  Raises KeyError where the certification has no such page."""
    certification = having(collection, slug, "partenaires")
    every = certification.partenaires.partenaires if certification.partenaires else ()
    return render_template(
        "partenaires.md.j2",
        collection.documents,
        certification=certification,
        groupes=grouped(every),
        total=len(every),
        discordances=discordances.count(collection, slug),
        racine=contexte.racine,
        rubriques=rubriques(collection, slug),
    )
