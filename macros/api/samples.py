"""Values that the data have, by the key of the schema that they stand for: what an editor proposes as examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from referentials.check.schemas import SUFFIX, registry
from referentials.read import schema_of

# Per key, and signs: a sentence is not an example to take up.
MOST, LONGEST = 3, 60
Place = tuple[str, Mapping[str, Any]]


@cache
def _target(reference: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = registry().resolver().lookup(reference).contents
    return found


def reached(place: str, schema: Mapping[str, Any]) -> Place:
    """Return a schema with its place (schema#pointer), through its references."""
    while "$ref" in schema:
        reference = schema["$ref"]
        place = reference.replace(SUFFIX, "") + ("" if "#" in reference else "#")
        schema = _target(reference)
    return place, schema


def _shapes(value: Mapping[str, Any], place: str, schema: Mapping[str, Any]) -> Iterator[Place]:
    """Yield the schemas of an object that have its keys: its own, and that of its nature."""
    yield place, schema
    for rank, choice in enumerate(schema.get("oneOf", ())):
        nature = choice.get("properties", {}).get("nature", {}).get("const")
        if nature and nature == value.get("nature"):
            yield f"{place}/oneOf/{rank}", choice


def _scalars(value: Any, place: str, schema: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each text or number inside a value with the place of the key, or of the list, that holds it."""
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        yield place, value
    place, schema = reached(place, schema)
    if isinstance(value, dict):
        for shape, one in _shapes(value, place, schema):
            for key, inner in one.get("properties", {}).items():
                if key in value:
                    yield from _scalars(value[key], f"{shape}/properties/{key}", inner)
    elif isinstance(value, list) and "items" in schema:
        for one in value:
            yield from _scalars(one, f"{place}/items", schema["items"])


def samples(fichiers: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Return the first values of each key, each once, in the order of the files."""
    found: dict[str, list[Any]] = {}
    for chemin, donnees in sorted(fichiers.items()):
        name = schema_of(chemin)
        if name is None or name.startswith("publication-"):
            continue
        for place, value in _scalars(donnees, f"{name}#", {"$ref": f"{name}{SUFFIX}"}):
            known = found.setdefault(place, [])
            if len(known) < MOST and value not in known and len(str(value)) <= LONGEST:
                known.append(value)
    return {place: values for place, values in found.items() if values}
