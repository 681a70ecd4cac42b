"""The auto-positionnement: a whole form, with its data beside it for Python."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from forms.auto_positionnement import formulaire
from forms.auto_positionnement.derivation import derive
from forms.socle import fichier
from macros.pages import discordances
from macros.pages.commun import Contexte, file_head, json_for_html, names
from macros.pages.rubriques import rubriques
from macros.rendering import render as render_template
from macros.vues import graphiques
from macros.vues.etapes import arrange
from referentials.load import Collection


def render(collection: Collection, slug: str, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    certification = collection.certification(slug)
    assets = contexte.form_assets("auto-positionnement")
    form = derive(certification)
    noeuds = arrange(form)
    entete = file_head(fichier.FORMAT, fichier.VERSION, certification)

    def configuration(**wording: Any) -> Markup:
        return json_for_html({"entete": entete, "racine": contexte.racine, "worker": assets.worker, **wording})

    return render_template(
        "auto_positionnement/page.md.j2",
        collection.documents,
        certification=certification,
        configuration=configuration,
        donnees_formulaire=json_for_html(formulaire.to_json(form)),
        formulaire=form,
        noeuds=noeuds,
        etapes=[etape for noeud in noeuds for etape in noeud.etapes()],
        axes=graphiques.axes(form),
        ordre=graphiques.bar_order(form.echelle),
        numeros={item.code: number for number, item in enumerate(form.all_items(), 1)},
        noms=names(certification),
        discordances=discordances.count(collection, slug),
        racine=contexte.racine,
        regles={regle.code: regle for regle in certification.regles},
        rubriques=rubriques(collection, slug),
        script=assets.script,
    )
