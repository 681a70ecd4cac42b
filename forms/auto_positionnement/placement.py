"""Answers of a file → answers of this form, and those that it has no place for: nothing is dropped on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import count

from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.reponses import Reponse, Reponses


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
    """Place the answers of a file to the items of the form, then those that it already kept aside."""
    codes = [item.code for item in formulaire.all_items()]
    valeurs = {None, *(valeur.code for valeur in formulaire.echelle)}
    return _place(codes, valeurs, formulaire.remplacements, recentes, anciennes)


def place_first_pass(formulaire: Formulaire, recentes: Reponses, anciennes: Reponses) -> Placement:
    """Place the answers of a first pass in the same way: one a competence, on a scale of their own."""
    asked = formulaire.competences() if formulaire.premier_tour else ()
    codes = [competence.code for competence in asked]
    valeurs = {valeur.code for valeur in formulaire.premier_tour}
    return _place(codes, valeurs, formulaire.remplacements, recentes, anciennes)


def _place(
    codes: Iterable[str],
    valeurs: AbstractSet[str | None],
    remplacements: Mapping[str, str],
    recentes: Reponses,
    anciennes: Reponses,
) -> Placement:
    """Place recent answers, then older ones, which yield to the first.

    An item that left and came back finds its answer again; an answer to a replaced code passes to the code that
    means the same, unless that one has an answer.  The order of the answers in the file changes nothing.
    Where two answers to one code are set aside, the older takes a code of its own, that code and « -BIS ».
    """
    items = dict.fromkeys(codes)
    retenues: dict[str, Reponse] = {}
    ecartees: dict[str, Reponse] = {}
    deplacees: dict[str, str] = {}
    sans_place: set[str] = set()
    taken = items.keys() | remplacements.keys() | recentes.keys() | anciennes.keys()
    for reponses in (recentes, anciennes):
        known = {code: reponse for code, reponse in reponses.items() if reponse.valeur in valeurs}
        stay = {code for code in known if code in items and code not in retenues}
        retenues |= {code: known[code] for code in stay}
        move = {}
        for old, new in remplacements.items():
            if old in known and old not in items and new in items and new not in retenues:
                retenues[new] = known[old]
                move[old] = new
        deplacees |= move
        for code in sorted(reponses.keys() - stay - move.keys()):
            key = _key(code, reponses[code], ecartees, taken)
            ecartees[key] = reponses[code]
            sans_place |= {key} if code not in known or code not in items else set()
    return Placement(
        retenues={code: retenues[code] for code in items if code in retenues},
        ecartees=dict(sorted(ecartees.items())),
        deplacees=deplacees,
        sans_place=frozenset(sans_place),
    )


def _key(code: str, reponse: Reponse, ecartees: Reponses, taken: AbstractSet[str]) -> str:
    """Return the code under which to set an answer aside: its own, or one that no answer and no item has."""
    if ecartees.get(code, reponse) == reponse:
        return code
    names = (f"{code}-BIS{rank if rank > 1 else ''}" for rank in count(1))
    return next(name for name in names if name not in taken and ecartees.get(name, reponse) == reponse)
