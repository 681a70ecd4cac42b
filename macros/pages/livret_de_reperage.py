"""The livret de repérage: a form of fields that several hands fill, and the path that follows from it."""

from __future__ import annotations

from forms.auto_positionnement import formulaire
from forms.auto_positionnement.derivation import derive as derive_auto_positionnement
from forms.livret_de_reperage import phrases
from forms.livret_de_reperage.derivation import GENRE, derive, elements
from forms.livret_de_reperage.fichier import LIVRET
from macros.pages.commun import Contexte, json_for_html
from macros.pages.questionnaires import render_form
from referentials.load import Collection


def render(collection: Collection, slug: str, contexte: Contexte) -> str:
    """Return the Markdown of the page.  Raises KeyError where there is no bloc, domaine or CCP to speak of."""
    certification = collection.certification(slug)
    form = derive(certification)
    if form is None:
        message = f"{slug} n’a ni bloc, ni domaine, ni CCP"
        raise KeyError(message)
    return render_form(
        GENRE,
        LIVRET,
        form,
        collection,
        contexte,
        auto_positionnement=json_for_html(formulaire.to_json(derive_auto_positionnement(certification))),
        nature=phrases.NATURE,
        regle=phrases.REGLE,
        raisons={f"ecarte_{code}": phrase for code, phrase in phrases.REASONS.items()},
        roles=elements.donnees()["roles"],
    )
