"""Where the writings of a copy stand: those that hold their place and those kept beside, also where nothing else is left."""

from __future__ import annotations

from collections.abc import Mapping

from forms.plusieurs_mains.ecrits import Copie, Ecarte

# Row → field inside it → place; a field that is in no list has one row and one field, both without a name.
Rows = Mapping[str, Mapping[str, str]]


# A code of before → that of the field which holds its answers today.
Today = Mapping[str, str]


def by_element(copie: Copie, today: Today) -> Mapping[str, Rows]:
    """Return the places by the code of their field or list; the rows of a list in the order in which they came.

    Words kept beside a field that was erased, or in a row that was removed, come after what still has its place.
    """
    found: dict[str, dict[str, dict[str, str]]] = {}
    for place in (*copie.ecrits, *(today.get(one.place, one.place) for one in copie.ecartees)):
        code, _, inner = place.partition("/")
        row, _, champ = inner.partition("/")
        found.setdefault(code, {}).setdefault(row, {})[champ] = place
    return found


def beside(copie: Copie, today: Today) -> Mapping[str, list[Ecarte]]:
    """Return the writings that are kept beside, by the place where they are read."""
    found: dict[str, list[Ecarte]] = {}
    for one in copie.ecartees:
        found.setdefault(today.get(one.place, one.place), []).append(one)
    return found
