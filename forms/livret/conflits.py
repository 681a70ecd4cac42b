"""A conflict of two copies in words: which question, and what each side answers, who wrote it and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from forms.livret import ecrits, phrases
from forms.livret.ecrits import Ecrit, Livret
from forms.livret.fusion import Conflit
from forms.phrases import typeset
from forms.questionnaire import en_mots, valeurs
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


def described(
    questionnaire: Questionnaire, ici: Livret, autre: Livret, conflits: Iterable[Conflit]
) -> Iterator[ConflitDit]:
    """Yield each conflict in words; a row is called as its own side calls it, or as the other does."""
    names = {**_names(questionnaire, autre), **_names(questionnaire, ici)}
    places = {code: (where, element) for code, where, element in _places(questionnaire)}
    for conflit in conflits:
        code, *inner = conflit.place.split("/")
        where, element = places[code]
        if isinstance(element, Liste):
            where = names.get(inner[0], element.libelle)
            champ = next(one for one in element.champs if one.code == inner[1])
        else:
            champ = element
        sides = (_version(champ, ecrit, names) for ecrit in (conflit.ici, conflit.autre))
        yield ConflitDit(conflit.place, typeset(where[:1].upper() + where[1:]), typeset(champ.libelle), *sides)


def _names(questionnaire: Questionnaire, livret: Livret) -> Mapping[str, str]:
    """Return how a livret calls each of its rows."""
    found = valeurs.read(questionnaire, ecrits.raw(livret.ecrits))
    return {ligne.id: ligne.nom for rows in found.listes.values() for ligne in rows}


def _places(questionnaire: Questionnaire) -> Iterator[tuple[str, str, Champ | Liste]]:
    for section in questionnaire.sections:
        for element in section.elements:
            if isinstance(element, Bloc):
                # Without a source the code is ours, and says nothing to a reader.
                title = f"{element.code} {element.intitule}" if element.source else element.intitule
                yield from ((inner.code, title, inner) for inner in element.elements)
            else:
                yield element.code, section.intitule, element


def _version(champ: Champ, ecrit: Ecrit, names: Mapping[str, str]) -> Version:
    raw = list(ecrit.valeur) if isinstance(ecrit.valeur, tuple) else ecrit.valeur
    return Version(en_mots.answer(champ, raw, names).strip(), phrases.signature(ecrit))
