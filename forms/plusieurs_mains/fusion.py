"""Two copies of a form that went their own ways, put together again.  Nothing that somebody wrote is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from forms.plusieurs_mains import anterieures, paroles
from forms.plusieurs_mains.ecrits import ANTERIEURE, CHOIX, STRONGEST, Copie, Ecarte, Ecrit, same, union
from forms.plusieurs_mains.paroles import Voix

ICI, AUTRE = "ici", "autre"
Nature = Literal["ajoutee", "recente", "tranchee", "reecrite"]


@dataclass(frozen=True, slots=True)
class Conflit:
    """A place where the two copies differ: somebody has to choose."""

    place: str
    ici: Ecrit
    autre: Ecrit


@dataclass(frozen=True, slots=True)
class Divergence:
    """A place where the two copies differ and nobody has to choose.

    « ajoutee »: one side only has an answer.  « recente »: the same person answered otherwise later.  « tranchee »: it
    was chosen once.  « reecrite »: another hand had written over it, or erased it, and nobody was asked.  `cote` is the
    side whose answer stays, `autre` the other's.
    """

    place: str
    nature: Nature
    cote: str
    ecrit: Ecrit
    autre: Ecrit | None


@dataclass(frozen=True, slots=True)
class Fusion:
    """What the merge gives; `copie` is None as long as a conflict is open, so that no half of one can be saved."""

    copie: Copie | None
    conflits: tuple[Conflit, ...]
    divergences: tuple[Divergence, ...] = ()


def merge(ici: Copie, autre: Copie, choix: Mapping[str, str] | None = None, voix: Voix | None = None) -> Fusion:
    """Merge two copies.  `choix` settles conflicts: place → "ici" or "autre"; a choice for no conflict is ignored.

    Equal answers keep one writing, as `paroles.of_equals` says; an answer of one side only is taken, and so is what the
    same person wrote later, and an answer that was chosen once against the other, or written over it.  The writing that
    is not kept goes to `ecartees`, for the reason for which it had lost already.  `voix` names the questions that are
    somebody's word: another hand there is a conflict, until one chooses.
    """
    ecrits: dict[str, Ecrit] = {}
    aside: list[Ecarte] = []
    conflits: list[Conflit] = []
    divergences: list[Divergence] = []
    # Looked up place by place: walking through them at each conflict takes seconds where there are thousands of both.
    refused_here, refused_there = _refused(ici, voix or {}), _refused(autre, voix or {})
    beside = union(ici.ecartees, autre.ecartees)
    overwritten = {(one.place, one.ecrit) for one in beside if one.raison in paroles.OVERWRITTEN}
    for place in dict.fromkeys((*ici.ecrits, *autre.ecrits)):
        ours, theirs = ici.ecrits.get(place), autre.ecrits.get(place)
        if ours is None or theirs is None:
            found = ours or autre.ecrits[place]
            ecrits[place] = found
            divergences.append(Divergence(place, "ajoutee", ICI if ours else AUTRE, found, None))
        elif same(ours, theirs):
            ecrits[place] = paroles.of_equals(paroles.at(voix or {}, place), (ours, theirs))
        else:
            # Which side already chose against the other's answer; where both did, nothing is settled.
            here, there = refused_here.get((place, *theirs.answer)), refused_there.get((place, *ours.answer))
            settled = None if bool(here) == bool(there) else ICI if here else AUTRE
            later = _later(ours, theirs)
            # What the same person answered before stays that: no choice was made, even against another's same answer.
            later = later if settled in {None, later} else None
            side = settled or later or (choix or {}).get(place)
            if side not in {ICI, AUTRE}:
                conflits.append(Conflit(place, ours, theirs))
                continue
            ecrits[place], left = (ours, theirs) if side == ICI else (theirs, ours)
            lost = (here or there) if settled else None
            # What is kept because another hand wrote over it keeps that reason: settled so, nobody chose.
            if later or not settled or (place, left) not in overwritten:
                aside.append(Ecarte(place, left, ANTERIEURE if later else lost or CHOIX))
            if settled or later:
                nature: Nature = "recente" if later else "tranchee" if lost == CHOIX else "reecrite"
                divergences.append(Divergence(place, nature, str(side), ecrits[place], left))
    if conflits:
        return Fusion(None, tuple(conflits), tuple(divergences))
    kept = union(beside, aside)
    return Fusion(Copie(ecrits, anterieures.once(kept, ecrits, (ici, autre))), (), tuple(divergences))


def _refused(copie: Copie, voix: Voix) -> Mapping[tuple[object, ...], str]:
    """Return why this copy set answers aside for good in favour of what stands there, by place and answer.

    The same answer may have been for two reasons: the one that says most.
    """
    return {
        (one.place, *one.ecrit.answer): one.raison
        for one in sorted(copie.ecartees, key=lambda one: STRONGEST.index(one.raison), reverse=True)
        if one.place in copie.ecrits and paroles.settles(paroles.at(voix, one.place), one, copie.ecrits[one.place])
    }


def _later(ours: Ecrit, theirs: Ecrit) -> str | None:
    """Return the side that the same person wrote later, or None: two people, or two moments that cannot be told apart."""
    here, there = ours.instant, theirs.instant
    if ours.person is None or ours.person != theirs.person or here is None or there is None or here == there:
        return None
    return ICI if here > there else AUTRE
