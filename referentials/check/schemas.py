"""SCH001: every file follows the JSON Schema of its place.  The schema's `x-aide` is the remedy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from referentials.check.finding import Finding
from referentials.check.sentences import fault_of, remedy, sentence

SCHEMAS = Path(__file__).parents[2] / "schemas"
SUFFIX = ".schema.json"


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    # JSON Schema's patterns are ECMA's, where $ is the very end; Python's $ lets a final line break pass.
    if isinstance(instance, str) and not re.search(pattern.replace("$", r"\Z"), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_Validator: type[Validator] = extend(Draft202012Validator, {"pattern": _pattern})


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
    return {key: value for key, value in json.loads(path.read_text("utf-8")).items() if key != "$schema"}


@cache
def validator(name: str) -> Validator:
    """Return the validator of schemas/<name>.schema.json, formats checked.  Raises LookupError if unknown."""
    registry().contents(f"{name}{SUFFIX}")
    return _Validator(
        {"$ref": f"{name}{SUFFIX}"}, registry=registry(), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def findings(chemin: str, schema: str, donnees: Any) -> Iterator[Finding]:
    """Yield one finding for each fault of `donnees` against the schema."""
    for error in validator(schema).iter_errors(donnees):
        for cause in telling(error):
            fault = fault_of(cause)
            yield Finding(chemin, cause.json_path, "SCH001", sentence(fault), remedy(fault))


def telling(error: ValidationError) -> Iterator[ValidationError]:
    """Yield what is worth saying of an error: inside a `oneOf`, the faults of the branch that was meant.

    A branch is meant when its constants (`nature`…) match; with none or several, the `oneOf` itself is reported.
    """
    branches: dict[Any, list[ValidationError]] = {}
    for cause in error.context or ():
        branches.setdefault(cause.schema_path[0], []).append(cause)
    meant = [causes for causes in branches.values() if not any(_is_discriminant(cause) for cause in causes)]
    if error.validator == "oneOf" and len(meant) == 1 and len(branches) > 1 and _discriminated(branches):
        for cause in meant[0]:
            yield from telling(cause)
    else:
        yield error


def _is_discriminant(error: ValidationError) -> bool:
    return error.validator == "const"


def _discriminated(branches: Mapping[Any, list[ValidationError]]) -> bool:
    return any(_is_discriminant(cause) for causes in branches.values() for cause in causes)
