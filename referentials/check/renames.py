"""What was renamed: a name that is cited and missing, and one that is there and that nothing cites.

Which it became is told by what is known of each, then by how much their names are alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher


def renames(missing: Iterable[str], unused: Iterable[str], fits: Callable[[str, str], bool]) -> dict[str, str]:
    """Return the new name of each missing one that has but one; `fits` says whether it may be that one."""
    lost, free = sorted(missing), sorted(unused)
    may = {old: [new for new in free if fits(old, new)] for old in lost}
    found: dict[str, str] = {}
    while chosen := {old: new for old, close in may.items() if (new := _one(old, close))}:
        # What two of them may have become says nothing of either.
        sure = {old: new for old, new in chosen.items() if [*chosen.values()].count(new) == 1}
        if not sure:
            break
        found |= sure
        may = {
            old: [new for new in close if new not in found.values()] for old, close in may.items() if old not in found
        }
    return found


def _one(old: str, close: list[str]) -> str | None:
    """Return the only name, or the one that is more alike than all others."""
    alike = sorted(((SequenceMatcher(None, old, new).ratio(), new) for new in close), reverse=True)
    if not alike or (len(alike) > 1 and alike[0][0] == alike[1][0]):
        return None
    return alike[0][1]
