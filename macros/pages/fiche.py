"""The fiche: what a certification certifies, for whom, by which routes, since when.  It shows all of certification.json."""

from __future__ import annotations

from functools import partial

from macros.api.jsonld import credential
from macros.comparaison.paires import suites
from macros.pages import discordances
from macros.pages.commun import Contexte, count_natures, names, thresholds
from macros.pages.rubriques import rubriques
from macros.rendering import json_for_html
from macros.rendering import render as render_template
from macros.vues import etats, frise, mots_definis
from macros.vues.durees import exam_time
from referentials import orientation
from referentials.load import Collection
from referentials.model_certification import Certification, Regle


def practice(certification: Certification) -> list[Regle]:
    """Return the rules that say how long a candidate practises before being evaluated."""
    return [
        regle
        for regle in certification.regles
        if regle.parametres.nature == "duree" and regle.acteur == "candidat" and regle.moment == "avant"
    ]


def render(collection: Collection, slug: str, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    certification = collection.certification(slug)
    every = [composante for root in certification.composantes for composante in root.walk()]
    return render_template(
        "fiche.md.j2",
        collection.documents,
        certification=certification,
        definis=mots_definis.used(collection, slug, "certification.json"),
        compte_natures=[(nature, nombre) for nature, nombre in count_natures(certification) if nombre],
        comparaisons=suites(collection, slug),
        composantes={composante.code: composante for composante in every},
        temps=exam_time(certification),
        requises=[r for r in certification.regles if r.parametres.nature == "composantes_requises"],
        noms=names(certification),
        frise=frise.timeline(certification.identite.enregistrements, etats.today()),
        liens=orientation.links(collection, certification),
        droits=[droit for found in collection.liens.values() for droit in found.droits],
        officielle=partial(orientation.official, collection),
        voisines_proches=orientation.neighbours(collection, certification),
        json_ld=json_for_html(credential(certification, collection.documents, contexte.site)),
        pratique=practice(certification),
        seuils=thresholds(certification),
        discordances=discordances.count(collection, slug),
        racine=contexte.racine,
        rubriques=rubriques(collection, slug),
    )
