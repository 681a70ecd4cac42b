"""Answers → three lists in the person's words: what they can do, what is left to confirm, what is left to learn.

A competence is in one list, or has no answer.  Its statements decide where all of them are answered; else the first pass,
where nothing that was answered since says otherwise.  What is asked for is read from the `effet` of the answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from forms.auto_positionnement import phrases_listes
from forms.auto_positionnement.formulaire import Formulaire, Groupe, Valeur
from forms.auto_positionnement.suites import Sens

SAIS_FAIRE, A_CONFIRMER, A_APPRENDRE, SANS_REPONSE = "sais_faire", "a_confirmer", "a_apprendre", "sans_reponse"
DETAILS, PREMIER_TOUR = "details", "premier_tour"


@dataclass(frozen=True, slots=True)
class Entree:
    """A competence in a list.  `precision`: what put it there, its statements or the first pass; empty without an answer.

    `dit`: the answers, in their words.  `enonces`: the statements that it rests on, or that are left; none where it is all
    of them.  `acquis`: the share of it that the person can do, in percent.  `decide`: something of it is settled, one way
    or the other; « I do not know » and half an answer settle nothing.
    """

    code: str
    intitule: str
    precision: str
    dit: str
    enonces: tuple[str, ...]
    acquis: int
    decide: bool


@dataclass(frozen=True, slots=True)
class Listes:
    """Every competence of a form, in reading order within its list."""

    sais_faire: tuple[Entree, ...] = ()
    a_confirmer: tuple[Entree, ...] = ()
    a_apprendre: tuple[Entree, ...] = ()
    sans_reponse: tuple[Entree, ...] = ()

    def every(self) -> tuple[Entree, ...]:
        """Return the competences of which something was said."""
        return (*self.sais_faire, *self.a_confirmer, *self.a_apprendre)


def sort_out(
    formulaire: Formulaire,
    groupes: Sequence[Groupe],
    valeurs: Mapping[str, str | None],
    premier_tour: Mapping[str, str],
) -> Listes:
    """Put each competence of some groups of a form in its list, from the value of each statement and of the first pass."""
    juge = Juge(formulaire)
    found: dict[str, list[Entree]] = {SAIS_FAIRE: [], A_CONFIRMER: [], A_APPRENDRE: [], SANS_REPONSE: []}
    for groupe in (competence for above in groupes for competence in above.competences()):
        liste, entree = juge.place(groupe, valeurs, premier_tour)
        found[liste].append(entree)
    return Listes(**{name: tuple(entries) for name, entries in found.items()})


class Juge:
    """Says of each competence of a form where it stands: lists, passerelles and livret ask it, and nothing else decides."""

    def __init__(self, formulaire: Formulaire) -> None:
        """Lay out the words and the meaning of each answer once."""
        self.echelle = {valeur.code: valeur for valeur in formulaire.echelle}
        self._rapide = {valeur.code: valeur.libelle for valeur in formulaire.premier_tour}
        self._sens = formulaire.suites.premier_tour

    def effets(self, groupe: Groupe, valeurs: Mapping[str, str | None]) -> list[str | None]:
        """Return the effect of the answer to each statement of a competence; None for one without."""
        return [valeur.effet if valeur else None for valeur in self._said(groupe, valeurs).values()]

    def place(
        self, groupe: Groupe, valeurs: Mapping[str, str | None], premier_tour: Mapping[str, str]
    ) -> tuple[str, Entree]:
        """Return the name of the list that a competence is in, and what is said of it there."""
        code = premier_tour.get(groupe.code) or ""
        return _placed(groupe, self._said(groupe, valeurs), self._sens.get(code), self._rapide.get(code, ""))

    def _said(self, groupe: Groupe, valeurs: Mapping[str, str | None]) -> dict[str, Valeur | None]:
        return {item.code: self.echelle.get(valeurs.get(item.code) or "") for item in groupe.items}


def _placed(groupe: Groupe, said: Mapping[str, Valeur | None], sens: Sens | None, libelle: str) -> tuple[str, Entree]:
    effets = [valeur.effet if valeur else None for valeur in said.values()]
    answered = [effet for effet in effets if effet is not None]
    if answered and (len(answered) == len(effets) or sens is None or _denies(sens, answered)):
        liste = from_details(effets)
        return liste, _of_details(groupe, said, liste)
    if sens is None:
        return SANS_REPONSE, Entree(groupe.code, groupe.nom, "", "", tuple(said)[:1], 0, decide=False)
    words = phrases_listes.first_pass(libelle)
    decide = sens.liste != A_CONFIRMER or sens.acquis > 0
    return sens.liste, Entree(groupe.code, groupe.nom, PREMIER_TOUR, words, (), sens.acquis, decide)


def _denies(sens: Sens, answered: Sequence[str]) -> bool:
    """Tell whether statements answered since say something else than the first pass did of the whole."""
    return (sens.liste == SAIS_FAIRE and {*answered} != {"positif"}) or (
        sens.liste == A_APPRENDRE and "positif" in answered
    )


def from_details(effets: Sequence[str | None]) -> str:
    """Return the list of a competence, from the effects of the answers to its statements; None for one without an answer.

    All positive: one can do it.  None positive, and a « no » among them: it is to be learnt.  Doubt, no occasion, no answer
    decide nothing by themselves: what is not decided is left to confirm, and can be answered here.
    """
    number = Counter(effets)
    if number["positif"] == len(effets):
        return SAIS_FAIRE
    decided = not number[None] and not number["sans_avis"]
    if not number["positif"] and not number[None] and number["negatif"]:
        return A_APPRENDRE
    return A_APPRENDRE if decided and number["negatif"] else A_CONFIRMER


def _of_details(groupe: Groupe, said: Mapping[str, Valeur | None], liste: str) -> Entree:
    effets = {code: valeur.effet if valeur else None for code, valeur in said.items()}
    left = tuple(code for code, effet in effets.items() if effet != "positif")
    shown = tuple(said) if liste == SAIS_FAIRE else left
    return Entree(
        groupe.code,
        groupe.nom,
        DETAILS,
        phrases_listes.details([*said.values()], whole=liste == SAIS_FAIRE),
        () if liste == A_APPRENDRE and len(left) == len(said) else shown,
        100 * (len(said) - len(left)) // len(said),
        decide=liste != A_CONFIRMER or len(left) < len(said),
    )


def to_json(listes: Listes) -> dict[str, Any]:
    """Return the JSON of the lists, as a result holds them."""
    return {
        name: [_entree_json(entree) for entree in getattr(listes, name)]
        for name in (SAIS_FAIRE, A_CONFIRMER, A_APPRENDRE, SANS_REPONSE)
    }


def _entree_json(entree: Entree) -> dict[str, Any]:
    said = {"precision": entree.precision, "dit": entree.dit} if entree.precision else {}
    return {"code": entree.code, "intitule": entree.intitule, **said, "enonces": list(entree.enonces)}
