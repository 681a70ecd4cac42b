"""The answers as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from forms.auto_positionnement import phrases_conseiller, phrases_listes
from forms.auto_positionnement.evaluation import PAS_DE_PREMIER_TOUR
from forms.auto_positionnement.exemples_ecrits import examples
from forms.auto_positionnement.formulaire import Formulaire, Groupe
from forms.auto_positionnement.listes import PREMIER_TOUR, Listes, sort_out
from forms.auto_positionnement.reponses import Reponse, Reponses
from forms.socle import etat_certification, phrases_origine
from forms.socle.feuille import Feuille, to_csv
from forms.socle.vocabulaire import VOIES

HEADER = ("Code", "Groupe", "Énoncé", "Réponse", "Note", phrases_origine.COLUMN, "Liste")
LISTES = ("Liste", "Code", "Compétence", "Réponses", "Exemples")
NOTE = "À lire"


def _sorted(formulaire: Formulaire, reponses: Reponses, premier_tour: Mapping[str, str]) -> Listes:
    valeurs = {code: reponse.valeur for code, reponse in reponses.items()}
    return sort_out(formulaire, formulaire.groupes, valeurs, premier_tour)


def feuille(
    formulaire: Formulaire,
    reponses: Reponses,
    jour: str | None = None,
    premier_tour: Mapping[str, str] = PAS_DE_PREMIER_TOUR,
    voie: str = "",
) -> Feuille:
    """Return one line for each item, in reading order, with the list of its competence: where no item puts it there, why.

    The last columns say the route that the person wishes, if any, and the state of the certification on a day, AAAA-MM-JJ;
    on each line: lines are sorted and cut.
    """
    said = {phrases_conseiller.VOIE: VOIES[voie]} if voie in VOIES else {}
    said |= etat_certification.column(formulaire.etats, jour) if jour else {}
    libelles = {valeur.code: valeur.libelle for valeur in formulaire.echelle}
    listes = _sorted(formulaire, reponses, premier_tour)
    titres = {
        entree.code: phrases_listes.in_a_cell(titre, entree.dit if entree.precision == PREMIER_TOUR else "")
        for name, titre in phrases_listes.TITRES.items()
        for entree in getattr(listes, name)
    }
    lines = (
        (*line, *said.values()) for groupe in formulaire.groupes for line in _lines(groupe, reponses, libelles, titres)
    )
    return Feuille("Réponses", (*HEADER, *said), (*lines,))


def _of_lists(formulaire: Formulaire, reponses: Reponses, premier_tour: Mapping[str, str]) -> Feuille:
    """Return one line for each competence, list by list, with the answers in words and what the person wrote."""
    listes, written = _sorted(formulaire, reponses, premier_tour), examples(formulaire, reponses)
    lines = tuple(
        (titre, entree.code, entree.intitule, entree.dit, " ; ".join(written.get(entree.code, ())))
        for name, titre in phrases_listes.TITRES.items()
        for entree in getattr(listes, name)
    )
    return Feuille("Listes", LISTES, lines)


def feuilles(
    formulaire: Formulaire,
    reponses: Reponses,
    jour: str | None = None,
    premier_tour: Mapping[str, str] = PAS_DE_PREMIER_TOUR,
    voie: str = "",
) -> tuple[Feuille, ...]:
    """Return the sheets of a workbook: the answers, the lists, then a note that says whose the statements and answers are.

    A CSV is one table, which a note before or after would spoil: there, the origin of each statement has its column.
    """
    said = (Feuille(NOTE, (NOTE,), ((formulaire.mention,),)),) if formulaire.mention else ()
    return (
        feuille(formulaire, reponses, jour, premier_tour, voie),
        _of_lists(formulaire, reponses, premier_tour),
        *said,
    )


def write(
    formulaire: Formulaire,
    reponses: Reponses,
    jour: str | None = None,
    premier_tour: Mapping[str, str] = PAS_DE_PREMIER_TOUR,
    voie: str = "",
) -> str:
    """Return the same as CSV."""
    return to_csv(feuille(formulaire, reponses, jour, premier_tour, voie))


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
