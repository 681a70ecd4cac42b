"""« Discordances »: what the sources contradict, get wrong or leave undecided, and what the pages show meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros import exigences
from macros.pages.commun import Contexte
from macros.rendering import full_title
from macros.rendering import render as render_template
from referentials.load import Collection
from referentials.model_certification import Certification

NATURES = ("contradiction", "erreur", "indecis", "perime")
Entree = Mapping[str, Any]


def entries(collection: Collection) -> dict[str, list[Entree]]:
    """Return the discrepancies by the file that declares them, which a certification names."""
    prefix = "discordances/"
    return {
        chemin.removeprefix(prefix).removesuffix(".json"): list(contenu)
        for chemin, contenu in sorted(collection.fichiers.items())
        if chemin.startswith(prefix)
    }


def count(collection: Collection, slug: str) -> int:
    """Return how many discrepancies are about a certification."""
    return sum(slug in entree["certifications"] for group in entries(collection).values() for entree in group)


def by_certification(collection: Collection) -> list[tuple[Certification, list[tuple[str, list[Entree]]]]]:
    """Return each certification with what its file declares, by nature; neither an empty group nor an empty nature."""
    files = entries(collection)
    groups = [
        (
            certification,
            [(nature, [e for e in files[certification.slug] if e["nature"] == nature]) for nature in NATURES],
        )
        for certification in collection.certifications
        if certification.slug in files
    ]
    return [(certification, [(n, found) for n, found in natures if found]) for certification, natures in groups]


def name(collection: Collection, certification: Certification) -> str:
    """Return what a certification is called here: with its number where two have one title."""
    title = full_title(certification)
    twins = [other for other in collection.certifications if full_title(other) == title]
    number = certification.identite["numero_fiche"].get("valeur")
    return f"{title} ({number})" if number and len(twins) > 1 else title


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    every = [entree for group in entries(collection).values() for entree in group]
    slugs = [certification.slug for certification in collection.certifications]
    return render_template(
        "discordances.md.j2",
        collection.documents,
        noms={certification.slug: name(collection, certification) for certification in collection.certifications},
        filtres={
            "certification": exigences.counted(slugs, (entree["certifications"] for entree in every)),
            "nature": exigences.counted(NATURES, ([entree["nature"]] for entree in every)),
        },
        groupes=by_certification(collection),
        racine=contexte.racine,
        total=len(every),
    )
