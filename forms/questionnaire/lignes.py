"""Rows of a list as a file has them, told apart by their id: one mended by hand may hold a copied row under the same id."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any


def are_rows(value: Any) -> bool:
    """Say whether a raw value reads as the rows of a list."""
    return isinstance(value, list) and all(isinstance(row, dict) and isinstance(row.get("id"), str) for row in value)


def answered(donnees: Mapping[str, Any]) -> int:
    """Return how many answers raw values hold, each cell of a row being one: as the page counts them."""
    return sum(sum(len(row) - 1 for row in value) if are_rows(value) else 1 for value in donnees.values())


def distinct(donnees: Mapping[str, Any]) -> tuple[dict[str, Any], int]:
    """Return raw values where no two rows of a list have one id, and how many rows had to get another.

    The first keeps it: what points to that id points to it.
    """
    lists = {code: rows for code, rows in donnees.items() if are_rows(rows)}
    found = {code: [*_told_apart(rows)] for code, rows in lists.items()}
    renamed = sum(
        before["id"] != after["id"] for code in lists for before, after in zip(lists[code], found[code], strict=True)
    )
    return {**donnees, **found}, renamed


def _told_apart(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    taken, seen = {row["id"] for row in rows}, set[str]()
    # Where the search for a free name stopped, by id: starting over at each copy would take for ever.
    numbers: dict[str, Iterator[int]] = defaultdict(lambda: count(2))
    for row in rows:
        own = _free(row["id"], taken, numbers[row["id"]]) if row["id"] in seen else row["id"]
        taken.add(own)
        seen.add(own)
        yield {**row, "id": own}


def _free(name: str, taken: set[str], numbers: Iterator[int]) -> str:
    return next(free for number in numbers if (free := f"{name}-{number}") not in taken)


def without(found: Iterable[Any], known: Iterable[Any]) -> list[Any]:
    """Return the raw values that are not among others, by what they hold: rows and lists have no hash."""
    seen = {_held(one) for one in known}
    return [one for one in found if _held(one) not in seen]


def _held(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
