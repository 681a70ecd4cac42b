"""The dossier d'habilitation: a form of fields made from the cahier des charges, its state, its documents."""

from __future__ import annotations

from forms.dossier_habilitation.derivation import GENRE, derive
from forms.dossier_habilitation.fichier import DOSSIER
from macros.pages.commun import Contexte
from macros.pages.questionnaires import render_form
from referentials.load import Collection


def render(collection: Collection, slug: str, contexte: Contexte) -> str:
    """Return the Markdown of the page.  Raises KeyError where the certification has no cahier des charges."""
    form = derive(collection.certification(slug))
    if form is None:
        message = f"{slug} n’a pas de cahier des charges"
        raise KeyError(message)
    exigences = sum(1 for _ in form.blocs())
    return render_form(GENRE, DOSSIER, form, collection, contexte, exigences=exigences)
