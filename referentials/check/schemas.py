"""SCH001: every file follows the JSON Schema of its place.  The schema's `x-aide` is the remedy."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from referentials import canonical
from referentials.check.compiled import compiled
from referentials.check.finding import Finding
from referentials.check.sentences import fault_of, pairs, remedy, sentence
from referentials.read import PLACES

SCHEMAS, SUFFIX = canonical.SCHEMAS, canonical.SUFFIX
# Those of the files of the tree: a check needs most of them.
DATA = frozenset(schema for _, schema in PLACES)
CHOICES = ("oneOf", "anyOf")
UNKNOWN = "additionalProperties"


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    # JSON Schema's patterns are ECMA's, where $ is the very end; Python's $ lets a final line break pass.
    if isinstance(instance, str) and not re.search(pattern.replace("$", r"\Z"), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _reference(validator: Any, reference: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    # jsonschema parses each reference anew at each value: half of the time of a check.
    yield from validator.descend(instance, _target(reference))


@cache
def _target(reference: str) -> Any:
    return registry().resolver().lookup(reference).contents


_Validator: type[Validator] = extend(Draft202012Validator, {"pattern": _pattern, "$ref": _reference})


@cache
def registry() -> Registry[Any]:
    """Return all schemas of `schemas/`, each under its file name."""
    resources = [
        (path.name, Resource.from_contents(_contents(path), default_specification=DRAFT202012))
        for path in sorted(SCHEMAS.glob(f"*{SUFFIX}"))
    ]
    return Registry().with_resources(resources)


def _contents(path: Path) -> dict[str, Any]:
    # Without "$schema": jsonschema would follow it to its own validator, which has its own idea of "pattern".
    schema = _whole_references(json.loads(path.read_text("utf-8")), path.name)
    return {key: value for key, value in schema.items() if key != "$schema"}


def _whole_references(node: Any, name: str) -> Any:
    """Return a schema whose references all begin with the name of a file, so that each means one thing everywhere."""
    if isinstance(node, list):
        return [_whole_references(value, name) for value in node]
    if not isinstance(node, dict):
        return node
    return {
        key: f"{name}{value}" if key == "$ref" and value.startswith("#") else _whole_references(value, name)
        for key, value in node.items()
    }


@cache
def validator(name: str) -> Validator:
    """Return the validator of schemas/<name>.schema.json, formats checked.  Raises LookupError if unknown."""
    registry().contents(f"{name}{SUFFIX}")
    return _Validator(
        {"$ref": f"{name}{SUFFIX}"}, registry=registry(), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


@cache
def _compiled(names: frozenset[str]) -> Callable[[str, Any], bool]:
    every = {path.name: _contents(path) for path in SCHEMAS.glob(f"*{SUFFIX}")}
    return compiled([f"{name}{SUFFIX}" for name in sorted(names)], every)


def follows(name: str, donnees: Any) -> bool:
    """Tell whether a document follows schemas/<name>.schema.json, in a tenth of the time that its faults would take."""
    return _compiled(DATA if name in DATA else frozenset({name}))(f"{name}{SUFFIX}", donnees)


def findings(chemin: str, schema: str, donnees: Any) -> Iterator[Finding]:
    """Yield one finding for each fault of `donnees` against the schema."""
    if follows(schema, donnees):
        return
    causes = [cause for error in validator(schema).iter_errors(donnees) for cause in telling(error)]
    # A key written otherwise than the one that is missing beside it: what it should be says both.
    meant = {(c.json_path, right) for c in causes if c.validator == UNKNOWN for _, right in pairs(fault_of(c))}
    for cause in causes:
        fault = fault_of(cause)
        if cause.validator != "required" or {(cause.json_path, name) for name in fault.lacking} - meant:
            yield Finding(chemin, cause.json_path, "SCH001", sentence(fault), remedy(fault))


def telling(error: ValidationError) -> Iterator[ValidationError]:
    """Yield what is worth saying of an error: inside a choice, at any depth, the faults of the branch that was meant.

    A branch is meant when the constants that tell branches apart (`nature`…) match; else the choice itself is reported.
    """
    if error.validator not in CHOICES:
        yield error
        return
    schema: Any = error.schema  # of which jsonschema only says that it may be unset
    keys = {
        key
        for key in schema.get("required", ())
        if all(_constant(branch, key) for branch in schema[str(error.validator)])
    }
    if "type" in schema and not isinstance(error.instance, dict):
        return  # that it is no object is said already
    if isinstance(error.instance, dict) and not keys <= error.instance.keys():
        return  # and so is that the key which chooses is missing
    branches: dict[Any, list[ValidationError]] = {}
    for cause in error.context or ():
        branches.setdefault(cause.schema_path[0], []).append(cause)
    meant = [causes for causes in branches.values() if not any(_denies(cause, keys) for cause in causes)]
    if keys and len(meant) == 1:
        for cause in meant[0]:
            yield from telling(cause)
    else:
        yield error


def _constant(branch: Mapping[str, Any], key: str) -> bool:
    return "const" in branch.get("properties", {}).get(key, {})


def _denies(error: ValidationError, keys: set[str]) -> bool:
    return error.validator == "const" and len(error.path) == 1 and error.path[0] in keys
