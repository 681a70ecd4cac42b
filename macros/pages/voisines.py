"""« Certifications voisines »: what resembles ours in the repertory, with its state of the day and its official fiche."""

from __future__ import annotations

from forms.socle.phrases_etat import LIBELLES, ORDRE
from macros.pages.commun import Contexte
from macros.rendering import render as render_template
from macros.vues import etats
from macros.vues.voisines import entries, ours
from referentials.load import Collection


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    jour = etats.today()
    every = entries(collection, jour)
    known = {etat.etat for entry in every for etat in entry.etats if etat.au is None or etat.au >= jour}
    return render_template(
        "voisines.md.j2",
        collection.documents,
        entrees=every,
        etats=[(code.replace("_", "-"), LIBELLES[code]) for code in ORDRE if code in known],
        niveaux=sorted({entry.fiche.niveau for entry in every}),
        notres=ours(collection, jour),
        releves=list(collection.voisines.values()),
        mise_a_jour=max((releve.jour for releve in collection.voisines.values()), default=None),
        racine=contexte.racine,
    )
