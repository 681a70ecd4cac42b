"""The file of a livret de repérage (export-livret-de-reperage.schema.json), opened for its form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from forms.livret_de_reperage import phrases
from forms.livret_de_reperage.genre import GENRE
from forms.plusieurs_mains import accords, anciens, conflits, ecrits
from forms.plusieurs_mains.ecrits import PROPOSEE, SANS_PLACE, Ecarte, Ecrit, Livret
from forms.questionnaire import conditions, natures
from forms.questionnaire.modele import Champ, Liste, Questionnaire
from forms.socle import refus
from forms.socle.fichier import parse
from forms.socle.phrases import apart, outdated


@dataclass(frozen=True, slots=True)
class Ouverture:
    """An opened file: its name, what it holds, when it was saved, and sentences on what differs."""

    nom: str
    livret: Livret
    exporte_le: str
    version_referentiel: str
    avis: tuple[str, ...]


def open_file(text: str, questionnaire: Questionnaire) -> Ouverture:
    """Open the text of a file for this form.

    Raises Refus as `forms.socle.fichier.parse` does, and where the file is about another certification.
    """
    donnees = parse(text, GENRE)
    if donnees["certification"] != questionnaire.certification:
        ici = refus.Designation(questionnaire.certification, questionnaire.intitule)
        raise refus.other_certification(refus.Designation(donnees["certification"]), ici, GENRE)
    livret = place(ecrits.from_json(donnees), questionnaire)
    version = donnees["version_referentiel"]
    return Ouverture(
        nom=donnees.get("nom", ""),
        livret=livret,
        exporte_le=donnees["exporte_le"],
        version_referentiel=version,
        avis=tuple(_avis(version, questionnaire, livret)),
    )


def place(livret: Livret, questionnaire: Questionnaire) -> Livret:
    """Return the livret with what the form has no place for put aside, and what has one again put back.

    Nothing is put back over an answer; a writing that a merge left aside stays there, as do answers to one question
    that differ from one another.
    """
    livret = anciens.gathered(livret, questionnaire)
    known = {element.code: element for element in questionnaire.racines()}
    kept: dict[str, Ecrit] = {}
    aside = [one for one in livret.ecartees if one.raison != SANS_PLACE]
    before = [(one.place, one.ecrit) for one in livret.ecartees if one.raison == SANS_PLACE]
    today = anciens.today(questionnaire)
    # What takes no writing any more.  Kept as it grows: made again at each writing, it would cost as many as there are.
    closed = {champ.code for champ in {*today.values()} if anciens.disputed(livret, champ)}
    for where, ecrit in (*livret.ecrits.items(), *before):
        code = today[where].code if where in today else where
        shown, left = (None, ecrit) if code in closed else _part(_champ(known, code), ecrit)
        if shown:
            kept[code] = shown
            closed.add(code)
        if left:
            aside.append(Ecarte(where, left, SANS_PLACE))
    return Livret(kept, ecrits.union(aside, ()))


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


def _is_proposed(one: Ecarte, livret: Livret) -> bool:
    stands = livret.ecrits.get(one.place)
    return one.raison == PROPOSEE and (stands is None or not ecrits.same(stands, one.ecrit))


def _avis(theirs: str, questionnaire: Questionnaire, livret: Livret) -> Iterator[str]:
    yield from outdated(theirs, questionnaire.version_referentiel)
    # What awaits a choice has its place: which one to write is asked where its question is, and nothing is said to have none.
    asked = conditions.asked(questionnaire, ecrits.raw(livret.ecrits))
    yield from (alerte.phrase for alerte in anciens.alertes(asked, livret))
    # Those of a question that the answers hide are asked about by nothing: they are said to be kept aside.
    awaiting = anciens.awaiting(asked, livret)
    aside = [one for one in livret.ecartees if one.raison == SANS_PLACE and one.place not in awaiting]
    if aside:
        told = conflits.put_aside(questionnaire, replace(livret, ecartees=tuple(aside)))
        yield apart("le livret", [f"« {one.question} » ({one.ou})" if one.question else one.place for one in told])
    yield from phrases.agreements([one.etat for one in accords.read(questionnaire, livret.ecrits)])
    yield from phrases.proposals(sum(1 for one in livret.ecartees if _is_proposed(one, livret)))
    yield from phrases.changes([*conflits.changed(questionnaire, livret)])
