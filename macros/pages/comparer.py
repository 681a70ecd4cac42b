"""« Comparer »: the list of the pairs, and the page of one pair."""

from __future__ import annotations

from macros.comparaison.elements import elements
from macros.comparaison.faits import counts, facts, opened_by_one, routes
from macros.comparaison.liens import groups
from macros.comparaison.paires import pair, pairs, versions
from macros.comparaison.regles import faces, without_figure
from macros.pages.commun import Contexte, count_natures, last_update, names, thresholds
from macros.rendering import render as render_template
from macros.vues.durees import sittings
from referentials.load import Collection


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the list."""
    every = pairs(collection)
    suites = [(p, groups(p.table, elements(p.ancienne), elements(p.nouvelle))) for p in every if p.suite]
    return render_template(
        "comparer.md.j2",
        collection.documents,
        suites=suites,
        autres=[paire for paire in every if not paire.suite],
        versions=versions(collection),
        mise_a_jour=last_update(collection),
        racine=contexte.racine,
    )


def render_pair(collection: Collection, adresse: str, contexte: Contexte) -> str:
    """Return the Markdown of the page of one pair."""
    paire = pair(collection, adresse)
    cotes = (paire.ancienne, paire.nouvelle)
    return render_template(
        "comparaison.md.j2",
        collection.documents,
        paire=paire,
        cotes=cotes,
        natures=[count_natures(certification) for certification in cotes],
        seuils=[thresholds(one) for one in cotes],
        epreuves=[sittings(one, one.epreuves) for one in cotes],
        sans_chiffre=[without_figure(certification) for certification in cotes],
        faits=facts(*cotes, collection.second_hand),
        comptes=counts(*cotes),
        noms=[names(certification) for certification in cotes],
        voies=routes(*cotes),
        voies_propres=opened_by_one(routes(*cotes)),
        groupes=groups(paire.table, elements(paire.ancienne), elements(paire.nouvelle)),
        faces=faces(*cotes),
        racine=contexte.racine,
    )
