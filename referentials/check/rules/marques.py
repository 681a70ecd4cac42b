"""REF035: each key of a schema of the data says where its value is shown, or why it is shown nowhere.

`x-montre` names pages by their macro; empty, it goes with `x-raison`.  That it is true is held by a test of the pages
(tests/macros/test_marques.py).  All that a file holds is also in the API, whose schemas are held to the same, as are those
of the files that forms save: they name what reads them (tests/forms/test_marques_des_fichiers.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from referencing.exceptions import Unresolvable

from referentials.check.finding import Finding
from referentials.check.schemas import SCHEMAS, SUFFIX, registry
from referentials.check.together import together
from referentials.load import Collection
from referentials.read import PLACES

CODE = "REF035"
# The newest format of each kind of saved file: of an older one, which has its number, only the step to the next reads.
PUBLISHED = re.compile(r"(api|export)-[a-z-]+" + re.escape(SUFFIX))
SHOWN, WHY = "x-montre", "x-raison"
REMEDY = f"ajoutez « {SHOWN} » : les pages où sa valeur se lit, ou une liste vide et « {WHY} »"
OBJECT = "écrivez-le entre accolades, comme ceux de schemas/"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each key without its mark: those of our schemas, and of those that the tree brings."""
    yield from _of(collection.schemas) if collection.schemas else _ours()


@cache
def _ours() -> tuple[Finding, ...]:
    # They come with the program: the same at each check of a process that makes many.
    return (*_of({}),)


def _of(brought: Mapping[str, Any]) -> Iterator[Finding]:
    published = [path.name for path in sorted(SCHEMAS.glob(f"*{SUFFIX}")) if PUBLISHED.fullmatch(path.name)]
    names = dict.fromkeys([*(f"{name}{SUFFIX}" for _, name in PLACES), *published, *brought])
    seen: set[str] = set()
    for name in names:
        schema = brought[name] if name in brought else registry().contents(name)
        if isinstance(schema, dict):
            yield from together(_unmarked(f"schemas/{name}", "$", schema, seen))
        else:
            yield Finding(f"schemas/{name}", "$", CODE, "ce schéma n’est pas un objet JSON", OBJECT)


def _unmarked(chemin: str, place: str, node: Any, seen: set[str]) -> Iterator[Finding]:
    """Yield the keys without a mark in a schema, and in the definitions of our files that it leads to.

    A tree may bring any JSON as a schema: what is none is told, not stumbled upon.
    """
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
        try:
            found = registry().resolver().lookup(reference).contents
        # The last two, of a pointer that goes through what holds nothing.
        except (Unresolvable, TypeError, ValueError):
            message = f"« {reference} » ne mène à aucun schéma de Repère"
            yield Finding(chemin, f"{place}.$ref", CODE, message, "corrigez ce renvoi, ou retirez-le")
        else:
            yield from _unmarked(f"schemas/{other}", "$" + pointer.replace("/", "."), found, seen)
    for key, inner in node.items():
        if key != "properties":
            yield from _unmarked(chemin, f"{place}.{key}", inner, seen)
        elif isinstance(inner, dict):
            yield from _keys(chemin, f"{place}.{key}", inner, seen)
        else:
            yield Finding(chemin, f"{place}.{key}", CODE, "« properties » n’est pas un objet JSON", OBJECT)


def _keys(chemin: str, place: str, keys: Mapping[str, Any], seen: set[str]) -> Iterator[Finding]:
    for name, one in keys.items():
        if not _marked(one):
            message = f"« {name} » ne dit pas où sa valeur se montre"
            yield Finding(chemin, f"{place}.{name}", CODE, message, REMEDY)
        yield from _unmarked(chemin, f"{place}.{name}", one, seen)


def _marked(schema: Any) -> bool:
    shown = schema.get(SHOWN) if isinstance(schema, dict) else None
    if not isinstance(shown, list) or not all(isinstance(page, str) for page in shown):
        return False
    return bool(shown or schema.get(WHY))
