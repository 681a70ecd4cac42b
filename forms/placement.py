"""Answers of a file → answers of this form, and those that it has no place for: nothing is dropped on the way."""

from __future__ import annotations

from dataclasses import dataclass

from forms.formulaire import Formulaire
from forms.reponses import Reponse, Reponses


@dataclass(frozen=True, slots=True)
class Placement:
    """Where each answer went.  `retenues` are in reading order; `deplacees`: old code → item that took its answer.

    `ecartees` are by code; `sans_place` names those that nothing fits, the others yielded to a newer answer.
    """

    retenues: dict[str, Reponse]
    ecartees: dict[str, Reponse]
    deplacees: dict[str, str]
    sans_place: frozenset[str]


def place(formulaire: Formulaire, recentes: Reponses, anciennes: Reponses) -> Placement:
    """Place the answers of a file, then those that it already kept aside, which are older and yield to the first.

    An item that left and came back finds its answer again; an answer to a replaced code passes to the code that
    means the same, unless that one has an answer.  The order of the answers in the file changes nothing.
    """
    items = {item.code: None for item in formulaire.all_items()}
    valeurs = {None, *(valeur.code for valeur in formulaire.echelle)}
    retenues: dict[str, Reponse] = {}
    ecartees: dict[str, Reponse] = {}
    deplacees: dict[str, str] = {}
    sans_place: set[str] = set()
    for reponses in (recentes, anciennes):
        known = {code: reponse for code, reponse in reponses.items() if reponse.valeur in valeurs}
        stay = {code for code in known if code in items and code not in retenues}
        retenues |= {code: known[code] for code in stay}
        move = {}
        for old, new in formulaire.remplacements.items():
            if old in known and old not in items and new in items and new not in retenues:
                retenues[new] = known[old]
                move[old] = new
        deplacees |= move
        left = reponses.keys() - stay - move.keys()
        ecartees |= {code: reponses[code] for code in left if code not in ecartees}
        sans_place |= {code for code in left if code not in known or code not in items}
    return Placement(
        retenues={code: retenues[code] for code in items if code in retenues},
        ecartees=dict(sorted(ecartees.items())),
        deplacees=deplacees,
        sans_place=frozenset(sans_place),
    )
