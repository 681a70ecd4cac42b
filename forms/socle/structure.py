"""Parsed JSON → a frozen type, read once from the annotations of that type: what is inside needs not be looked at again.

A field without a default is required, a key that the type does not have is refused.  `Any` is left to who reads it later.
A union of dataclasses is told apart by their field `nature`, a `Literal` with its default.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

Reader = Callable[[Any, str], Any]
NATURE = "nature"


class MalformedError(ValueError):
    """A value is not of the type that was awaited; `place` says where, from the top: « avant.reponses »."""

    def __init__(self, place: str) -> None:
        """Keep the place."""
        super().__init__(place)
        self.place = place


def read(kind: Any, donnees: Any) -> Any:
    """Return a value of type `kind` from parsed JSON.  Raises MalformedError."""
    return reader(kind)(donnees, "")


@cache
def reader(kind: Any) -> Reader:
    """Return what reads a type; made once for each."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin:
        return SHAPES[origin](inner)
    if is_dataclass(kind):
        return _object(kind)
    return _anything if kind is Any else _day if kind is date else _of(kind)


def _refuse(place: str) -> Any:
    raise MalformedError(place)


def _anything(value: Any, _: str) -> Any:
    return value


def _choice(inner: tuple[str, ...]) -> Reader:
    return lambda value, place: value if isinstance(value, str) and value in inner else _refuse(place)


def _below(place: str, name: object) -> str:
    return f"{place}.{name}" if place else str(name)


def _of(kind: type) -> Reader:
    # Yes is not 1; but JSON has one kind of number.
    kinds = {int, float} if kind is float else {kind}
    return lambda value, place: value if type(value) in kinds else _refuse(place)


def _day(value: Any, place: str) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise MalformedError(place) from None


def _list(inner: tuple[Any, ...]) -> Reader:
    item = reader(inner[0])

    def lire(value: Any, place: str) -> tuple[Any, ...]:
        found = value if isinstance(value, list) else _refuse(place)
        return tuple(item(one, _below(place, rank)) for rank, one in enumerate(found))

    return lire


def _mapping(inner: tuple[Any, ...]) -> Reader:
    item = reader(inner[1])

    def lire(value: Any, place: str) -> dict[str, Any]:
        found = value if isinstance(value, dict) else _refuse(place)
        return {key: item(one, _below(place, key)) for key, one in found.items()}

    return lire


def _union(kinds: tuple[Any, ...]) -> Reader:
    """Read a type or nothing, or one of several dataclasses."""
    some = [kind for kind in kinds if kind is not types.NoneType]
    if len(some) < len(kinds):
        inner = _union(tuple(some)) if len(some) > 1 else reader(some[0])
        return lambda value, place: None if value is None else inner(value, place)
    known = {one.default: reader(kind) for kind in some for one in fields(kind) if one.name == NATURE}

    def lire(value: Any, place: str) -> Any:
        nature = value.get(NATURE) if isinstance(value, dict) else None
        return known[nature](value, place) if isinstance(nature, str) and nature in known else _refuse(place)

    return lire


def _object(kind: Any) -> Reader:
    hints = typing.get_type_hints(kind)
    readers = {one.name: reader(hints[one.name]) for one in fields(kind)}
    required = {one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING}

    def lire(value: Any, place: str) -> Any:
        if not isinstance(value, dict):
            raise MalformedError(place)
        if wrong := sorted({*value} - readers.keys() | required - {*value}):
            raise MalformedError(_below(place, wrong[0]))
        return kind(**{name: readers[name](inner, _below(place, name)) for name, inner in value.items()})

    return lire


SHAPES: Mapping[Any, Callable[[tuple[Any, ...]], Reader]] = {
    typing.Literal: _choice,
    types.UnionType: _union,
    typing.Union: _union,
    tuple: _list,
    Mapping: _mapping,
}
