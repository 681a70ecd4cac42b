"""A dossier that changes once it was sent: what changed, and the letter to the branche (modification-dossier.schema.json)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from forms.dossier_habilitation import changements, phrases_annexe, places, reponses
from forms.dossier_habilitation import phrases_modification as phrases
from forms.dossier_habilitation.annexe import concerned
from forms.dossier_habilitation.changements import Changement
from forms.dossier_habilitation.conformite import ENVOI
from forms.dossier_habilitation.enveloppe import adresse, destinataire, nom
from forms.questionnaire import delais, valeurs
from forms.questionnaire.modele import Clause, ClauseDeDuree, Questionnaire, Suite
from forms.socle import etat_certification
from forms.socle.phrases import typeset
from forms.socle.phrases_lectures import reading
from forms.socle.refus import Refus

FORMAT = "repere/modification-dossier"
VERSION = 1
NOTIFICATION = "date_notification"
# Days of the sending itself: the branche is not told of them.
OURS = {ENVOI, NOTIFICATION}


@dataclass(frozen=True, slots=True)
class Envoye:
    """The file that was sent: its raw values, when it was saved, what is to be known of it."""

    valeurs: Mapping[str, Any]
    exporte_le: str
    avis: tuple[str, ...] = ()


def lettre(questionnaire: Questionnaire, envoye: Envoye, donnees: Mapping[str, Any], jour: date) -> dict[str, Any]:
    """Return the JSON of the letter, as on `jour`: the file that was sent, then raw values of now.

    Raises Refus where the data do not say what is to be told of a change.
    """
    suite = questionnaire.suite
    if suite is None:
        raise Refus(phrases.none_for(questionnaire.intitule))
    sides = changements.cote(questionnaire, envoye.valeurs), changements.cote(questionnaire, donnees)
    found = [one for one in changements.between(questionnaire, *sides) if one.place not in OURS]
    asked = valeurs.read(questionnaire, donnees)
    return {
        "format": FORMAT,
        "version": VERSION,
        "certification": questionnaire.certification,
        "intitule": questionnaire.intitule,
        **etat_certification.member(questionnaire.etats, jour.isoformat()),
        "jour": jour.isoformat(),
        "preparation": phrases_annexe.prepared(jour),
        "proposition": phrases.PROPOSITION,
        "expediteur": [*(nom(donnees) or (phrases_annexe.SANS_NOM,)), *adresse(donnees)],
        "destinataire": [*destinataire(questionnaire)],
        "objet": phrases.subject(questionnaire.intitule),
        "depuis": _since(questionnaire, envoye) if found else phrases.MEMES,
        "avis": [*envoye.avis],
        "modifications": [*_by_bloc(questionnaire, suite, found)],
        "regles": [_clause(one.clause) for one in suite.modifications if not one.pieces] if found else [],
        "documents": phrases.DOCUMENTS,
        "habilitation": _habilitation(questionnaire, suite, asked.champs.get(NOTIFICATION)),
        "reserves": [_clause(one) for one in concerned(asked, donnees, suite.reserves)],
        "lectures": [reading(one) for one in suite.lectures],
        "a_signer": [*phrases.A_SIGNER],
    }


def _since(questionnaire: Questionnaire, envoye: Envoye) -> str:
    day = valeurs.read(questionnaire, envoye.valeurs).champs.get(ENVOI)
    if isinstance(day, date):
        return phrases.since_sent(day)
    return phrases.since_saved(datetime.fromisoformat(envoye.exporte_le).date())


def _by_bloc(questionnaire: Questionnaire, suite: Suite, found: list[Changement]) -> Iterator[dict[str, Any]]:
    """Yield the changes under the requirement that each answers first, with the rules that speak of one of these."""
    for _, bloc in questionnaire.blocs():
        own = [one for one in found if _home(questionnaire, one) == bloc.code]
        concerned_by = {code for one in own for code in places.owners(questionnaire, one.place)}
        if own:
            yield {
                "code": bloc.code,
                "intitule": bloc.intitule,
                "clause": reponses.clause(bloc.source),
                "lignes": [asdict(one) for one in own],
                "regles": [_clause(one.clause) for one in suite.modifications if concerned_by.intersection(one.pieces)],
            }


def _home(questionnaire: Questionnaire, one: Changement) -> str | None:
    """Return the requirement under which a change is told: a whole row under the one that holds its list."""
    return places.owner(questionnaire, one.place.partition("/")[0] if one.mouvement else one.place)


def _clause(clause: Clause) -> dict[str, str]:
    return {
        "code": clause.code,
        "enonce": typeset(clause.enonce),
        "clause": reponses.clause(clause.source),
    }


def _habilitation(questionnaire: Questionnaire, suite: Suite, notification: object) -> dict[str, Any]:
    """Return the days that are counted from the notification, and the rules that say so; no day where it is not known."""
    said = {
        "regles": [_clause(one.clause) for one in (suite.duree, suite.rappel) if one],
        "jours": [],
    }
    if not isinstance(notification, date):
        return {**said, "phrases": [phrases.SANS_NOTIFICATION]}
    days: dict[str, date] = {"notification": notification}
    told = [phrases.notified(notification)]
    end = _day(suite.duree, notification, questionnaire)
    if suite.duree and end:
        days["fin"], told = end, [*told, phrases.ends(suite.duree, end)]
    recall = _day(suite.rappel, end, questionnaire)
    if suite.rappel and recall:
        days["rappel"], told = recall, [*told, phrases.recalled(suite.rappel, recall)]
    return {**said, "phrases": told, "jours": [{"code": code, "jour": day.isoformat()} for code, day in days.items()]}


def _day(clause: ClauseDeDuree | None, start: date | None, questionnaire: Questionnaire) -> date | None:
    return delais.limit(clause, start, questionnaire.feries) if clause and start else None
