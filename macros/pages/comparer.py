"""« Comparer »: the list of the pairs and the choice of any two, the page of one pair, and one side of any other."""

from __future__ import annotations

from macros.comparaison.elements import elements
from macros.comparaison.faits import (
    ABSENT,
    ORDER,
    Fait,
    count,
    counts,
    every_ecart,
    facts,
    facts_of,
    opened_by_one,
    routes,
    routes_of,
)
from macros.comparaison.liens import groups
from macros.comparaison.paires import pair, pairs, versions
from macros.comparaison.regles import NATURES, faces, rules_of, without_figure
from macros.names import distinct_titles, short_title
from macros.pages.commun import Contexte, count_natures, last_update, names, thresholds
from macros.rendering import render as render_template
from macros.vues import etats
from macros.vues.durees import sittings
from macros.vues.laquelle import answers, candidates, over
from referentials.load import Collection
from referentials.model_certification import Certification


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the list."""
    every = pairs(collection)
    suites = [(p, groups(p.liens, elements(p.ancienne), elements(p.nouvelle))) for p in every if p.suite]
    return render_template(
        "comparer.md.j2",
        collection.documents,
        candidates=candidates(collection, etats.today()),
        finies=over(collection),
        suites=suites,
        autres=[paire for paire in every if not paire.suite],
        versions=versions(collection),
        choix=sorted(distinct_titles(collection).items(), key=lambda one: one[1]),
        ecarts=every_ecart(),
        comptes=ORDER,
        chiffrees=NATURES,
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
        apercus=[answers(certification) for certification in cotes],
        natures=[count_natures(certification) for certification in cotes],
        seuils=[thresholds(one) for one in cotes],
        epreuves=[sittings(one, one.epreuves) for one in cotes],
        sans_chiffre=[without_figure(certification) for certification in cotes],
        faits=facts(*cotes, collection.second_hand),
        comptes=counts(*cotes),
        noms=[names(certification) for certification in cotes],
        voies=routes(*cotes),
        voies_propres=opened_by_one(routes(*cotes)),
        groupes=groups(paire.liens, elements(paire.ancienne), elements(paire.nouvelle)),
        faces=faces(*cotes),
        racine=contexte.racine,
    )


def render_side(collection: Collection, certification: Certification, racine: str) -> str:
    """Return one side of a comparison that has no page, as HTML, for a page at `racine` below the site's root."""
    counted = count(certification)
    return render_template(
        "cote.j2",
        collection.documents,
        certification=certification,
        cotes=(certification,),
        apercu=answers(certification),
        court=short_title(certification),
        faits=facts_of(certification, collection.second_hand),
        rien=Fait(),
        comptes=[(nature, counted[nature]) for nature in ORDER],
        voies=routes_of(certification),
        absente=ABSENT,
        epreuves=sittings(certification, certification.epreuves),
        chiffrees=[(nature, rules_of(certification, nature)) for nature in NATURES],
        sans_chiffre=without_figure(certification),
        racine=racine,
    )
