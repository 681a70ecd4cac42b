"""Two copies of a livret that went their own ways, put together again.  Nothing that somebody wrote is lost."""

from __future__ import annotations

from collections.abc import Mapping
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
    for place in dict.fromkeys((*ici.ecrits, *autre.ecrits)):
        ours, theirs = ici.ecrits.get(place), autre.ecrits.get(place)
        if theirs is None:
            ecrits[place] = ici.ecrits[place]
        elif ours is None:
            ecrits[place] = theirs
        elif same(ours, theirs):
            ecrits[place] = min(ours, theirs, key=lambda ecrit: ecrit.moment)
        else:
            chosen = _settled(place, ici, autre) or (choix or {}).get(place)
            if chosen not in {ICI, AUTRE}:
                conflits.append(Conflit(place, ours, theirs))
                continue
            ecrits[place], left = (ours, theirs) if chosen == ICI else (theirs, ours)
            aside.append(Ecarte(place, left, "fusion"))
    if conflits:
        return Fusion(None, tuple(conflits))
    return Fusion(Livret(ecrits, union(union(ici.ecartees, autre.ecartees), aside)), ())


def _settled(place: str, ici: Livret, autre: Livret) -> str | None:
    """Return which side already chose against the other's answer.  Where both did, nothing is settled."""
    ours = _against(ici, place, autre.ecrits[place])
    theirs = _against(autre, place, ici.ecrits[place])
    return None if ours == theirs else ICI if ours else AUTRE


def _against(livret: Livret, place: str, ecrit: Ecrit) -> bool:
    return any(one.place == place and one.raison == "fusion" and same(one.ecrit, ecrit) for one in livret.ecartees)
