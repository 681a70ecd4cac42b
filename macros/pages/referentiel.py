"""The référentiel: components, competences, criteria, savoirs, each under its own anchor.

It shows all of referentiel.json and of composantes/*.json.
"""

from __future__ import annotations

from macros.pages import discordances, lexique
from macros.pages.commun import Contexte, count_natures, names
from macros.pages.rubriques import having, rubriques
from macros.rendering import render as render_template
from macros.vues import correspondants, plan
from macros.vues.blocs import own_lines
from macros.vues.provenance import is_covered
from referentials.load import Collection
from referentials.model_certification import Certification


def counts(certification: Certification) -> list[tuple[str, int]]:
    """Return how many elements of each kind the référentiel has, outermost first; what it has none of is left out."""
    referentiel = certification.referentiel
    competences = [*certification.all_competences(), *referentiel.competences_transversales]
    savoirs = [savoir.nature for competence in competences for savoir in competence.savoirs]
    below = [
        ("competence_transversale", len(referentiel.competences_transversales)),
        ("critere", sum(len(competence.criteres) for competence in competences)),
        ("savoir_faire", len(savoirs) - savoirs.count("savoir")),
        ("savoir", savoirs.count("savoir")),
    ]
    return [(kind, number) for kind, number in [*count_natures(certification), *below] if number]


def render(collection: Collection, slug: str, contexte: Contexte) -> str:
    """Return the Markdown of the page.  Raises KeyError where the certification has no such page."""
    certification = having(collection, slug, "referentiel")
    transversales = certification.referentiel.competences_transversales
    text = render_template(
        "referentiel.md.j2",
        collection.documents,
        certification=certification,
        comptes=counts(certification),
        epreuves={epreuve.code: epreuve for epreuve in certification.epreuves},
        noms=names(certification) | {plan.TRANSVERSAL: "En commun"},
        plans=[("large", plan.plan(certification, plan.LARGE)), ("etroite", plan.plan(certification, plan.ETROITE))],
        couverte=is_covered,
        discordances=discordances.count(collection, slug),
        racine=contexte.racine,
        correspondants=correspondants.counterparts(collection, slug),
        rubriques=rubriques(collection, slug),
        transversales={competence.code: competence for competence in transversales},
    )
    return lexique.led(own_lines(text), collection, slug, contexte.racine)
