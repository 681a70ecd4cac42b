"""The livret as a table for a spreadsheet: one line for each answer and each one kept beside, with who wrote it and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from forms import etat_certification
from forms.feuille import Feuille
from forms.livret import accords, ecrits, phrases, places
from forms.livret.ecrits import Ecarte, Ecrit, Livret
from forms.phrases import typeset
from forms.questionnaire import conditions, en_mots, valeurs
from forms.questionnaire.en_mots import Noms
from forms.questionnaire.modele import Bloc, Champ, Liste, Questionnaire

HEADER = ("Partie", "Élément", "Question", "Réponse", "Écrit par", "Gardée à côté")
Line = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class _Source:
    """What the lines are made from: writings, those kept beside by place, names of rows, what agreements are worth by row."""

    livret: Livret
    beside: Mapping[str, list[Ecarte]]
    noms: Noms
    accords: Mapping[str, str]


def feuille(questionnaire: Questionnaire, livret: Livret, jour: str) -> Feuille:
    """Return the answers to what they ask for, in reading order; the rows of a list in their own.

    A column says of what is kept beside why it is.  The last one says the state of the certification on a day, AAAA-MM-JJ.
    """
    said = etat_certification.column(questionnaire.etats, jour)
    donnees = ecrits.raw(livret.ecrits)
    asked = conditions.asked(questionnaire, donnees)
    worth = {one.ligne: phrases.AGREEMENTS[one.etat] for one in accords.read(questionnaire, livret.ecrits)}
    source = _Source(livret, places.beside(livret), en_mots.names(valeurs.read(asked, donnees)), worth)
    inside = places.by_element(livret)
    lines = (
        (section.intitule, *line, *said.values())
        for section in asked.sections
        for element in section.elements
        for one in (element.elements if isinstance(element, Bloc) else (element,))
        for line in _element(one, inside.get(one.code, {}), source)
    )
    return Feuille("Livret", (*HEADER, *said), (*lines,))


def _element(element: Champ | Liste, written: places.Rows, source: _Source) -> Iterator[Line]:
    champs = {"": element} if isinstance(element, Champ) else {champ.code: champ for champ in element.champs}
    for row, inside in written.items():
        name = source.noms.get(element.code, {}).get(row, "")
        if element.code == accords.LISTE and row in source.accords:
            yield from _agreement(champs[accords.EMPREINTE], name, row, source)
        for inner, place in inside.items():
            champ = champs.get(inner)
            if champ is not None and champ.nature != "empreinte":
                yield from _lines(champ, name, place, source)


def _agreement(champ: Champ, name: str, row: str, source: _Source) -> Iterator[Line]:
    """Yield what an agreement is worth: its digest says nothing to who reads it."""
    signed = source.livret.ecrits.get(f"{accords.LISTE}/{row}/{accords.EMPREINTE}")
    yield name, champ.libelle, typeset(source.accords[row]), phrases.signature(signed) if signed else "", ""


def _lines(champ: Champ, name: str, place: str, source: _Source) -> Iterator[Line]:
    ecrit = source.livret.ecrits.get(place)
    if ecrit:
        yield name, champ.libelle, _words(champ, ecrit, source), phrases.signature(ecrit), ""
    for one in source.beside.get(place, ()):
        reason = typeset(phrases.REASONS[one.raison])
        yield name, champ.libelle, _words(champ, one.ecrit, source), phrases.signature(one.ecrit), reason


def _words(champ: Champ, ecrit: Ecrit, source: _Source) -> str:
    return en_mots.answer(champ, list(v) if isinstance(v := ecrit.valeur, tuple) else v, source.noms)
