"""The one form in which data files are written: the check compares with it, `fix` and `new` write it.

The order of keys is that of the schemas' properties: there is no other table.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

SCHEMAS = Path(__file__).parents[1] / "schemas"
SUFFIX = ".schema.json"
# A place in the schemas: the file, and the part of it that speaks of the value at hand.
Place = tuple[str, Any]


def text_of(donnees: Any, schema: str) -> str:
    """Return the canonical text: keys in the schema's order, two spaces, accents as they are, a final line break."""
    return json.dumps(_ordered(donnees, [_file(f"{schema}{SUFFIX}")]), ensure_ascii=False, indent=2) + "\n"


@cache
def content(name: str) -> Any:
    """Return a schema by the name of its file."""
    return json.loads((SCHEMAS / name).read_text("utf-8"))


def _file(name: str) -> Place:
    return name, content(name)


def _followed(place: Place, donnees: Any) -> Iterator[Place]:
    """Yield a place, then those that it refers to, and the branches whose constants the value has."""
    name, schema = place
    yield place
    if "$ref" in schema:
        file, _, pointer = schema["$ref"].partition("#")
        target = content(file or name)
        for step in pointer.split("/")[1:]:
            target = target[int(step)] if isinstance(target, list) else target[step]
        yield from _followed((file or name, target), donnees)
    for keyword in ("oneOf", "anyOf", "allOf"):
        for branch in schema.get(keyword, ()):
            if _meant(branch, donnees):
                yield from _followed((name, branch), donnees)


def _meant(branch: Mapping[str, Any], donnees: Any) -> bool:
    constants = {key: value["const"] for key, value in branch.get("properties", {}).items() if "const" in value}
    return not constants or (isinstance(donnees, dict) and constants.items() <= donnees.items())


def _ordered(donnees: Any, places: list[Place]) -> Any:
    """Return the same value, its keys in the order of the schemas; keys that no schema knows come last, those of a table sorted."""
    reached = [found for place in places for found in _followed(place, donnees)]
    if isinstance(donnees, list):
        items = [(name, schema["items"]) for name, schema in reached if "items" in schema]
        return [_ordered(value, items) for value in donnees]
    if not isinstance(donnees, dict):
        return donnees
    known: dict[str, list[Place]] = {}
    for name, schema in reached:
        for key, inner in schema.get("properties", {}).items():
            known.setdefault(key, []).append((name, inner))
    rest = [key for key in donnees if key not in known]
    tables = [
        (name, schema["additionalProperties"])
        for name, schema in reached
        if isinstance(schema.get("additionalProperties"), dict)
    ]
    if tables:
        # The keys of a table are data: no schema orders them, save inside each.
        rest.sort()
    keys = [key for key in known if key in donnees] + rest
    return {key: _ordered(donnees[key], known.get(key, tables)) for key in keys}
