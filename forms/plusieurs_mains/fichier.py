"""The file of a form that several hands write, opened for its form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from forms.plusieurs_mains import accords, anciens, conflits, ecrits, phrases
from forms.plusieurs_mains.ecrits import PROPOSEE, SANS_PLACE, Copie, Ecarte, Ecrit
from forms.plusieurs_mains.mains import Mains
from forms.questionnaire import conditions, natures
from forms.questionnaire.modele import Champ, Liste, Questionnaire
from forms.socle import refus
from forms.socle.fichier import parse
from forms.socle.phrases import apart, outdated


@dataclass(frozen=True, slots=True)
class Ouverture:
    """An opened file: its name, what it holds, when it was saved, and sentences on what differs."""

    nom: str
    copie: Copie
    exporte_le: str
    version_referentiel: str
    avis: tuple[str, ...]


def open_file(text: str, questionnaire: Questionnaire, mains: Mains) -> Ouverture:
    """Open the text of a file for this form.

    Raises Refus as `forms.socle.fichier.parse` does, and where the file is about another certification.
    """
    donnees = parse(text, mains.genre)
    if donnees["certification"] != questionnaire.certification:
        ici = refus.Designation(questionnaire.certification, questionnaire.intitule)
        raise refus.other_certification(refus.Designation(donnees["certification"]), ici, mains.genre)
    copie = place(ecrits.from_json(donnees), questionnaire)
    version = donnees["version_referentiel"]
    return Ouverture(
        nom=donnees.get("nom", ""),
        copie=copie,
        exporte_le=donnees["exporte_le"],
        version_referentiel=version,
        avis=tuple(_avis(version, questionnaire, copie, mains)),
    )


def place(copie: Copie, questionnaire: Questionnaire) -> Copie:
    """Return the copy with what the form has no place for put aside, and what has one again put back.

    Nothing is put back over an answer; a writing that a merge left aside stays there, as do answers to one question
    that differ from one another.
    """
    copie = anciens.gathered(copie, questionnaire)
    known = {element.code: element for element in questionnaire.racines()}
    kept: dict[str, Ecrit] = {}
    aside = [one for one in copie.ecartees if one.raison != SANS_PLACE]
    before = [(one.place, one.ecrit) for one in copie.ecartees if one.raison == SANS_PLACE]
    today = anciens.today(questionnaire)
    # What takes no writing any more.  Kept as it grows: made again at each writing, it would cost as many as there are.
    closed = {champ.code for champ in {*today.values()} if anciens.disputed(copie, champ)}
    for where, ecrit in (*copie.ecrits.items(), *before):
        code = today[where].code if where in today else where
        shown, left = (None, ecrit) if code in closed else _part(_champ(known, code), ecrit)
        if shown:
            kept[code] = shown
            closed.add(code)
        if left:
            aside.append(Ecarte(where, left, SANS_PLACE))
    return Copie(kept, ecrits.union(aside, ()))


def _champ(known: dict[str, Champ | Liste], where: str) -> Champ | None:
    code, *inner = where.split("/")
    element = known.get(code)
    if isinstance(element, Champ):
        return None if inner else element
    if element is None or not inner:
        return None
    return next((champ for champ in element.champs if champ.code == inner[1]), None)


def _part(champ: Champ | None, ecrit: Ecrit) -> tuple[Ecrit | None, Ecrit | None]:
    """Return what of a writing the form can show, and what it cannot."""
    if champ is None:
        return None, ecrit
    shown, left = (
        None if part in (None, ()) else replace(ecrit, valeur=part) for part in natures.part(champ, ecrit.valeur)
    )
    return shown, left


def _is_proposed(one: Ecarte, copie: Copie) -> bool:
    stands = copie.ecrits.get(one.place)
    return one.raison == PROPOSEE and (stands is None or not ecrits.same(stands, one.ecrit))


def _avis(theirs: str, questionnaire: Questionnaire, copie: Copie, mains: Mains) -> Iterator[str]:
    yield from outdated(theirs, questionnaire.version_referentiel)
    # What awaits a choice has its place: which one to write is asked where its question is, and nothing is said to have none.
    asked = conditions.asked(questionnaire, ecrits.raw(copie.ecrits))
    yield from (alerte.phrase for alerte in anciens.alertes(asked, copie))
    # Those of a question that the answers hide are asked about by nothing: they are said to be kept aside.
    awaiting = anciens.awaiting(asked, copie)
    aside = [one for one in copie.ecartees if one.raison == SANS_PLACE and one.place not in awaiting]
    if aside:
        told = conflits.put_aside(questionnaire, replace(copie, ecartees=tuple(aside)))
        yield apart("le formulaire", [f"« {one.question} » ({one.ou})" if one.question else one.place for one in told])
    yield from phrases.agreements([one.etat for one in accords.read(mains, questionnaire, copie.ecrits)])
    yield from phrases.proposals(sum(1 for one in copie.ecartees if _is_proposed(one, copie)))
    yield from phrases.changes([*conflits.changed(questionnaire, copie)])
