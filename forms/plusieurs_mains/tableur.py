"""What several hands wrote, as a table for a spreadsheet: one line an answer and each one kept beside, with who wrote it and when.

The digest of an agreement has the line of what the agreement is worth; one kept beside has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from forms.plusieurs_mains import accords, contenu, phrases
from forms.plusieurs_mains.contenu import Contenu
from forms.plusieurs_mains.ecrits import Copie
from forms.plusieurs_mains.mains import Mains
from forms.plusieurs_mains.places import Rows
from forms.questionnaire.modele import Bloc, Champ, Liste, Questionnaire
from forms.socle import etat_certification
from forms.socle.feuille import Case, Feuille, Total
from forms.socle.phrases import typeset

HEADER = ("Partie", "Élément", "Question", "Réponse", "Écrit par", "Gardée à côté")
# How many answers.
COUNTED: tuple[Total, ...] = ("", "", "", "nombre")
Line = tuple[str, str, Case, str, str]


# Bloc → what a line more says of it: a question, and its answer.
Mentions = Mapping[str, tuple[str, str]]


def feuille(
    mains: Mains,
    questionnaire: Questionnaire,
    copie: Copie,
    jour: str,
    mentions: Mentions = MappingProxyType({}),
) -> Feuille:
    """Return the answers to what they ask for, in reading order; the rows of a list in their own.

    A column says of what is kept beside why it is.  The last one says the state of the certification on a day, AAAA-MM-JJ.
    """
    said = etat_certification.column(questionnaire.etats, jour)
    worth = {one.ligne: phrases.AGREEMENTS[one.etat] for one in accords.read(mains, questionnaire, copie.ecrits)}
    asked, source = contenu.read(questionnaire, copie, worth)
    lines = (
        (section.intitule, *line, *said.values())
        for section in asked.sections
        for element in section.elements
        for line in _part(element, source, mentions)
    )
    lost = ((phrases.WITHOUT_PLACE, *line, *said.values()) for line in _lost(source))
    return Feuille(mains.titre, (*HEADER, *said), (*lines, *lost), COUNTED)


def _part(element: Champ | Liste | Bloc, source: Contenu, mentions: Mentions) -> Iterator[Line]:
    for one in element.elements if isinstance(element, Bloc) else (element,):
        yield from _element(one, source.places.get(one.code, {}), source)
    if isinstance(element, Bloc) and element.code in mentions:
        question, said = mentions[element.code]
        yield "", question, typeset(said), "", ""


def _element(element: Champ | Liste, written: Rows, source: Contenu) -> Iterator[Line]:
    champs = {"": element} if isinstance(element, Champ) else {champ.code: champ for champ in element.champs}
    for row, inside in written.items():
        name = source.noms.get(element.code, {}).get(row, "")
        if element.code == accords.LISTE and row in source.accords:
            yield from _agreement(champs[accords.EMPREINTE], name, row, source)
        for inner, place in inside.items():
            champ = champs.get(inner)
            if champ is not None and champ.nature != "empreinte":
                yield from _lines(champ, name, place, source)


def _agreement(champ: Champ, name: str, row: str, source: Contenu) -> Iterator[Line]:
    """Yield what an agreement is worth: its digest says nothing to who reads it."""
    signed = source.ecrits.get(f"{accords.LISTE}/{row}/{accords.EMPREINTE}")
    yield name, champ.libelle, typeset(source.accords[row]), phrases.signature(signed) if signed else "", ""


def _lines(champ: Champ, name: str, place: str, source: Contenu) -> Iterator[Line]:
    ecrit = source.ecrits.get(place)
    if ecrit:
        yield name, champ.libelle, source.case(champ, ecrit), phrases.signature(ecrit), ""
    for one in source.ecartes.get(place, ()):
        yield name, champ.libelle, source.case(champ, one.ecrit), phrases.signature(one.ecrit), source.reason(one)


def _lost(source: Contenu) -> Iterator[Line]:
    for one in source.perdus:
        yield "", one.question or one.place, one.reponse, one.signature, typeset(phrases.REASONS[one.raison])
