"""The compiled schemas, which say yes or no, agree with jsonschema, which words the faults."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from referentials.check import schemas
from referentials.check.compiled import UnknownKeywordError, compiled
from referentials.read import ROOT, Fichier, read_tree

FILES = {fichier.schema: fichier for fichier in read_tree(ROOT) if fichier.schema}
FOREIGN: tuple[Any, ...] = (None, True, 1, -1, 1.5, "", "x\n", "2026-02-30", [], {})
# Enough to meet each keyword of a schema; jsonschema is slow.
MOST = 10


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each place of a document: what holds it, and its key there."""
    for key in node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
        yield node, key
        yield from places(node[key])


@pytest.mark.parametrize("fichier", FILES.values(), ids=FILES.keys())
def test_both_agree_whatever_becomes_of_a_file(fichier: Fichier) -> None:
    """The file itself, then with one value taken away or made foreign, at places spread over the whole of it."""
    assert fichier.schema
    whole = {"donnees": copy.deepcopy(fichier.donnees)}
    validator = schemas.validator(fichier.schema)
    assert schemas.follows(fichier.schema, whole["donnees"])
    every = list(places(whole))
    for number, (holder, key) in enumerate(every[:: max(1, len(every) // MOST)]):
        kept = holder[key]
        holder[key] = FOREIGN[number % len(FOREIGN)]
        assert schemas.follows(fichier.schema, whole["donnees"]) == validator.is_valid(whole["donnees"]), holder
        holder[key] = kept
        if isinstance(holder, dict) and holder is not whole:
            before = json.dumps(holder)
            del holder[key]
            assert schemas.follows(fichier.schema, whole["donnees"]) == validator.is_valid(whole["donnees"]), before
            holder[key] = kept


@pytest.mark.parametrize(
    ("schema", "faulty"),
    [
        ({"const": True}, 1),
        ({"const": 1}, True),
        ({"type": "string", "format": "date"}, "2026-02-30"),
        ({"type": "string", "pattern": "^[a-z]+$"}, "abc\n"),
        ({"$ref": "autre", "maxLength": 2}, "abc"),
        ({"$ref": "autre"}, 3),
        ({"type": "integer"}, True),
    ],
)
def test_what_a_compiler_may_take_lightly_is_refused(schema: dict[str, Any], faulty: Any) -> None:
    """True is not 1, a day is of the calendar, $ is the very end, and what stands beside a reference counts."""
    assert not compiled(["essai"], {"essai": schema, "autre": {"type": "string"}})("essai", faulty)


@pytest.mark.parametrize(
    "schema", [{"dependentRequired": {}}, {"enum": [1]}, {"const": None}, {"multipleOf": 0.1}], ids=str
)
def test_what_it_does_not_know_is_an_error_and_no_yes(schema: dict[str, Any]) -> None:
    """A keyword that the compiler would pass over, or read otherwise, stops everything."""
    with pytest.raises(UnknownKeywordError):
        compiled(["essai"], {"essai": {"properties": {"a": schema}}})
