"""What two copies, or two hands, wrote at one place, in words: which question, each answer, who wrote it and when."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from forms.plusieurs_mains import anciens, ecrits, paroles, phrases
from forms.plusieurs_mains.ecrits import SANS_PLACE, Copie, Ecarte, Ecrit
from forms.plusieurs_mains.fusion import Conflit, Divergence
from forms.questionnaire import en_mots, valeurs
from forms.questionnaire.en_mots import Noms
from forms.questionnaire.modele import Bloc, Champ, Liste, Questionnaire, Section
from forms.socle.majuscules import capitalized
from forms.socle.phrases import typeset


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a conflict: the answer in words, and its signature."""

    reponse: str
    signature: str


@dataclass(frozen=True, slots=True)
class ConflitDit:
    """A conflict that a person can settle: `ou` says where in the form, `question` what was asked.

    `section` and `partie` name the part of the form that one can take whole from one side; `parole` says whose word it
    is where another hand wrote in its place.
    """

    place: str
    section: str
    partie: str
    ou: str
    question: str
    ici: Version
    autre: Version
    parole: str


@dataclass(frozen=True, slots=True)
class DivergenceDite:
    """A difference that asks for no choice: what stays, what the other side has, and why nobody is asked."""

    place: str
    ou: str
    question: str
    nature: str
    cote: str
    garde: Version
    autre: Version | None
    phrase: str


@dataclass(frozen=True, slots=True)
class Parole:
    """A voice's word that is no longer in its place: the former words, those that stand there if any, and a sentence."""

    place: str
    ou: str
    question: str
    avant: Version
    maintenant: Version | None
    phrase: str


@dataclass(frozen=True, slots=True)
class EcarteDit:
    """An answer that was put aside, in words; without a place in the form, `ou` is the place itself."""

    place: str
    ou: str
    question: str
    reponse: str
    signature: str
    raison: str


def described(
    questionnaire: Questionnaire, ici: Copie, autre: Copie, conflits: Iterable[Conflit]
) -> Iterator[ConflitDit]:
    """Yield each conflict in words."""
    names, places, parts = _both_names(questionnaire, ici, autre), _places(questionnaire), sections(questionnaire)
    for conflit in conflits:
        where, champ = _question(places, names, conflit.place)
        ours, other = _version(champ, conflit.ici, names), _version(champ, conflit.autre, names)
        section = parts.get(conflit.place.partition("/")[0])
        voix = champ.voix if champ else ""
        foreign = voix and any(paroles.foreign(voix, ecrit) for ecrit in (conflit.ici, conflit.autre))
        yield ConflitDit(
            conflit.place,
            section.code if section else "",
            typeset(section.intitule) if section else "",
            where,
            champ.libelle if champ else "",
            ours,
            other,
            phrases.VOICES[voix] if foreign else "",
        )


def differences(
    questionnaire: Questionnaire, ici: Copie, autre: Copie, divergences: Iterable[Divergence]
) -> Iterator[DivergenceDite]:
    """Yield in words what differs between two copies without being a conflict."""
    names, places = _both_names(questionnaire, ici, autre), _places(questionnaire)
    for one in divergences:
        where, champ = _question(places, names, one.place)
        kept, left = _version(champ, one.ecrit, names), _version(champ, one.autre, names) if one.autre else None
        yield DivergenceDite(
            one.place,
            where,
            champ.libelle if champ else "",
            one.nature,
            one.cote,
            kept,
            left,
            phrases.DIVERGENCES[one.nature],
        )


def changed(questionnaire: Questionnaire, copie: Copie) -> Iterator[Parole]:
    """Yield each word of a voice that is no longer in its place, what stands there, and the former words."""
    found = [*paroles.changed(questionnaire, copie)]
    if not found:
        return
    names, places = _names(questionnaire, copie), _places(questionnaire)
    for one in found:
        where, champ = _question(places, names, one.place)
        question = champ.libelle if champ else ""
        avant = _version(champ, one.avant, names)
        now = _version(champ, one.ecrit, names) if one.ecrit else None
        signature = now.signature if now else None
        phrase = phrases.CHANGED[one.raison](where, question, avant.signature, signature)
        yield Parole(one.place, where, question, avant, now, phrase)


def sections(questionnaire: Questionnaire) -> Mapping[str, Section]:
    """Return the section of each field or list by its code."""
    return {
        inner.code: section
        for section in questionnaire.sections
        for element in section.elements
        for inner in (element.elements if isinstance(element, Bloc) else (element,))
    }


def put_aside(questionnaire: Questionnaire, copie: Copie) -> Iterator[EcarteDit]:
    """Yield each answer put aside in words, in the order in which they were."""
    names, places = _names(questionnaire, copie), _places(questionnaire)
    awaiting = anciens.awaiting(questionnaire, copie)
    for one in copie.ecartees:
        where, champ = _question(places, names, one.place)
        found = _version(champ, one.ecrit, names)
        question = champ.libelle if champ else ""
        yield EcarteDit(one.place, where, question, found.reponse, found.signature, reason(one, awaiting))


def reason(one: Ecarte, awaiting: Container[str]) -> str:
    """Return the code of the sentence that says why a writing is kept beside; `awaiting`: places where none was chosen."""
    return phrases.AWAITING if one.raison == SANS_PLACE and one.place in awaiting else one.raison


def _question(places: Mapping[str, tuple[str, Champ | Liste]], names: Noms, place: str) -> tuple[str, Champ | None]:
    """Return where a place stands, in words, and its field; None where the form has none."""
    code, *inner = place.split("/")
    where, element = places.get(code, (place, None))
    if isinstance(element, Liste):
        if len(inner) < 2:  # noqa: PLR2004 — a row and a field
            return place, None
        champ = next((one for one in element.champs if one.code == inner[1]), None)
        where = names.get(code, {}).get(inner[0], element.libelle)
        return typeset(capitalized(where)), champ
    return typeset(where), None if inner else element


def _both_names(questionnaire: Questionnaire, ici: Copie, autre: Copie) -> Noms:
    """Return what to call each row of two copies; a row is called as its own side calls it, or as the other does."""
    ours, theirs = _names(questionnaire, ici), _names(questionnaire, autre)
    return {code: {**theirs.get(code, {}), **called} for code, called in ours.items()}


def _names(questionnaire: Questionnaire, copie: Copie) -> Noms:
    """Return how a copy calls each of its rows."""
    return en_mots.names(valeurs.read(questionnaire, ecrits.raw(copie.ecrits)))


def _places(questionnaire: Questionnaire) -> Mapping[str, tuple[str, Champ | Liste]]:
    """Return each field or list by its code, with the heading that it stands under."""
    found: dict[str, tuple[str, Champ | Liste]] = {}
    for section in questionnaire.sections:
        for element in section.elements:
            if isinstance(element, Bloc):
                found |= {inner.code: (element.titre, inner) for inner in element.elements}
            else:
                found[element.code] = section.intitule, element
    # An answer under a code of before is to the question of today.
    former = {old: found[champ.code] for old, champ in anciens.today(questionnaire).items()}
    return found | former


def _version(champ: Champ | None, ecrit: Ecrit, names: Noms) -> Version:
    if champ and champ.nature == "empreinte":
        return Version(phrases.EMPREINTE, phrases.signature(ecrit))
    text = en_mots.answer(champ, ecrit.raw, names).strip() if champ else en_mots.bare(ecrit.raw)
    return Version(text, phrases.signature(ecrit))
