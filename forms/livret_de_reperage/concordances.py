"""Days and durations that a rule, or another answer, ties: what does not go together is told, with its clause.

Nothing is corrected, nothing is refused: « alerte » where the source decides, « a_verifier » where it does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from forms.livret_de_reperage import phrases_concordances as phrases
from forms.livret_de_reperage.controles import DureeFaite
from forms.plusieurs_mains.alertes import Alerte
from forms.plusieurs_mains.ecrits import Ecrits
from forms.questionnaire import conditions, dates
from forms.questionnaire.echeances import holidays, level
from forms.questionnaire.jours_comptes import DureeComptee
from forms.questionnaire.modele import Bloc, Questionnaire
from forms.questionnaire.valeurs import Valeurs
from forms.socle.phrases_lectures import CERTIFICATEUR, left_open

EVALUATIONS, ENTRETIEN, ACCORDS = "evaluations-jour", "entretien-jour", "accords"
SUNDAY = 6


def alertes(questionnaire: Questionnaire, valeurs: Valeurs, ecrits: Ecrits, jour: date) -> Iterator[Alerte]:
    """Yield what does not go together, read as on `jour`; `ecrits` say when each answer was.  Give the form as asked."""
    held = [(bloc, controle) for _, bloc in questionnaire.blocs() for controle in bloc.controles]
    faites = {bloc.regles: controle for bloc, controle in held if isinstance(controle, DureeFaite)}
    for bloc, controle in held:
        if isinstance(controle, DureeFaite):
            yield from _duration(bloc, controle, valeurs, jour)
        elif isinstance(controle, DureeComptee) and bloc.regles in faites:
            faite = faites[bloc.regles]
            yield from _before_what_follows(bloc, controle, faite, valeurs, _said_on(ecrits, faite.duree, jour))
    yield from _evaluations(questionnaire, valeurs)
    yield from _agreements(valeurs, jour)


def _said_on(ecrits: Ecrits, place: str, jour: date) -> date:
    """Return the day when an answer was written, at the latest `jour`: what had lasted two months lasts longer since."""
    instant = ecrits[place].instant if place in ecrits else None
    return min(instant.date(), jour) if instant else jour


def _duration(bloc: Bloc, controle: DureeFaite, valeurs: Valeurs, jour: date) -> Iterator[Alerte]:
    """Compare what is said of a duration, how long it has lasted, and its first day."""
    etat, duree = (valeurs.champs.get(code) for code in (controle.etat, controle.duree))
    debut = valeurs.champs.get(controle.debut)
    required, unite = controle.valeur, controle.unite
    lasted = duree if isinstance(duree, float) else None

    if etat == "fait" and lasted is not None and lasted < required:
        yield _held(bloc, controle.duree, phrases.not_lasted(lasted, required, unite, bloc.source), valeurs)
    if etat == "pas_encore" and lasted is not None and lasted >= required:
        phrase = phrases.lasted_already(lasted, required, unite)
        yield Alerte(controle.etat, "a_verifier", phrase, bloc.regles[0], bloc.source)
    if not isinstance(debut, date):
        return
    over = dates.end(debut, required, unite)
    early = etat == "fait" and (over is None or over > jour)
    if early:
        yield _held(bloc, controle.debut, phrases.not_over(debut, over, bloc.source), valeurs)
    if not lasted or early:
        return
    since = dates.end(debut, lasted, unite)
    # What no calendar holds has not lasted either.
    if since is None or since > jour:
        phrase = phrases.longer_than_since(lasted, unite, debut)
        yield Alerte(controle.duree, "a_verifier", phrase, bloc.regles[0], bloc.source)


def _before_what_follows(
    bloc: Bloc, controle: DureeComptee, faite: DureeFaite, valeurs: Valeurs, le: date
) -> Iterator[Alerte]:
    """Compare what is left of a duration, said on the day `le`, with the days of what comes only after it."""
    etat, lasted, debut = (valeurs.champs.get(code) for code in (faite.etat, faite.duree, faite.debut))
    required, unite = controle.valeur, controle.unite
    # Said done, the answer itself is told; from its first day, the deadline is.
    if etat == "fait" or not isinstance(lasted, float) or lasted >= required or isinstance(debut, date):
        return
    over = dates.end(le, required - lasted, unite)
    for suite in controle.suivie_de:
        day = valeurs.champs.get(suite.champ)
        if isinstance(day, date) and (over is None or day < over):
            acte = suite.intitule
            yield _held(
                bloc,
                faite.duree,
                phrases.too_short_before((lasted, le), (required, unite), (acte, day), bloc.source),
                valeurs,
            )


def _held(bloc: Bloc, place: str, phrase: str, valeurs: Valeurs) -> Alerte:
    """Return what a rule does not allow, or what is to be verified where the source may not ask it of this person."""
    ouvertes = conditions.opened(bloc, valeurs.champs)
    told = left_open(phrase, ouvertes, CERTIFICATEUR)
    return Alerte(place, level(ouvertes), told, bloc.regles[0], bloc.source, bloc.lectures)


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
