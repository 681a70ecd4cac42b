"""« Discordances »: what the sources contradict, get wrong or leave undecided, and what the pages show meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from macros.names import distinct_titles
from macros.pages.commun import Contexte, last_update
from macros.rendering import render as render_template
from macros.vues import exigences
from referentials.load import Collection
from referentials.model_certification import Certification
from referentials.model_collection import Discordance

NATURES = ("contradiction", "erreur", "indecis", "perime")


def entries(collection: Collection) -> list[Discordance]:
    """Return every discrepancy, in the order of the files that declare them."""
    return [entree for group in collection.discordances.values() for entree in group]


def count(collection: Collection, slug: str) -> int:
    """Return how many discrepancies are about a certification."""
    return len(collection.certification(slug).discordances)


def by_certification(collection: Collection) -> list[tuple[Certification, int, list[tuple[str, list[Discordance]]]]]:
    """Return each certification with how many its file declares, then these by nature; nothing that is empty."""
    files = collection.discordances
    declared = [(certification, files.get(certification.slug, ())) for certification in collection.certifications]
    return [(certification, len(every), by_nature(every)) for certification, every in declared if every]


def by_nature(every: Sequence[Discordance]) -> list[tuple[str, list[Discordance]]]:
    """Return each nature that some have, in the order of the page, with these."""
    found = [(nature, [entree for entree in every if entree.nature == nature]) for nature in NATURES]
    return [(nature, entrees) for nature, entrees in found if entrees]


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    every = entries(collection)
    slugs = [certification.slug for certification in collection.certifications]
    return render_template(
        "discordances.md.j2",
        collection.documents,
        noms=distinct_titles(collection),
        filtres={
            "certification": exigences.counted(slugs, (entree.certifications for entree in every)),
            "nature": exigences.counted(NATURES, ([entree.nature] for entree in every)),
        },
        groupes=by_certification(collection),
        mise_a_jour=last_update(collection),
        racine=contexte.racine,
        total=len(every),
    )
