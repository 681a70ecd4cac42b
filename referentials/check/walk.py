"""Walks over parsed JSON, for rules that hold wherever a key stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def walk(node: Any, path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every object of a document with its path (`$.a[0].b`), outermost first."""
    # A list of what is left, not generators inside generators: each value would pass through as many as it is deep.
    left: list[tuple[str, Any]] = [(path, node)]
    while left:
        here, value = left.pop()
        if isinstance(value, dict):
            yield here, value
            left += [
                (f"{here}.{key}", below) for key, below in reversed(value.items()) if isinstance(below, dict | list)
            ]
        elif isinstance(value, list):
            below = [(f"{here}[{index}]", one) for index, one in enumerate(value) if isinstance(one, dict | list)]
            left += reversed(below)
