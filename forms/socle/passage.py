"""A file that went through another tool: what such tools reshape without changing what it says, put back in our form.

A moment in UTC (« Z »), with milliseconds, without seconds or without the minutes of its offset is the same moment; null
is a key that is not there, and an answer that only its signature is left of is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2})(:[0-9]{2})?(?:[.,][0-9]+)? ?(?:([Zz])|([+-][0-9]{2})(?::?([0-9]{2}))?)"
)
# The keys of a moment: when a file was saved, when an answer was written.
MOMENTS = {"exporte_le", "le"}
# What stands beside the answer in a kind whose answers are signed, and in one that is kept beside.
SIGNATURE = {"par", "le", "place", "raison"}


def restored(value: Any) -> Any:
    """Return JSON values as our files have them; what is no file of ours comes back as it is, for others to refuse.

    An object that held only nulls is not there either; a part of the file that held only such ones is there, empty.
    """
    if not isinstance(value, Mapping):
        return _restored(value)
    found = {key: _member(key, inner) for key, inner in value.items()}
    parts: dict[str, Any] = {
        key: {} for key, inner in value.items() if isinstance(inner, Mapping) and found[key] is None
    }
    return {key: _answered(key, inner) for key, inner in (found | parts).items() if inner is not None}


def _answered(key: str, value: Any) -> Any:
    """Return a part of the file without the writings that have no answer: who signed, and when, of nothing."""
    if key == "valeurs" and isinstance(value, Mapping):
        return {place: one for place, one in value.items() if not _unanswered(one)}
    if key == "ecartees" and isinstance(value, list):
        return [one for one in value if not _unanswered(one)]
    return value


def _unanswered(one: Any) -> bool:
    return isinstance(one, Mapping) and bool(one) and one.keys() <= SIGNATURE


def _restored(value: Any) -> Any:
    if isinstance(value, list):
        return [_restored(one) for one in value]
    if not isinstance(value, Mapping):
        return value
    found = {key: _member(key, inner) for key, inner in value.items()}
    kept = {key: inner for key, inner in found.items() if inner is not None}
    return None if found and not kept else kept


def _member(key: str, value: Any) -> Any:
    return _moment(value) if key in MOMENTS else _restored(value)


def _moment(value: Any) -> Any:
    found = MOMENT.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return _restored(value)
    day, minute, second, utc, hours, minutes = found.groups()
    offset = "+00:00" if utc else f"{hours}:{minutes or '00'}"
    return f"{day}T{minute}{second or ':00'}{offset}"
