"""Remembering what was computed: what a form asks for at each answer, on a hundred groups, changes on a few."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Memoire(Generic[T]):
    """The last value of each place, given again as long as its source is equal.

    `compute` must depend on the place and the source only: the value is then the one that it would give each time.
    """

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._kept: dict[Hashable, tuple[object, T]] = {}

    def of(self, place: Hashable, source: object, compute: Callable[[], T]) -> T:
        """Return the value of this place."""
        kept = self._kept.get(place)
        if kept is not None and (kept[0] is source or kept[0] == source):
            return kept[1]
        value = compute()
        self._kept[place] = (source, value)
        return value
