"""Two copies of a livret that went their own ways, put together again.  Nothing that somebody wrote is lost."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from forms.livret.ecrits import Ecarte, Ecrit, Livret, same, union

ICI, AUTRE = "ici", "autre"


@dataclass(frozen=True, slots=True)
class Conflit:
    """A place where the two copies differ: somebody has to choose."""

    place: str
    ici: Ecrit
    autre: Ecrit


@dataclass(frozen=True, slots=True)
class Fusion:
    """What the merge gives; `livret` is None as long as a conflict is open, so that no half of one can be saved."""

    livret: Livret | None
    conflits: tuple[Conflit, ...]


def merge(ici: Livret, autre: Livret, choix: Mapping[str, str] | None = None) -> Fusion:
    """Merge two copies.  `choix` settles conflicts: place → "ici" or "autre"; a choice for no conflict is ignored.

    Equal answers keep the earliest writing; an answer of one side only is taken, and so is an answer that was chosen
    once against the other.  The writing that is not chosen goes to `ecartees`.
    """
    ecrits: dict[str, Ecrit] = {}
    aside: list[Ecarte] = []
    conflits: list[Conflit] = []
    # Looked up place by place: walking through them at each conflict takes seconds where there are thousands of both.
    refused_here, refused_there = _refused(ici), _refused(autre)
    for place in dict.fromkeys((*ici.ecrits, *autre.ecrits)):
        ours, theirs = ici.ecrits.get(place), autre.ecrits.get(place)
        if theirs is None:
            ecrits[place] = ici.ecrits[place]
        elif ours is None:
            ecrits[place] = theirs
        elif same(ours, theirs):
            ecrits[place] = min(ours, theirs, key=lambda ecrit: ecrit.moment)
        else:
            # Which side already chose against the other's answer; where both did, nothing is settled.
            here, there = (place, *theirs.answer) in refused_here, (place, *ours.answer) in refused_there
            settled = None if here == there else ICI if here else AUTRE
            chosen = settled or (choix or {}).get(place)
            if chosen not in {ICI, AUTRE}:
                conflits.append(Conflit(place, ours, theirs))
                continue
            ecrits[place], left = (ours, theirs) if chosen == ICI else (theirs, ours)
            aside.append(Ecarte(place, left, "fusion"))
    if conflits:
        return Fusion(None, tuple(conflits))
    return Fusion(Livret(ecrits, union(union(ici.ecartees, autre.ecartees), aside)), ())


def _refused(livret: Livret) -> AbstractSet[tuple[object, ...]]:
    """Return the places and answers that a merge already set aside in favour of others."""
    return {(one.place, *one.ecrit.answer) for one in livret.ecartees if one.raison == "fusion"}
