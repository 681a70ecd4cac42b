"""The elements of the feed, each declared once, on the field that holds it.

A dataclass says of each field where it stands in the XML and how its text is read: the reading (see remplissage) and the
table of the elements that have a place follow from that alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from referentials.importation.termes import TEXTE, Lecture

_KEY = "balises"


@dataclass(frozen=True, slots=True)
class Balise:
    """An element of the feed: its path below its owner, how its text is read or the value that it opens."""

    chemin: str
    lecture: Lecture = TEXTE
    partie: type | None = None
    plusieurs: bool = False
    fixes: tuple[tuple[str, Any], ...] = ()


def un(chemin: str, lecture: Lecture = TEXTE) -> Any:
    """Declare a field that holds the text of one element, None where it is absent."""
    return field(default=None, metadata={_KEY: (Balise(chemin, lecture),)})


def liste(chemin: str, lecture: Lecture = TEXTE) -> Any:
    """Declare a field that holds the texts of an element that repeats."""
    return field(default=(), metadata={_KEY: (Balise(chemin, lecture, plusieurs=True),)})


def partie(chemin: str, kind: type) -> Any:
    """Declare a field that holds the value of an element that has elements of its own."""
    return field(default=None, metadata={_KEY: (Balise(chemin, partie=kind),)})


def parties(chemin: str | Mapping[str, Mapping[str, Any]], kind: type) -> Any:
    """Declare a field that holds such values; of several elements, each with what its name alone says."""
    places: Mapping[str, Mapping[str, Any]] = {chemin: {}} if isinstance(chemin, str) else chemin
    balises = tuple(
        Balise(path, partie=kind, plusieurs=True, fixes=tuple(fixes.items())) for path, fixes in places.items()
    )
    return field(default=(), metadata={_KEY: balises})


def places(kind: type) -> Iterator[tuple[str, Balise]]:
    """Yield each field of a value with each element that it is read from."""
    for one in fields(kind):
        for balise in one.metadata.get(_KEY, ()):
            yield one.name, balise


def chemins(kind: type, owner: str = "", inside: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path of each element that has a place, with the place: « CODES_ROME/ROME/CODE », « codes_rome.code »."""
    for name, balise in places(kind):
        path, place = f"{owner}{balise.chemin}", f"{inside}{name}"
        if balise.partie:
            yield from chemins(balise.partie, f"{path}/", f"{place}.")
        else:
            yield path, place
