"""The fiche: what a certification certifies, for whom, by which routes, since when.  It shows all of certification.json."""

from __future__ import annotations

from dataclasses import dataclass

from macros import etats, frise
from macros.comparaison.paires import pairs
from macros.jsonld import credential
from macros.pages import discordances
from macros.pages.commun import Contexte, count_natures, json_for_html, thresholds
from macros.pages.rubriques import rubriques
from macros.rendering import render as render_template
from referentials.load import Collection
from referentials.model_certification import Certification, Duree, Regle


@dataclass(frozen=True, slots=True)
class DureeTotale:
    """How long the exams last.  `partielle`: the source does not fix every part, and this adds up those it fixes."""

    duree: Duree
    partielle: bool


def exam_time(certification: Certification) -> DureeTotale:
    """Return the time of the session for the whole title; without one, what the parts of the exams add up to."""
    roots = {root.code for root in certification.composantes}
    for session in certification.sessions:
        if session.duree is not None and set(session.composantes) == roots:
            return DureeTotale(session.duree, partielle=False)
    parts = [partie.duree for epreuve in certification.epreuves for partie in epreuve.parties]
    fixed = [duree.minutes for duree in parts if duree.minutes is not None]
    return DureeTotale(Duree(minutes=sum(fixed) or None), partielle=len(fixed) < len(parts))


def practice(certification: Certification) -> list[Regle]:
    """Return the rules that say how long a candidate practises before being evaluated."""
    return [
        regle
        for regle in certification.regles
        if regle.parametres["nature"] == "duree" and regle.acteur == "candidat" and regle.moment == "avant"
    ]


def render(collection: Collection, slug: str, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    certification = collection.certification(slug)
    every = [composante for root in certification.composantes for composante in root.walk()]
    return render_template(
        "fiche.md.j2",
        collection.documents,
        certification=certification,
        compte_natures=[(nature, nombre) for nature, nombre in count_natures(certification) if nombre],
        comparaisons=[p for p in pairs(collection) if p.suite and slug in {p.ancienne.slug, p.nouvelle.slug}],
        composantes={composante.code: composante for composante in every},
        duree_totale=exam_time(certification),
        frise=frise.timeline(certification.identite, etats.today()),
        json_ld=json_for_html(credential(certification, collection.documents, contexte.site)),
        pratique=practice(certification),
        seuils=thresholds(certification),
        discordances=discordances.count(collection, slug),
        racine=contexte.racine,
        rubriques=rubriques(collection, slug),
    )
