"""Notes in codes.json the codes that a certification publishes for the first time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def key(version: str) -> tuple[int, ...]:
    """Return what orders versions: « 1.10.0 » comes after « 1.9.0 »."""
    return tuple(int(number) for number in version.split("."))


def noted(register: dict[str, Any] | None, declared: Iterable[str], version: str) -> tuple[dict[str, Any], list[str]]:
    """Return the register with the codes that it did not hold, under this version, and those codes in order.

    Nothing is ever taken out of it: a withdrawn code stays known.
    """
    publies = [] if register is None else register["publies"]
    known = {code for paru in publies for code in paru["codes"]}
    new = sorted(set(declared) - known)
    if not new:
        return register or {"publies": []}, []
    mine = {"version": version, "codes": new}
    rest = []
    for paru in publies:
        if paru["version"] == version:
            mine = {"version": version, "codes": sorted([*paru["codes"], *new])}
        else:
            rest.append(paru)
    found = sorted([*rest, mine], key=lambda paru: key(paru["version"]))
    return {**(register or {}), "publies": found}, new


def next_version(version: str, *, gone: bool, new: bool) -> str:
    """Return the version after a change: another first number where a code is gone, the second where one is new, else the third."""
    rank = 0 if gone else 1 if new else 2
    numbers = [int(one) for one in version.split(".")]
    return ".".join(str(one) for one in (*numbers[:rank], numbers[rank] + 1, *[0] * (2 - rank)))
