"""renvois_complets: each row of one list is in the charge of a row of another: no module without a trainer."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.controles.commun import Contexte
from forms.dossier_habilitation.etat import Constat
from forms.dossier_habilitation.natures import RenvoisComplets


def check(controle: RenvoisComplets, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding for each row that nobody is in charge of."""
    charged: set[str] = set()
    for ligne in contexte.rows(controle.liste):
        links = ligne.valeurs.get(controle.champ)
        charged |= {*links} if isinstance(links, tuple) else set()
    libelle = contexte.questionnaire.liste(controle.liste).libelle
    for ligne in contexte.rows(controle.vers):
        if ligne.id not in charged:
            yield Constat("manque", phrases.of(ligne.nom, phrases.nobody(libelle)), controle.liste)
