"""The livret as a table for a spreadsheet: one line for each answer, with who wrote it and when."""

from __future__ import annotations

from collections.abc import Iterator

from forms import etat_certification
from forms.feuille import Feuille
from forms.livret import ecrits, phrases
from forms.livret.ecrits import Ecrit, Livret
from forms.questionnaire import conditions, en_mots, valeurs
from forms.questionnaire.en_mots import Noms
from forms.questionnaire.modele import Bloc, Champ, Liste, Questionnaire

HEADER = ("Partie", "Élément", "Question", "Réponse", "Écrit par")


def feuille(questionnaire: Questionnaire, livret: Livret, jour: str) -> Feuille:
    """Return the answers to what they ask for, in reading order; the rows of a list in their own.

    A last column says the state of the certification on a day, AAAA-MM-JJ.
    """
    said = etat_certification.column(questionnaire.etats, jour)
    donnees = ecrits.raw(livret.ecrits)
    asked = conditions.asked(questionnaire, donnees)
    noms = en_mots.names(valeurs.read(asked, donnees))
    inside: dict[str, list[tuple[str, str, Ecrit]]] = {}
    for place, ecrit in livret.ecrits.items():
        code, _, inner = place.partition("/")
        row, _, champ = inner.partition("/")
        inside.setdefault(code, []).append((row, champ, ecrit))
    lines = (
        (section.intitule, *line, *said.values())
        for section in asked.sections
        for element in section.elements
        for one in (element.elements if isinstance(element, Bloc) else (element,))
        for line in _lines(one, inside.get(one.code, []), noms)
    )
    return Feuille("Livret", (*HEADER, *said), (*lines,))


def _lines(
    element: Champ | Liste, written: list[tuple[str, str, Ecrit]], noms: Noms
) -> Iterator[tuple[str, str, str, str]]:
    champs = {"": element} if isinstance(element, Champ) else {champ.code: champ for champ in element.champs}
    for row, inner, ecrit in written:
        champ = champs.get(inner)
        if champ is not None:
            raw = list(ecrit.valeur) if isinstance(ecrit.valeur, tuple) else ecrit.valeur
            answer = en_mots.answer(champ, raw, noms)
            yield noms.get(element.code, {}).get(row, ""), champ.libelle, answer, phrases.signature(ecrit)
