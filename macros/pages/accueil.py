"""The home page: what one looks for, what can still be had today, the doors, the certifications."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from forms.socle.phrases import listed
from macros.pages.commun import Contexte
from macros.pages.liste import cards
from macros.pages.rubriques import rubriques
from macros.rendering import render as render_template
from macros.vues import ouvertes
from referentials.etat import EN_VIGUEUR, Etat
from referentials.load import Collection
from referentials.model_certification import Certification


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    slugs = [certification.slug for certification in collection.certifications]
    asked = [certification for certification in collection.certifications if certification.has_statements]
    return render_template(
        "accueil.md.j2",
        collection.documents,
        dossiers=[slug for slug in slugs if "dossier_habilitation" in {r.macro for r in rubriques(collection, slug)}],
        total=len(slugs),
        en_vigueur=_during(collection, ouvertes.in_force),
        autres=_during(collection, lambda etat: not ouvertes.in_force(etat)),
        choix=ouvertes.choices(collection.certifications),
        choix_du_formulaire=ouvertes.choices(asked),
        fondement=partial(_grounds, collection),
        sans_formulaire=len(asked) < len(slugs),
        racine=contexte.racine,
    )


def _grounds(collection: Collection, certification: Certification) -> str:
    """Return what its last day in force rests on: the documents that print it, with the reserve of those that do."""
    state = next(etat for etat in certification.etats if etat.etat == EN_VIGUEUR)
    printed = dict.fromkeys(
        texte.source.document
        for texte in certification.identite.enregistrements
        if texte.date_fin_enregistrement == state.echeance
    )
    named = [collection.documents[code] for code in printed]
    said = listed([document.intitule_court or document.intitule for document in named])
    return f"« {said} »" + (" (date à recouper)" if state.a_recouper else "")


def _during(
    collection: Collection, told: Callable[[Etat], bool]
) -> list[tuple[Certification, list[tuple[str, int]], ouvertes.Periode]]:
    """Return the card of each certification for each run of days of which something is told of its state."""
    return [
        (certification, counts, period)
        for certification, counts in cards(collection)
        for period in ouvertes.periods(certification.etats, told)
    ]
