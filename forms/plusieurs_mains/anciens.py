"""A question that was asked under several codes is one field: its old answers come to it, or are all kept and asked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from forms.plusieurs_mains import paroles, phrases
from forms.plusieurs_mains.alertes import Alerte
from forms.plusieurs_mains.ecrits import SANS_PLACE, Copie, Ecarte, Ecrit
from forms.questionnaire import en_mots, natures
from forms.questionnaire.modele import Champ, Questionnaire
from forms.socle.ecriture import composed


def champs(questionnaire: Questionnaire) -> Iterator[Champ]:
    """Yield the fields that had other codes."""
    for element in questionnaire.racines():
        if isinstance(element, Champ) and element.anciens:
            yield element


def today(questionnaire: Questionnaire) -> Mapping[str, Champ]:
    """Return each field that had other codes, by its code and by each of those."""
    return {code: champ for champ in champs(questionnaire) for code in (champ.code, *champ.anciens)}


def awaiting(questionnaire: Questionnaire, copie: Copie) -> frozenset[str]:
    """Return the codes, of today and former, under which answers are kept between which none was chosen."""
    found = (champ for champ in champs(questionnaire) if disputed(copie, champ))
    return frozenset(code for champ in found for code in (champ.code, *champ.anciens))


def gathered(copie: Copie, questionnaire: Questionnaire) -> Copie:
    """Return the copy with the answers to an old code at the code of today.

    Where answers to one question differ, none is chosen: all of them are put aside, each under the code that it had.
    """
    ecrits, aside = dict(copie.ecrits), [*copie.ecartees]
    for champ in champs(questionnaire):
        codes = (champ.code, *champ.anciens)
        here = [(code, ecrits[code]) for code in codes if code in ecrits]
        if [code for code, _ in here] in ([], [champ.code]):
            continue
        for code, _ in here:
            del ecrits[code]
        if len({_said(champ, ecrit) for _, ecrit in here}) == 1:
            ecrits[champ.code] = paroles.of_equals(champ.voix or None, (ecrit for _, ecrit in here))
        else:
            aside += [Ecarte(code, ecrit, SANS_PLACE) for code, ecrit in here]
    return Copie(ecrits, tuple(dict.fromkeys(aside)))


def disputed(copie: Copie, champ: Champ) -> list[Ecrit]:
    """Return the different answers that a field is waiting between; none once it has its own."""
    codes = {champ.code, *champ.anciens}
    aside = [one.ecrit for one in copie.ecartees if one.raison == SANS_PLACE and one.place in codes]
    found = {_said(champ, ecrit): ecrit for ecrit in reversed(aside)}
    return [*reversed(found.values())] if champ.code not in copie.ecrits and len(found) > 1 else []


def alertes(questionnaire: Questionnaire, copie: Copie) -> Iterator[Alerte]:
    """Yield a question for each field whose old answers differ, until it is answered."""
    for champ in champs(questionnaire):
        found = disputed(copie, champ)
        if found:
            yield Alerte(champ.code, "alerte", question(champ, found))


def question(champ: Champ, found: list[Ecrit]) -> str:
    """Return the sentence that asks which of the answers kept for a field is right."""
    return phrases.two_answers(champ.libelle, [en_mots.answer(champ, ecrit.valeur, {}) for ecrit in found])


def _said(champ: Champ, ecrit: Ecrit) -> object:
    """Return what an answer says: two ways of writing one day are the same."""
    try:
        return natures.read(champ, ecrit.valeur)
    except natures.NotUnderstood:
        return repr(composed(ecrit.valeur))
