"""Model → Markdown of each kind of page, one module a kind.  Knows neither MkDocs nor files: tested without a build.

`CERTIFICATION`: macro → page of one certification.  `PAIRE`: macro → page of two, by their address.
`SITE`: macro → page of the whole site.
A new page is a module with `render`, its template, and its line here; that of a form is in the folder of its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from forms.socle import registre
from macros.pages import (
    accessibilite,
    accueil,
    aujourd_hui,
    cahier_des_charges,
    comparer,
    confidentialite,
    contribuer,
    deployer,
    discordances,
    donnees,
    evaluations,
    fiche,
    formulaires,
    glossaire,
    hors_ligne,
    liste,
    partenaires,
    referentiel,
    reglement,
    voisines,
)
from macros.pages.commun import Contexte
from referentials.load import Collection

CERTIFICATION: Mapping[str, Callable[[Collection, str, Contexte], str]] = {
    "fiche": fiche.render,
    "referentiel": referentiel.render,
    "evaluations": evaluations.render,
    "reglement": reglement.render,
    "cahier_des_charges": cahier_des_charges.render,
    "partenaires": partenaires.render,
    **{genre.dossier: partial(formulaires.render, genre) for genre in registre.genres()},
}
PAIRE: Mapping[str, Callable[[Collection, str, Contexte], str]] = {"comparaison": comparer.render_pair}
SITE: Mapping[str, Callable[[Collection, Contexte], str]] = {
    "accueil": accueil.render,
    "liste_certifications": liste.render,
    "voisines": voisines.render,
    "aujourd_hui": aujourd_hui.render,
    "comparer": comparer.render,
    "glossaire": glossaire.render,
    "discordances": discordances.render,
    "donnees": donnees.render,
    "confidentialite": confidentialite.render,
    "accessibilite": accessibilite.render,
    "contribuer": contribuer.render,
    "hors_ligne": hors_ligne.render,
    "deployer": deployer.render,
}
