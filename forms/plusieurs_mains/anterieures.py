"""What a person answered before they answered otherwise.  Said again since by the same person, it is no former answer.

Without this, what is kept beside would depend on the order in which three copies are merged.
"""

from __future__ import annotations

from collections.abc import Iterator

from forms.plusieurs_mains.ecrits import ANTERIEURE, Copie, Ecarte, Ecrit, Ecrits


def once(beside: tuple[Ecarte, ...], stands: Ecrits, copies: tuple[Copie, Copie]) -> tuple[Ecarte, ...]:
    """Return the writings kept beside without each former answer that its person gave again later at that place.

    A place where the two copies hold the same stays as it is: to merge a file with itself changes nothing.
    """
    here, there = ({*_held(copy)} for copy in copies)
    places = {place for place, _, _ in here ^ there}
    former = [one for one in beside if one.raison == ANTERIEURE and one.place in places]
    last: dict[object, Ecrit] = {}
    for place, ecrit in (*((one.place, one.ecrit) for one in former), *((p, stands[p]) for p in places if p in stands)):
        key = _said(place, ecrit)
        if key not in last or last[key].moment < ecrit.moment:
            last[key] = ecrit
    gone = {one for one in former if last[_said(one.place, one.ecrit)] != one.ecrit}
    return tuple(one for one in beside if one not in gone)


def _held(copie: Copie) -> Iterator[tuple[str, Ecrit, str]]:
    yield from ((place, ecrit, "") for place, ecrit in copie.ecrits.items())
    yield from ((one.place, one.ecrit, one.raison) for one in copie.ecartees)


def _said(place: str, ecrit: Ecrit) -> object:
    """Return what makes two writings one person's same answer; that of nobody in particular is like no other."""
    return place, ecrit.answer, ecrit.person or ecrit
