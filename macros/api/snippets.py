"""What an editor writes at once for an object: the keys that it must have, each with a place to fill."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from macros.api.samples import reached

DEEP = 3


def snippet(
    place: str, schema: Mapping[str, Any], samples: Mapping[str, list[Any]], label: str
) -> list[dict[str, Any]]:
    """Return the snippet of an object; none for what is no object, or has no key that it must have."""
    place, target = reached(place, schema)
    if not _needed(target):
        return []
    numbers = count(1)
    body = _object(place, target, samples, numbers, DEEP)
    told = schema.get("description") or target.get("description")
    return [{"label": label, "body": body} | ({"description": told} if told else {})]


def _needed(schema: Mapping[str, Any]) -> list[str]:
    """Return the keys that an object must have, with those of the first way of the two or three that it may choose from."""
    if schema.get("type") != "object":
        return []
    choice: Mapping[str, Any] = next(iter(schema.get("anyOf") or schema.get("oneOf") or ()), {})
    return list(dict.fromkeys([*schema.get("required", ()), *choice.get("required", ())]))


def _object(
    place: str, schema: Mapping[str, Any], samples: Mapping[str, list[Any]], numbers: count[int], depth: int
) -> dict[str, Any]:
    properties = schema.get("properties", {})
    return {
        key: _value(f"{place}/properties/{key}", properties[key], samples, numbers, depth - 1)
        for key in _needed(schema)
        if key in properties
    }


def _value(
    place: str, schema: Mapping[str, Any], samples: Mapping[str, list[Any]], numbers: count[int], depth: int
) -> Any:
    example = next(iter(samples.get(place, ())), None)
    place, target = reached(place, schema)
    kind = target.get("type")
    if kind == "object":
        return _object(place, target, samples, numbers, depth) if depth else {}
    if kind == "array":
        return [_value(f"{place}/items", target["items"], samples, numbers, depth)] if target.get("minItems") else []
    return target["const"] if "const" in target else _hole(next(numbers), target, example)


def _hole(number: int, target: Mapping[str, Any], example: Any) -> str:
    """Return a place to fill: one of the choices, or an example of ours to write over; ^ begins what has no quotes."""
    if "enum" in target:
        return f"${{{number}|{','.join(map(str, target['enum']))}|}}"
    if target.get("type") == "boolean":
        return f"^${{{number}|true,false|}}"
    if target.get("type") in ("integer", "number"):
        return f"^${{{number}:{example or 0}}}"
    return f"${{{number}:{_plain(example)}}}"


def _plain(example: Any) -> str:
    # Signs that a snippet reads.
    return str(example or "").replace("\\", "").replace("$", "").replace("}", "")
