"""The cahier des charges: missions with their rules, pieces of the dossier, functions, controls, tools."""

from __future__ import annotations

from macros.pages import discordances, lexique
from macros.pages.commun import Contexte, names
from macros.pages.rubriques import rubriques
from macros.rendering import render as render_template
from macros.vues import exigences
from referentials.load import Collection

DEMANDEURS = ("organisme_formation", "entreprise_service_interne")
OFFRES = ("formation", "vae")


def render(collection: Collection, slug: str, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    certification = collection.certification(slug)
    cahier = certification.cahier_des_charges
    if cahier is None:
        message = f"{slug} n’a pas de cahier des charges"
        raise KeyError(message)
    text = render_template(
        "cahier-des-charges.md.j2",
        collection.documents,
        certification=certification,
        cahier=cahier,
        demandeurs=exigences.counted(DEMANDEURS, (piece.demandeurs for piece in cahier.pieces)),
        familles=exigences.families(cahier.pieces),
        noms=names(certification),
        hors_missions=exigences.outside_missions(certification.regles, cahier),
        offres=exigences.counted(OFFRES, (piece.offres for piece in cahier.pieces)),
        discordances=discordances.count(collection, slug),
        racine=contexte.racine,
        regles={regle.code: regle for regle in certification.regles},
        rubriques=rubriques(collection, slug),
    )
    return lexique.led(text, collection, slug, contexte.racine)
