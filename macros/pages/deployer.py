"""« Déployer »: how to put the site on a host, for who maintains it."""

from __future__ import annotations

from macros.deploiement import hebergement
from macros.deploiement.attentes import attentes
from macros.pages.commun import Contexte
from macros.rendering import render as render_template
from referentials.load import Collection


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    return render_template(
        "deployer.md.j2",
        collection.documents,
        racine=contexte.racine,
        attentes=attentes(),
        fichiers=[(fichier, hebergement.text(fichier)) for fichier in hebergement.FICHIERS],
    )
