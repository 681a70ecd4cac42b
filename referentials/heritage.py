"""The source of what has none of its own: that of the object above it in the same file.

Parsed JSON → parsed JSON where every source is written, as the model, the rules and the published data read them.  The
schemas say which objects have a source, and in what order keys stand: there is no other table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from referentials.canonical import SUFFIX, content

SOURCE = "source"
# The definition of a source that stands for those below it, and of nothing itself.
FOR_OTHERS = "source_du_fichier"


@dataclass(frozen=True, slots=True)
class Forme:
    """What a schema says of sources: where each key leads, and whether the object has a source, or only hands one down.

    `apres`: the keys that are written after the source.
    """

    place: str
    cles: Mapping[str, str]
    elements: str | None
    a_la_sienne: bool
    la_transmet: bool
    apres: frozenset[str]


@cache
def forme(place: str) -> Forme:
    """Return what the schema at a place (file#pointer) says, through its references."""
    name, _, pointer = place.partition("#")
    schema = content(name)
    for step in pointer.split("/")[1:]:
        schema = schema[step]
    if "$ref" in schema:
        file, _, target = schema["$ref"].partition("#")
        return forme(f"{file or name}#{target}")
    keys = [*schema.get("properties", ())]
    own = schema.get("properties", {}).get(SOURCE, {})
    hands_down = own.get("$ref", "").endswith(f"/{FOR_OTHERS}")
    return Forme(
        place,
        {key: f"{name}#{pointer}/properties/{key}" for key in keys if key != SOURCE},
        f"{name}#{pointer}/items" if "items" in schema else None,
        SOURCE in keys and not hands_down,
        hands_down,
        frozenset(keys[keys.index(SOURCE) + 1 :]) if SOURCE in keys else frozenset(),
    )


@cache
def concerns(place: str) -> bool:
    """Whether something at a place, or below it, has a source."""
    left, seen = [place], set[str]()
    while left:
        here = left.pop()
        if here not in seen:
            seen.add(here)
            known = forme(here)
            if known.a_la_sienne or known.la_transmet:
                return True
            left += [*known.cles.values(), *([known.elements] if known.elements else ())]
    return False


def resolved(donnees: Any, schema: str) -> Any:
    """Return the content of a file with every source written; that which stands for others only is gone."""
    return _resolved(donnees, f"{schema}{SUFFIX}#", None)


def _resolved(node: Any, place: str, above: Any) -> Any:
    if not isinstance(node, dict | list) or not concerns(place):
        return node
    known = forme(place)
    if isinstance(node, list):
        return [_resolved(one, known.elements, above) for one in node] if known.elements else node
    here = node.get(SOURCE, above)
    found = {
        key: _resolved(value, known.cles[key], here) if key in known.cles else value
        for key, value in node.items()
        if key != SOURCE or known.a_la_sienne
    }
    return _sourced(found, here, known.apres) if known.a_la_sienne and SOURCE not in node and here else found


def _sourced(node: dict[str, Any], source: Any, after: frozenset[str]) -> dict[str, Any]:
    """Return an object with a source where its schema has it: files that are published keep their order."""
    before = [key for key in node if key not in after]
    return {key: node[key] for key in before} | {SOURCE: source} | {k: v for k, v in node.items() if k in after}


def lacking(donnees: Any, schema: str) -> Iterator[str]:
    """Yield the path of each object that has no source, neither its own nor one above it."""
    yield from _lacking(donnees, f"{schema}{SUFFIX}#", "$")


def _lacking(node: Any, place: str, path: str) -> Iterator[str]:
    if not isinstance(node, dict | list) or not concerns(place):
        return
    known = forme(place)
    if isinstance(node, list):
        for index, one in enumerate(node) if known.elements else ():
            yield from _lacking(one, str(known.elements), f"{path}[{index}]")
    elif SOURCE not in node:
        if known.a_la_sienne:
            yield path
        for key, value in node.items():
            if key in known.cles:
                yield from _lacking(value, known.cles[key], f"{path}.{key}")
