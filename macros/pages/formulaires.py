"""The page of a form, of any kind: its data for Python, the head of its file, and what its own template needs."""

from __future__ import annotations

from functools import partial

from forms.droit.choix import kept
from forms.socle.genre import Genre
from macros.pages import discordances
from macros.pages.commun import Contexte, file_head, names
from macros.pages.rubriques import rubriques
from macros.rendering import render as render_template
from referentials import orientation
from referentials.load import Collection


def render(genre: Genre, collection: Collection, slug: str, contexte: Contexte) -> str:
    """Return the Markdown of the page.  Raises KeyError where the certification has no such form."""
    certification = collection.certification(slug)
    form = genre.derive(certification)
    if form is None:
        message = f"{slug} {genre.manque}"
        raise KeyError(message)
    page, assets = genre.page, contexte.form_assets(genre.code)

    return render_template(
        f"{genre.dossier}/page.md.j2",
        collection.documents,
        certification=certification,
        configuration={
            "entete": file_head(genre.format, genre.version, certification),
            "racine": contexte.racine,
            "worker": assets.worker,
        },
        donnees_formulaire=page.donnees(form),
        formulaire=form,
        noms=names(certification),
        discordances=discordances.count(collection, slug),
        droits=kept(collection.droit),
        liens=orientation.links(collection, certification),
        officielle=partial(orientation.official, collection),
        positionnables={one.slug for one in collection.certifications if one.has_statements},
        racine=contexte.racine,
        regles={regle.code: regle for regle in certification.regles},
        rubriques=rubriques(collection, slug),
        script=assets.script,
        **page.valeurs(certification, form),
    )
