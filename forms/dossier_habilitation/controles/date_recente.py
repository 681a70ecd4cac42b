"""date_recente: on the day of sending, the document is less than so many months old, counted on the calendar.

« Moins de 3 mois » is strict: a document of 23 August is too old on 23 November, and not on the 22nd.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.controles.commun import Contexte, answered
from forms.dossier_habilitation.etat import Constat, Echeance
from forms.dossier_habilitation.natures import DateRecente
from forms.questionnaire import dates


def check(controle: DateRecente, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding where the date is missing, impossible, or too far back."""
    valeur, unite = controle.valeur, controle.unite
    for reponse in answered((controle.champ,), None, contexte):
        if isinstance(reponse, Constat):
            yield reponse
        elif isinstance(day := reponse.valeur, date):
            if day > contexte.jour:
                yield reponse.constat("non_conforme", phrases.to_come(day))
            elif day > contexte.envoi:
                yield reponse.constat("non_conforme", phrases.after_sending(day, contexte.envoi))
            elif contexte.envoi >= (limit := dates.add(day, valeur, unite)):
                still = limit if limit > contexte.jour else None
                yield reponse.constat("non_conforme", phrases.too_old(day, contexte.envoi, valeur, unite, still))


def to_come(controle: DateRecente, contexte: Contexte) -> Iterator[Echeance]:
    """Yield the first day on which the document will be too old, while it is not."""
    day = contexte.valeurs.champs.get(controle.champ)
    if isinstance(day, date) and day <= min(contexte.jour, contexte.envoi):
        limit = dates.add(day, controle.valeur, controle.unite)
        if contexte.envoi < limit:
            phrase = phrases.will_be_too_old(contexte.bloc.intitule, limit, controle.valeur, controle.unite)
            yield Echeance(limit, phrase, controle.champ)
