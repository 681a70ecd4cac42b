"""Where the writings of a livret stand: those that hold their place and those kept beside, also where nothing else is left."""

from __future__ import annotations

from collections.abc import Mapping

from forms.livret_de_reperage.ecrits import Ecarte, Livret

# Row → field inside it → place; a field that is in no list has one row and one field, both without a name.
Rows = Mapping[str, Mapping[str, str]]


def by_element(livret: Livret) -> Mapping[str, Rows]:
    """Return the places by the code of their field or list; the rows of a list in the order in which they came.

    Words kept beside a field that was erased, or in a row that was removed, come after what still has its place.
    """
    found: dict[str, dict[str, dict[str, str]]] = {}
    for place in (*livret.ecrits, *(one.place for one in livret.ecartees)):
        code, _, inner = place.partition("/")
        row, _, champ = inner.partition("/")
        found.setdefault(code, {}).setdefault(row, {})[champ] = place
    return found


def beside(livret: Livret) -> Mapping[str, list[Ecarte]]:
    """Return the writings that are kept beside, by their place."""
    found: dict[str, list[Ecarte]] = {}
    for one in livret.ecartees:
        found.setdefault(one.place, []).append(one)
    return found
