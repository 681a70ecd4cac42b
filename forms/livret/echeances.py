"""The days that the rules set, from the days that the livret knows.  Days, never instants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from forms.livret import phrases
from forms.questionnaire import dates, ouvres
from forms.questionnaire.modele import Questionnaire, Source
from forms.questionnaire.valeurs import Valeurs

EVALUATIONS = "evaluations-jour"


@dataclass(frozen=True, slots=True)
class Echeance:
    """A rule and its day, or None where it cannot be counted yet; `alerte` says what is wrong with it."""

    regle: str
    jour: date | None
    phrase: str
    alerte: str
    source: Source | None


def echeances(questionnaire: Questionnaire, valeurs: Valeurs, jour: date) -> Iterator[Echeance]:
    """Yield the deadlines that the form asks for, in its order, read as on `jour`.  Give the form as asked."""
    feries = holidays(questionnaire, valeurs)
    evaluations = valeurs.champs.get(EVALUATIONS)
    for _, bloc in questionnaire.blocs():
        for controle in bloc.controles:
            start = valeurs.champs.get(controle.get("champ", ""))
            known = start if isinstance(start, date) else None
            if controle["nature"] == "delai":
                found, phrase = _deadline(bloc.intitule, controle, known, feries)
                limit = found is not None and found < jour and "au plus tard" in phrase
                alerte = phrases.PASSED if limit else ""
            elif controle["nature"] == "duree" and known:
                found = _reached(controle, known)
                phrase = phrases.over(bloc.intitule, controle, found, known) if found else phrases.beyond(bloc.intitule)
                early = found is not None and isinstance(evaluations, date) and evaluations < found
                alerte = phrases.TOO_LATE if early else ""
            else:
                continue
            yield Echeance(bloc.regles[0], found, phrase, alerte, bloc.source)


def holidays(questionnaire: Questionnaire, valeurs: Valeurs) -> tuple[str, ...]:
    """Return the public holidays of the territory that the livret names, those of Metropolitan France without one."""
    own = questionnaire.feries_locaux.get(str(valeurs.champs.get("territoire", "")), ())
    return tuple(sorted({*questionnaire.feries, *own}))


def _deadline(
    intitule: str, controle: Mapping[str, Any], start: date | None, feries: tuple[str, ...]
) -> tuple[date | None, str]:
    if start is None:
        return None, phrases.unknown(intitule, controle)
    valeur, unite, before = controle["valeur"], controle["unite"], controle["sens"] == "avant"
    found: date | None
    if unite == "jour_ouvre":
        found = (ouvres.before if before else ouvres.after)(start, valeur, feries)
    else:
        found = _added(start, -valeur if before else valeur, unite)
    return found, phrases.deadline(intitule, controle, found, start) if found else phrases.beyond(intitule)


def _reached(controle: Mapping[str, Any], start: date) -> date | None:
    return _added(start, controle["valeur"], controle["unite"])


def _added(day: date, valeur: int, unite: str) -> date | None:
    try:
        return dates.add(day, valeur, unite)
    except OverflowError:
        return None
