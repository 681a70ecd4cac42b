"""A conflict of two copies in words: which question, and what each side answers, who wrote it and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from forms.livret import ecrits, phrases
from forms.livret.ecrits import Ecrit, Livret
from forms.livret.fusion import Conflit
from forms.phrases import typeset
from forms.questionnaire import en_mots, valeurs
from forms.questionnaire.en_mots import Noms
from forms.questionnaire.modele import Bloc, Champ, Liste, Questionnaire


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a conflict: the answer in words, and its signature."""

    reponse: str
    signature: str


@dataclass(frozen=True, slots=True)
class ConflitDit:
    """A conflict that a person can settle: `ou` says where in the form, `question` what was asked."""

    place: str
    ou: str
    question: str
    ici: Version
    autre: Version


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
    questionnaire: Questionnaire, ici: Livret, autre: Livret, conflits: Iterable[Conflit]
) -> Iterator[ConflitDit]:
    """Yield each conflict in words; a row is called as its own side calls it, or as the other does."""
    ours, theirs = _names(questionnaire, ici), _names(questionnaire, autre)
    names = {code: {**theirs.get(code, {}), **called} for code, called in ours.items()}
    places = _places(questionnaire)
    for conflit in conflits:
        where, champ = _question(places, names, conflit.place)
        sides = (_version(champ, ecrit, names) for ecrit in (conflit.ici, conflit.autre))
        yield ConflitDit(conflit.place, where, champ.libelle if champ else "", *sides)


def put_aside(questionnaire: Questionnaire, livret: Livret) -> Iterator[EcarteDit]:
    """Yield each answer put aside in words, in the order in which they were."""
    names, places = _names(questionnaire, livret), _places(questionnaire)
    for one in livret.ecartees:
        where, champ = _question(places, names, one.place)
        found = _version(champ, one.ecrit, names)
        question = champ.libelle if champ else ""
        yield EcarteDit(one.place, where, question, found.reponse, found.signature, one.raison)


def _question(places: Mapping[str, tuple[str, Champ | Liste]], names: Noms, place: str) -> tuple[str, Champ | None]:
    """Return where a place stands, in words, and its field; None where the form has none."""
    code, *inner = place.split("/")
    where, element = places.get(code, (place, None))
    if isinstance(element, Liste):
        if len(inner) < 2:  # noqa: PLR2004 — a row and a field
            return place, None
        champ = next((one for one in element.champs if one.code == inner[1]), None)
        where = names.get(code, {}).get(inner[0], element.libelle)
        return typeset(where[:1].upper() + where[1:]), champ
    return typeset(where), None if inner else element


def _names(questionnaire: Questionnaire, livret: Livret) -> Noms:
    """Return how a livret calls each of its rows."""
    return en_mots.names(valeurs.read(questionnaire, ecrits.raw(livret.ecrits)))


def _places(questionnaire: Questionnaire) -> Mapping[str, tuple[str, Champ | Liste]]:
    """Return each field or list by its code, with the heading that it stands under."""
    found: dict[str, tuple[str, Champ | Liste]] = {}
    for section in questionnaire.sections:
        for element in section.elements:
            if isinstance(element, Bloc):
                # Without a source the code is ours, and says nothing to a reader.
                title = f"{element.code} {element.intitule}" if element.source else element.intitule
                found |= {inner.code: (title, inner) for inner in element.elements}
            else:
                found[element.code] = section.intitule, element
    return found


def _version(champ: Champ | None, ecrit: Ecrit, names: Noms) -> Version:
    raw = list(ecrit.valeur) if isinstance(ecrit.valeur, tuple) else ecrit.valeur
    text = en_mots.answer(champ, raw, names).strip() if champ else str(raw)
    return Version(text, phrases.signature(ecrit))
