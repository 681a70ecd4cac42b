"""« Discordances »: what the sources contradict, get wrong or leave undecided, and what the pages show meanwhile."""

from __future__ import annotations

from macros import exigences
from macros.pages.commun import Contexte, last_update
from macros.rendering import distinct_title
from macros.rendering import render as render_template
from referentials.load import Collection
from referentials.model_certification import Certification
from referentials.model_collection import Discordance

NATURES = ("contradiction", "erreur", "indecis", "perime")


def entries(collection: Collection) -> list[Discordance]:
    """Return every discrepancy, in the order of the files that declare them."""
    return [entree for group in collection.discordances.values() for entree in group]


def count(collection: Collection, slug: str) -> int:
    """Return how many discrepancies are about a certification."""
    return sum(slug in entree.certifications for entree in entries(collection))


def by_certification(collection: Collection) -> list[tuple[Certification, list[tuple[str, list[Discordance]]]]]:
    """Return each certification with what its file declares, by nature; neither an empty group nor an empty nature."""
    files = collection.discordances
    groups = [
        (
            certification,
            [(nature, [e for e in files[certification.slug] if e.nature == nature]) for nature in NATURES],
        )
        for certification in collection.certifications
        if certification.slug in files
    ]
    return [(certification, [(n, found) for n, found in natures if found]) for certification, natures in groups]


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    every = entries(collection)
    slugs = [certification.slug for certification in collection.certifications]
    return render_template(
        "discordances.md.j2",
        collection.documents,
        noms={c.slug: distinct_title(collection, c) for c in collection.certifications},
        filtres={
            "certification": exigences.counted(slugs, (entree.certifications for entree in every)),
            "nature": exigences.counted(NATURES, ([entree.nature] for entree in every)),
        },
        groupes=by_certification(collection),
        mise_a_jour=last_update(collection),
        racine=contexte.racine,
        total=len(every),
    )
