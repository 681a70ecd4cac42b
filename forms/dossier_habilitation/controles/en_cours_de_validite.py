"""en_cours_de_validite: on the day of sending, the document is valid; its last day counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.controles.commun import Contexte, answered
from forms.dossier_habilitation.etat import Constat, Echeance
from forms.dossier_habilitation.natures import EnCoursDeValidite


def check(controle: EnCoursDeValidite, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding where the last day is missing, or before the day of sending."""
    for reponse in answered((controle.champ,), None, contexte):
        if isinstance(reponse, Constat):
            yield reponse
        elif isinstance(fin := reponse.valeur, date) and fin < contexte.envoi:
            yield reponse.constat("non_conforme", phrases.over(fin, contexte.envoi, contexte.jour))


def to_come(controle: EnCoursDeValidite, contexte: Contexte) -> Iterator[Echeance]:
    """Yield the first day on which the document will no longer be valid, while it is."""
    fin = contexte.valeurs.champs.get(controle.champ)
    if isinstance(fin, date) and fin >= contexte.envoi:
        first = fin + timedelta(days=1)
        yield Echeance(first, phrases.will_be_over(contexte.bloc.intitule, first), controle.champ)
