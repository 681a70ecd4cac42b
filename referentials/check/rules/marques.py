"""REF035: each key of a schema of the data says where its value is shown, or why it is shown nowhere.

`x-montre` names pages by their macro; empty, it goes with `x-raison`.  That it is true is held by a test of the pages
(tests/macros/test_marques.py).  All that a file holds is also in the API.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from referentials.check.finding import Finding
from referentials.check.schemas import SUFFIX, registry
from referentials.check.together import together
from referentials.load import Collection
from referentials.read import PLACES

CODE = "REF035"
SHOWN, WHY = "x-montre", "x-raison"
REMEDY = f"ajoutez « {SHOWN} » : les pages où sa valeur se lit, ou une liste vide et « {WHY} »"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each key without its mark: those of our schemas, and of those that the tree brings."""
    names = dict.fromkeys([*(f"{name}{SUFFIX}" for _, name in PLACES), *collection.schemas])
    seen: set[str] = set()
    for name in names:
        schema = collection.schemas.get(name) or registry().contents(name)
        yield from together(_unmarked(f"schemas/{name}", "$", schema, seen))


def _unmarked(chemin: str, place: str, node: Any, seen: set[str]) -> Iterator[Finding]:
    """Yield the keys without a mark in a schema, and in the definitions of other files that it leads to."""
    if isinstance(node, list):
        for rank, inner in enumerate(node):
            yield from _unmarked(chemin, f"{place}[{rank}]", inner, seen)
        return
    if not isinstance(node, dict):
        return
    reference = node.get("$ref")
    if isinstance(reference, str) and not reference.startswith("#") and reference not in seen:
        seen.add(reference)
        other, _, pointer = reference.partition("#")
        found = registry().resolver().lookup(reference).contents
        yield from _unmarked(f"schemas/{other}", "$" + pointer.replace("/", "."), found, seen)
    for key, inner in node.items():
        if key == "properties":
            for name, one in inner.items():
                if not _marked(one):
                    message = f"« {name} » ne dit pas où sa valeur se montre"
                    yield Finding(chemin, f"{place}.{key}.{name}", CODE, message, REMEDY)
        yield from _unmarked(chemin, f"{place}.{key}", inner, seen)


def _marked(schema: Mapping[str, Any]) -> bool:
    return bool(schema.get(SHOWN)) or (schema.get(SHOWN) == [] and bool(schema.get(WHY)))
