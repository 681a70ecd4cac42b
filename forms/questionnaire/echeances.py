"""The days that the rules set, from the days that a form knows.  Days, never instants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from forms.questionnaire import conditions, dates, delais, ouvres
from forms.questionnaire import phrases_echeances as phrases
from forms.questionnaire.jours_comptes import DelaiCompte, DureeComptee
from forms.questionnaire.modele import Bloc, Questionnaire, Source
from forms.questionnaire.valeurs import Valeurs
from forms.socle import lois
from forms.socle.lectures import Lecture
from forms.socle.phrases_lectures import CERTIFICATEUR, left_open

Niveau = Literal["alerte", "a_verifier"]


def level(ouvertes: Sequence[Lecture]) -> Niveau:
    """Return how sure an alert is: « a_verifier » where the source leaves open whether the rule asks that of this person."""
    return "a_verifier" if ouvertes else "alerte"


@dataclass(frozen=True, slots=True)
class Echeance:
    """A rule and its day, or None where it cannot be counted yet; `alerte` says what is wrong with it.

    `dernier_jour_ouvre`: the last working day to act, where the day is a limit that falls on no working day.
    `lectures`: what was chosen to read of the rule; `ouvertes`: those of them by which its alert may not hold here.
    """

    regle: str
    jour: date | None
    phrase: str
    alerte: str
    source: Source | None
    dernier_jour_ouvre: date | None = None
    lectures: tuple[Lecture, ...] = ()
    ouvertes: tuple[Lecture, ...] = ()

    @property
    def niveau(self) -> Niveau | None:
        """How sure its alert is; None without one."""
        return level(self.ouvertes) if self.alerte else None


@dataclass(frozen=True, slots=True)
class _Delai:
    """A deadline as computed, what it asks for, and until when: what a duration that comes before is held to."""

    echeance: Echeance
    acte: str
    dernier: date | None


def echeances(questionnaire: Questionnaire, valeurs: Valeurs, jour: date) -> Iterator[Echeance]:
    """Yield the deadlines that the form asks for, in its order, read as on `jour`.  Give the form as asked."""
    feries = holidays(questionnaire, valeurs)
    held = [(bloc, c) for _, bloc in questionnaire.blocs() for c in bloc.controles]
    delays = {bloc.code: _delay(bloc, c, valeurs, feries, jour) for bloc, c in held if isinstance(c, DelaiCompte)}
    for bloc, controle in held:
        if bloc.code in delays:
            yield _with_law(delays[bloc.code].echeance, bloc, jour)
        elif isinstance(controle, DureeComptee) and (start := _day(valeurs, controle.champ)):
            yield _with_law(_lasting(bloc, controle, start, valeurs, [*delays.values()]), bloc, jour)


def _with_law(echeance: Echeance, bloc: Bloc, jour: date) -> Echeance:
    """Add what the law says of the rule on `jour`: the day is counted by the source's rule, and stays."""
    return (
        replace(echeance, phrase=lois.beside(echeance.phrase, bloc.droit, jour.isoformat())) if bloc.droit else echeance
    )


def holidays(questionnaire: Questionnaire, valeurs: Valeurs) -> tuple[str, ...]:
    """Return the public holidays of the territory that the form names, those of Metropolitan France without one."""
    own = questionnaire.feries_locaux.get(str(valeurs.champs.get("territoire", "")), ())
    return tuple(sorted({*questionnaire.feries, *own}))


def _day(valeurs: Valeurs, champ: str) -> date | None:
    found = valeurs.champs.get(champ)
    return found if isinstance(found, date) else None


def _unknown(bloc: Bloc, phrase: str, valeurs: Valeurs) -> Echeance:
    ouvertes = conditions.opened(bloc, valeurs.champs)
    return Echeance(bloc.regles[0], None, phrase, "", bloc.source, lectures=bloc.lectures, ouvertes=ouvertes)


def _delay(bloc: Bloc, controle: DelaiCompte, valeurs: Valeurs, feries: Sequence[str], jour: date) -> _Delai:
    """Compute a delay from the day that it is counted from; where what it asks for has a day, compare the two."""
    acte, start = controle.acte, _day(valeurs, controle.champ)
    echeance = _unknown(bloc, phrases.unknown(bloc.intitule, controle), valeurs)
    if start is None:
        return _Delai(echeance, acte.champ, None)
    found = delais.limit(controle, start, feries)
    if found is None:
        return _Delai(replace(echeance, phrase=phrases.beyond(bloc.intitule)), acte.champ, None)
    bornes, done = delais.bornes(controle, start, found), _day(valeurs, acte.champ)
    last = ouvres.last(found, feries) if found == bornes.dernier else None
    last = None if last == found else last
    if done is None:
        alerte = phrases.PASSED if bornes.dernier == found and found < jour else ""
    elif bornes.late(done):
        alerte = phrases.too_late(acte.intitule, done, bloc.source)
    else:
        alerte = phrases.too_early(acte.intitule, done, bloc.source) if bornes.early(done) else ""
    phrase = phrases.deadline(bloc.intitule, controle, found, start, last)
    alerte = left_open(alerte, echeance.ouvertes, CERTIFICATEUR)
    told = replace(echeance, jour=found, phrase=phrase, alerte=alerte, dernier_jour_ouvre=last)
    return _Delai(told, acte.champ, bornes.dernier)


def _lasting(bloc: Bloc, controle: DureeComptee, start: date, valeurs: Valeurs, delays: Sequence[_Delai]) -> Echeance:
    """Compute when a duration is over, and compare it with all that comes only after: its day, or its deadline."""
    echeance = _unknown(bloc, phrases.beyond(bloc.intitule), valeurs)
    found = dates.end(start, controle.valeur, controle.unite)
    if found is None:
        return echeance
    told = []
    for suite in controle.suivie_de:
        done = _day(valeurs, suite.champ)
        if done:
            told += [phrases.before_over(suite.intitule, done, bloc.source)] if done < found else []
            continue
        due = [d for d in delays if d.acte == suite.champ and d.dernier and d.dernier < found]
        told += [phrases.due_before_over(suite.intitule, d.dernier, d.echeance.source) for d in due if d.dernier]
    alerte = left_open(" ".join(told), echeance.ouvertes, CERTIFICATEUR)
    return replace(echeance, jour=found, phrase=phrases.over(bloc.intitule, controle, found, start), alerte=alerte)
