"""A dossier that changes once it was sent: what changed, and the letter to the branche (modification-dossier.schema.json)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from forms.dossier_habilitation import changements, papiers, phrases_annexe, places, reponses
from forms.dossier_habilitation import phrases_modification as phrases
from forms.dossier_habilitation.annexe import concerned
from forms.dossier_habilitation.changements import Changement
from forms.dossier_habilitation.conformite import ENVOI
from forms.dossier_habilitation.enveloppe import adresse, destinataire, nom
from forms.dossier_habilitation.papiers import regle
from forms.questionnaire import delais, valeurs
from forms.questionnaire.modele import ClauseDeDuree, Questionnaire, Suite
from forms.questionnaire.valeurs import Valeurs
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
    asked, sent = valeurs.read(questionnaire, donnees), _sent(questionnaire, envoye)
    return {
        **papiers.entete(questionnaire, FORMAT, VERSION, jour),
        "proposition": phrases.PROPOSITION,
        "expediteur": [*(nom(donnees) or (phrases_annexe.SANS_NOM,)), *adresse(donnees)],
        "destinataire": [*destinataire(questionnaire)],
        "objet": phrases.subject(questionnaire.intitule),
        "depuis": _since(envoye, sent) if found else phrases.MEMES,
        "avis": [*envoye.avis],
        "modifications": [*_by_bloc(questionnaire, suite, found)],
        "toujours": _always(suite) if found else [],
        "documents": phrases.DOCUMENTS,
        "habilitation": _habilitation(questionnaire, suite, asked, sent, jour),
        "reserves": [regle(one) for one in concerned(asked, donnees, suite.reserves)],
        "lectures": [reading(one) for one in suite.lectures],
        "a_signer": [*phrases_annexe.A_SIGNER],
    }


def _sent(questionnaire: Questionnaire, envoye: Envoye) -> date | None:
    day = valeurs.read(questionnaire, envoye.valeurs).champs.get(ENVOI)
    return day if isinstance(day, date) else None


def _since(envoye: Envoye, sent: date | None) -> str:
    saved = datetime.fromisoformat(envoye.exporte_le).date()
    return phrases.since_sent(sent) if sent else phrases.since_saved(saved)


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
                "elements": [_element([*some]) for _, some in groupby(own, attrgetter("rangee"))],
                "regles": [regle(one.clause) for one in suite.modifications if concerned_by.intersection(one.pieces)],
            }


def _element(some: list[Changement]) -> dict[str, Any]:
    """Return what changed in one row, or in fields of the form; of a row that went, nothing more is said."""
    first = some[0]
    lignes = [
        {"place": one.place, "libelle": one.libelle, "avant": one.avant, "apres": one.apres}
        for one in some
        if one.mouvement != "retire"
    ]
    titre = phrases.row(first.element, first.mouvement) if first.element else ""
    return {"place": first.rangee, "titre": titre, "mouvement": first.mouvement, "lignes": lignes}


def _always(suite: Suite) -> list[dict[str, Any]]:
    """Return what is said of any change, under its own line: without it, it would read as said of the last one."""
    regles = [regle(one.clause) for one in suite.modifications if not one.pieces]
    return [{"phrase": phrases.REGLES, "regles": regles}] if regles else []


def _home(questionnaire: Questionnaire, one: Changement) -> str | None:
    """Return the requirement under which a change is told: a whole row under the one that holds its list."""
    return places.owner(questionnaire, one.rangee.partition("/")[0] if one.mouvement else one.place)


def _habilitation(
    questionnaire: Questionnaire, suite: Suite, asked: Valeurs, sent: date | None, jour: date
) -> dict[str, Any]:
    """Return the days that are counted from the notification, and the rules that say so; no day where it is not known.

    `sent`: the day on which the first file was to leave.
    """
    regles = [regle(one.clause) for one in (suite.duree, suite.rappel) if one]
    notification = asked.champs.get(NOTIFICATION)
    if not isinstance(notification, date):
        return {"regles": regles, "phrases": [phrases.SANS_NOTIFICATION], "jours": []}
    days, told = {"notification": notification}, [phrases.notified(notification)]
    if notification > jour:
        told.append(phrases.A_VENIR)
    if sent and notification < sent:
        told.append(phrases.before_sending(sent))
    end = _day(suite.duree, notification, questionnaire)
    if suite.duree and end:
        days["fin"], told = end, [*told, phrases.ends(suite.duree, end, passee=end < jour)]
    recall = _day(suite.rappel, end, questionnaire)
    if suite.rappel and recall:
        days["rappel"], told = recall, [*told, phrases.recalled(suite.rappel, recall)]
    jours = [{"code": code, "jour": day.isoformat()} for code, day in days.items()]
    return {"regles": regles, "phrases": told, "jours": jours}


def _day(clause: ClauseDeDuree | None, start: date | None, questionnaire: Questionnaire) -> date | None:
    return delais.limit(clause, start, questionnaire.feries) if clause and start else None
