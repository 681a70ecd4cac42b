"""personnes_distinctes: of the people of a list, one at least is not also of another."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.controles.commun import Contexte
from forms.dossier_habilitation.doutes.commun import folded
from forms.dossier_habilitation.etat import Constat
from forms.dossier_habilitation.natures import PersonnesDistinctes
from forms.questionnaire.valeurs import Ligne


def check(controle: PersonnesDistinctes, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding where all those of whom it is asked are of the other list too."""
    rows = [row for row in contexte.rows(controle.liste) if row.valeurs.get(controle.champ) == controle.reponse]
    # A row that is not named yet is nobody.
    others = {_name(row, controle.autre, contexte) for row in contexte.rows(controle.autre)} - {frozenset()}
    if rows and all(_name(row, controle.liste, contexte) in others for row in rows):
        libelle = contexte.questionnaire.liste(controle.autre).libelle
        # One who trains some may evaluate others: nothing is refused.
        yield Constat("a_verifier", phrases.of("", phrases.none_apart(controle.objet, libelle)), controle.liste)


def _name(row: Ligne, liste: str, contexte: Contexte) -> frozenset[str]:
    titre = contexte.questionnaire.liste(liste).titre
    return frozenset(folded(" ".join(str(row.valeurs.get(code, "")) for code in titre)))
