"""personnes_distinctes: of the people of a list, one at least is of none of the others."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.controles.commun import Contexte
from forms.dossier_habilitation.doutes.commun import folded
from forms.dossier_habilitation.etat import Constat
from forms.dossier_habilitation.natures import PersonnesDistinctes
from forms.questionnaire.valeurs import Ligne


def check(controle: PersonnesDistinctes, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding where all those of whom it is asked are of the other lists too."""
    rows = [row for row in contexte.rows(controle.liste) if row.valeurs.get(controle.champ) == controle.reponse]
    asked = [
        contexte.questionnaire.liste(one.code)
        for one in contexte.questionnaire.racines()
        if one.code in controle.autres
    ]
    others = {_name(row, liste.code, contexte): liste for liste in asked for row in contexte.rows(liste.code)}
    # A row that is not named yet is nobody.
    others.pop(frozenset(), None)
    met = [others.get(_name(row, controle.liste, contexte)) for row in rows]
    lists = dict.fromkeys(liste.libelle for liste in met if liste)
    if met and all(met):
        # One who trains some may evaluate others: nothing is refused.
        yield Constat("a_verifier", phrases.of("", phrases.none_apart(controle.objet, [*lists])), controle.liste)


def _name(row: Ligne, liste: str, contexte: Contexte) -> frozenset[str]:
    titre = contexte.questionnaire.liste(liste).titre
    return frozenset(folded(" ".join(str(row.valeurs.get(code, "")) for code in titre)))
