"""Days and durations that a rule, or another answer, ties: what does not go together is told, with its clause.

Nothing is corrected, nothing is refused: « alerte » where the source decides, « a_verifier » where it does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from forms.livret import phrases_concordances as phrases
from forms.livret.echeances import holidays
from forms.questionnaire import dates
from forms.questionnaire.modele import Bloc, Questionnaire, Source
from forms.questionnaire.valeurs import Valeurs

EVALUATIONS, ENTRETIEN, ACCORDS = "evaluations-jour", "entretien-jour", "accords"
SUNDAY = 6
Niveau = Literal["alerte", "a_verifier"]


@dataclass(frozen=True, slots=True)
class Alerte:
    """What does not go together: at which place, and the rule that says so, if one does."""

    place: str
    niveau: Niveau
    phrase: str
    regle: str = ""
    source: Source | None = None


def alertes(questionnaire: Questionnaire, valeurs: Valeurs, jour: date) -> Iterator[Alerte]:
    """Yield what does not go together, read as on `jour`.  Give the form as asked."""
    for _, bloc in questionnaire.blocs():
        for controle in bloc.controles:
            if controle["nature"] == "duree_faite":
                yield from _duration(bloc, controle, valeurs, jour)
    yield from _evaluations(questionnaire, valeurs)
    yield from _agreements(valeurs, jour)


def _duration(bloc: Bloc, controle: Mapping[str, Any], valeurs: Valeurs, jour: date) -> Iterator[Alerte]:
    """Compare what is said of a duration, how long it has lasted, and its first day."""
    etat, duree = (valeurs.champs.get(controle[key]) for key in ("etat", "duree"))
    debut = valeurs.champs.get(controle.get("debut", ""))
    required, unite = controle["valeur"], controle["unite"]
    lasted = duree if isinstance(duree, float) else None

    def told(key: str, niveau: Niveau, phrase: str) -> Alerte:
        return Alerte(controle[key], niveau, phrase, bloc.regles[0], bloc.source)

    if etat == "fait" and lasted is not None and lasted < required:
        yield told("duree", "alerte", phrases.not_lasted(lasted, required, unite, bloc.source))
    if etat == "pas_encore" and lasted is not None and lasted >= required:
        yield told("etat", "a_verifier", phrases.lasted_already(lasted, required, unite))
    if not isinstance(debut, date):
        return
    over = _end(debut, required, unite)
    if etat == "fait" and over and over > jour:
        yield told("debut", "alerte", phrases.not_over(debut, over, bloc.source))
    since = _end(debut, lasted, unite) if lasted is not None and lasted.is_integer() else None
    if since and since > jour and not (etat == "fait" and over and over > jour):
        yield told("duree", "a_verifier", phrases.longer_than_since(lasted or 0, unite, debut))


def _end(debut: date, valeur: float, unite: str) -> date | None:
    try:
        return dates.add(debut, int(valeur), unite)
    except OverflowError:
        return None


def _evaluations(questionnaire: Questionnaire, valeurs: Valeurs) -> Iterator[Alerte]:
    day, entretien = (valeurs.champs.get(code) for code in (EVALUATIONS, ENTRETIEN))
    if not isinstance(day, date):
        return
    ferie = day.isoformat() in holidays(questionnaire, valeurs)
    if ferie or day.weekday() == SUNDAY:
        yield Alerte(EVALUATIONS, "a_verifier", phrases.not_worked(day, ferie=ferie))
    if isinstance(entretien, date) and entretien > day:
        yield Alerte(ENTRETIEN, "a_verifier", phrases.interview_after(entretien, day))


def _agreements(valeurs: Valeurs, jour: date) -> Iterator[Alerte]:
    entretien = valeurs.champs.get(ENTRETIEN)
    for ligne in valeurs.listes.get(ACCORDS, ()):
        day = ligne.valeurs.get("jour")
        if not isinstance(day, date):
            continue
        if day > jour:
            yield Alerte(f"{ligne.place}jour", "alerte", phrases.agreed_to_come(ligne.nom, day))
        elif isinstance(entretien, date) and day < entretien:
            yield Alerte(f"{ligne.place}jour", "a_verifier", phrases.agreed_before(ligne.nom, day, entretien))
