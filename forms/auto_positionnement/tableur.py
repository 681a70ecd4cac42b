"""The answers as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from forms.auto_positionnement import phrases_listes
from forms.auto_positionnement.exemples_ecrits import examples
from forms.auto_positionnement.formulaire import Formulaire, Groupe
from forms.auto_positionnement.listes import PREMIER_TOUR, Listes, sort_out
from forms.auto_positionnement.reponses import Reponse, Reponses
from forms.auto_positionnement.requete import Requete
from forms.socle import etat_certification, phrases_origine, voies
from forms.socle.feuille import Feuille, Total, to_csv

HEADER = ("Code", "Groupe", "Énoncé", "Réponse", "Note", phrases_origine.COLUMN, "Liste")
LISTES = ("Liste", "Code", "Compétence", "Réponses", "Exemples")
NOTE = "À lire"
# How many statements, how many answered; how many competences.
COUNTED: tuple[Total, ...] = ("nombre", "", "", "nombre")
COUNTED_LISTS: tuple[Total, ...] = ("", "nombre")


def _sorted(formulaire: Formulaire, requete: Requete) -> Listes:
    valeurs = {code: reponse.valeur for code, reponse in requete.reponses.items()}
    return sort_out(formulaire, formulaire.groupes, valeurs, requete.premier_tour)


def feuille(formulaire: Formulaire, requete: Requete) -> Feuille:
    """Return one line for each item, in reading order, with the list of its competence: where no item puts it there, why.

    The last columns say the route that the person wishes, if any, and the state of the certification on the day, on
    each line: lines are sorted and cut.
    """
    said = voies.column(requete.voie) | etat_certification.column(formulaire.etats, requete.jour)
    libelles = {valeur.code: valeur.libelle for valeur in formulaire.echelle}
    listes = _sorted(formulaire, requete)
    titres = {
        entree.code: phrases_listes.in_a_cell(titre, entree.dit if entree.precision == PREMIER_TOUR else "")
        for name, titre in phrases_listes.TITRES.items()
        for entree in getattr(listes, name)
    }
    lines = (
        (*line, *said.values())
        for groupe in formulaire.groupes
        for line in _lines(groupe, requete.reponses, libelles, titres)
    )
    return Feuille("Réponses", (*HEADER, *said), (*lines,), COUNTED)


def _of_lists(formulaire: Formulaire, requete: Requete) -> Feuille:
    """Return one line for each competence, list by list, with the answers in words and what the person wrote."""
    listes, written = _sorted(formulaire, requete), examples(formulaire, requete.reponses)
    lines = tuple(
        (titre, entree.code, entree.intitule, entree.dit, " ; ".join(written.get(entree.code, ())))
        for name, titre in phrases_listes.TITRES.items()
        for entree in getattr(listes, name)
    )
    return Feuille("Listes", LISTES, lines, COUNTED_LISTS)


def feuilles(formulaire: Formulaire, requete: Requete) -> tuple[Feuille, ...]:
    """Return the sheets of a workbook: the answers, the lists, then a note that says whose the statements and answers are.

    A CSV is one table, which a note before or after would spoil: there, the origin of each statement has its column.
    """
    said = (Feuille(NOTE, (NOTE,), ((formulaire.mention,),)),) if formulaire.mention else ()
    return (feuille(formulaire, requete), _of_lists(formulaire, requete), *said)


def write(formulaire: Formulaire, requete: Requete) -> str:
    """Return the same as CSV."""
    return to_csv(feuille(formulaire, requete))


def _lines(
    groupe: Groupe, reponses: Reponses, libelles: Mapping[str, str], titres: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    for item in groupe.items:
        reponse = reponses.get(item.code, Reponse())
        said = libelles.get(reponse.valeur or "", "")
        yield (
            *(item.code, groupe.intitule, item.enonce, said, reponse.note),
            *(phrases_origine.ORIGINES[item.origine], titres[groupe.code]),
        )
    for below in groupe.groupes:
        yield from _lines(below, reponses, libelles, titres)
