"""The answers as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from forms.auto_positionnement.formulaire import Formulaire, Groupe
from forms.auto_positionnement.reponses import Reponse, Reponses
from forms.socle import etat_certification, phrases_origine
from forms.socle.feuille import Feuille, to_csv

HEADER = ("Code", "Groupe", "Énoncé", "Réponse", "Note", phrases_origine.COLUMN)
NOTE = "À lire"


def feuille(formulaire: Formulaire, reponses: Reponses, jour: str | None = None) -> Feuille:
    """Return one line for each item, in reading order.

    A last column says the state of the certification on a day, AAAA-MM-JJ, on each line: lines are sorted and cut.
    """
    said = etat_certification.column(formulaire.etats, jour) if jour else {}
    libelles = {valeur.code: valeur.libelle for valeur in formulaire.echelle}
    lines = ((*line, *said.values()) for groupe in formulaire.groupes for line in _lines(groupe, reponses, libelles))
    return Feuille("Réponses", (*HEADER, *said), (*lines,))


def feuilles(formulaire: Formulaire, reponses: Reponses, jour: str | None = None) -> tuple[Feuille, ...]:
    """Return the sheets of a workbook: the answers, then a note that says whose the statements and the answers are.

    A CSV is one table, which a note before or after would spoil: there, the origin of each statement has its column.
    """
    said = (Feuille(NOTE, (NOTE,), ((formulaire.mention,),)),) if formulaire.mention else ()
    return (feuille(formulaire, reponses, jour), *said)


def write(formulaire: Formulaire, reponses: Reponses, jour: str | None = None) -> str:
    """Return the same as CSV."""
    return to_csv(feuille(formulaire, reponses, jour))


def _lines(groupe: Groupe, reponses: Reponses, libelles: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for item in groupe.items:
        reponse = reponses.get(item.code, Reponse())
        said = libelles.get(reponse.valeur or "", "")
        yield (
            *(item.code, groupe.intitule, item.enonce, said, reponse.note),
            phrases_origine.ORIGINES[item.origine],
        )
    for below in groupe.groupes:
        yield from _lines(below, reponses, libelles)
