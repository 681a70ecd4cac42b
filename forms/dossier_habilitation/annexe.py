"""The commitments of an organisation, to sign on one page (annexe-engagements.schema.json), and the same as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from forms.dossier_habilitation import papiers, phrases_annexe, reponses
from forms.dossier_habilitation.enveloppe import adresse, nom
from forms.questionnaire import conditions, valeurs
from forms.questionnaire.modele import Clause, Questionnaire, Source
from forms.questionnaire.valeurs import Valeurs
from forms.socle import etat_certification
from forms.socle.phrases import typeset
from forms.socle.phrases_lectures import reading
from forms.socle.refus import Refus

FORMAT = "repere/annexe-engagements"
VERSION = 1
C = TypeVar("C", bound=Clause)


def annexe(questionnaire: Questionnaire, donnees: Mapping[str, Any], jour: date) -> dict[str, Any]:
    """Return the JSON of the annex for raw values, as on `jour`.  Raises Refus where the form has no commitment."""
    if questionnaire.annexe is None:
        raise Refus(phrases_annexe.none_for(questionnaire.intitule))
    return {
        **papiers.entete(questionnaire, FORMAT, VERSION, jour),
        "proposition": phrases_annexe.PROPOSITION,
        "organisme": [*_organisme(donnees)],
        "promesse": phrases_annexe.PROMESSE,
        "engagements": [
            {
                "code": one.code,
                "enonce": typeset(one.enonce),
                "clause": _where(one.source),
                "retrait": _where(one.retrait),
            }
            for one in concerned(valeurs.read(questionnaire, donnees), donnees, questionnaire.annexe.engagements)
        ],
        "reste": phrases_annexe.RESTE,
        "lectures": [reading(one) for one in questionnaire.annexe.lectures],
        "a_signer": [*phrases_annexe.A_SIGNER],
    }


def _organisme(donnees: Mapping[str, Any]) -> Iterator[str]:
    if not nom(donnees):
        yield phrases_annexe.SANS_NOM
    yield from (*nom(donnees), *adresse(donnees))


def texte(questionnaire: Questionnaire, donnees: Mapping[str, Any], jour: date) -> str:
    """Return the same as plain text, which ends with a line break.  Raises Refus where the form has no commitment."""
    return "\n".join([*_lines(questionnaire, annexe(questionnaire, donnees, jour), jour), ""])


def _where(source: Source) -> str:
    """Return the section to read first, without its page: a commitment and its two clauses hold on one line of paper."""
    return reponses.clause(replace(source, page=None, autres_endroits=()))


def concerned(found: Valeurs, donnees: Mapping[str, Any], clauses: Iterable[C]) -> Iterator[C]:
    """Yield the clauses that are about who gives these raw values; before one says what one offers, all that may be."""
    said = found.champs
    for one in clauses:
        if all(condition.champ not in said for condition in one.si) or conditions.holds(one.si, donnees):
            yield one


def _lines(questionnaire: Questionnaire, found: Mapping[str, Any], jour: date) -> Iterator[str]:
    yield phrases_annexe.TITRE
    yield typeset(found["intitule"])
    yield from etat_certification.lines(questionnaire.etats, jour.isoformat())
    yield from ("", found["proposition"], "")
    yield from found["organisme"]
    yield from ("", found["promesse"], "")
    for rang, one in enumerate(found["engagements"], 1):
        yield phrases_annexe.line(rang, one["enonce"], one["clause"], one["retrait"])
    yield from ("", found["reste"], *found["lectures"], found["preparation"], "")
    yield from (phrases_annexe.to_fill(libelle) for libelle in found["a_signer"])
