"""The answers as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from forms import etat_certification
from forms.feuille import Feuille, to_csv
from forms.formulaire import Formulaire, Groupe
from forms.reponses import Reponse, Reponses

HEADER = ("Code", "Groupe", "Énoncé", "Réponse", "Note")


def feuille(formulaire: Formulaire, reponses: Reponses, jour: str | None = None) -> Feuille:
    """Return one line for each item, in reading order.

    A last column says the state of the certification on a day, AAAA-MM-JJ, on each line: lines are sorted and cut.
    """
    said = etat_certification.column(formulaire.etats, jour) if jour else {}
    libelles = {valeur.code: valeur.libelle for valeur in formulaire.echelle}
    lines = ((*line, *said.values()) for groupe in formulaire.groupes for line in _lines(groupe, reponses, libelles))
    return Feuille("Réponses", (*HEADER, *said), (*lines,))


def write(formulaire: Formulaire, reponses: Reponses, jour: str | None = None) -> str:
    """Return the same as CSV."""
    return to_csv(feuille(formulaire, reponses, jour))


def _lines(groupe: Groupe, reponses: Reponses, libelles: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for item in groupe.items:
        reponse = reponses.get(item.code, Reponse())
        yield item.code, groupe.intitule, item.enonce, libelles.get(reponse.valeur or "", ""), reponse.note
    for below in groupe.groupes:
        yield from _lines(below, reponses, libelles)
