"""What the pages of forms of fields share: the form's data and the head of its file, beside the page's own values."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from forms.questionnaire import echange
from forms.questionnaire.modele import Questionnaire
from forms.socle.fichier import Genre
from macros.pages import discordances
from macros.pages.commun import Contexte, file_head, json_for_html
from macros.pages.rubriques import rubriques
from macros.rendering import render as render_template
from referentials.load import Collection


def render_form(
    page: str, genre: Genre, form: Questionnaire, collection: Collection, contexte: Contexte, **values: Any
) -> str:
    """Return the Markdown of the page named `page`, by its template and its script; `values` are those of its own."""
    certification = collection.certification(form.certification)
    assets = contexte.form_assets(page)
    entete = file_head(genre.format, genre.version, certification)

    def configuration(**wording: Any) -> Markup:
        return json_for_html({"entete": entete, "racine": contexte.racine, "worker": assets.worker, **wording})

    return render_template(
        f"{page}.md.j2",
        collection.documents,
        certification=certification,
        configuration=configuration,
        donnees_formulaire=json_for_html(echange.to_json(form)),
        formulaire=form,
        discordances=discordances.count(collection, certification.slug),
        racine=contexte.racine,
        regles={regle.code: regle for regle in certification.regles},
        rubriques=rubriques(collection, certification.slug),
        script=assets.script,
        **values,
    )
