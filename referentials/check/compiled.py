"""Yes or no: does a document follow its schema?  Compiled from the schemas, for jsonschema takes ten times as long.

It never says yes where jsonschema would find a fault: a keyword, or a constant, that it would read otherwise is refused
when the schema is compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import fastjsonschema
from jsonschema import FormatChecker

DIALECT = "http://json-schema.org/draft-07/schema#"
SILENT = {"$schema", "$defs", "title", "description"}
# What our schemas say more, which checks nothing.
OURS = "x-"
# Those that the compiler knows, and reads as the dialect of our schemas has them.
CHECKED = {
    *("$ref", "type", "enum", "const", "oneOf", "anyOf", "allOf", "not", "if", "then", "else"),
    *("properties", "required", "additionalProperties", "propertyNames", "minProperties", "maxProperties"),
    *("items", "minItems", "maxItems", "uniqueItems", "contains"),
    *("pattern", "format", "minLength", "maxLength"),
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
}
ONE = {"items", "additionalProperties", "not", "if", "then", "else", "propertyNames", "contains"}
MANY = {"oneOf", "anyOf", "allOf"}
NAMED = {"properties", "$defs"}


class UnknownKeywordError(ValueError):
    """A schema has a keyword, or a constant, of which the compiler might make something else."""


def compiled(names: Iterable[str], schemas: Mapping[str, Any]) -> Callable[[str, Any], bool]:
    """Return whether a document follows the schema of one of these file names, as a function of both.

    `schemas`: all, by file name.  Compiled together: what they refer to is, once.
    """

    @cache
    def read(uri: str) -> Any:
        return _plain(schemas[uri.partition("#")[0]])

    validate = fastjsonschema.compile(
        {"$schema": DIALECT, "properties": {name: {"$ref": name} for name in names}},
        handlers={"": read},
        formats={known: _format(known) for known in FormatChecker.checkers},
        use_default=False,
        detailed_exceptions=False,
    )

    def follows(name: str, donnees: Any) -> bool:
        try:
            validate({name: donnees})
        except fastjsonschema.JsonSchemaValueException:
            return False
        return True

    return follows


def _format(name: str) -> Callable[[str], bool]:
    checker = FormatChecker((name,))
    return lambda value: checker.conforms(value, name)


def _plain(schema: Any) -> Any:
    """Return a schema as the compiler must have it to mean the same.  Raises UnknownKeywordError."""
    if not isinstance(schema, dict):
        return schema
    schema = {key: value for key, value in schema.items() if not key.startswith(OURS)}
    unknown = schema.keys() - CHECKED - SILENT
    odd = [value for value in schema.get("enum", ()) if not isinstance(value, str)]
    odd += [value for value in [schema.get("const", "")] if not isinstance(value, str | bool | int | float)]
    if unknown or odd:
        raise UnknownKeywordError(f"referentials/check/compiled.py ne connaît pas : {[*unknown, *odd]}")
    plain = {key: _inner(key, value) for key, value in schema.items() if key not in SILENT - NAMED}
    if "const" in plain:
        constant = plain.pop("const")
        # For Python true is 1.
        kind = {"type": "boolean" if isinstance(constant, bool) else "number"}
        only = {"enum": [constant]} if isinstance(constant, str) else {"enum": [constant], **kind}
        plain["allOf"] = [*plain.get("allOf", ()), only]
    # There a reference hides whatever stands beside it.
    if "$ref" in plain and plain.keys() - {"$ref", "$defs"}:
        plain["allOf"] = [*plain.get("allOf", ()), {"$ref": plain.pop("$ref")}]
    return plain


def _inner(key: str, value: Any) -> Any:
    if key in ONE:
        return _plain(value)
    if key in MANY:
        return [_plain(one) for one in value]
    return {name: _plain(one) for name, one in value.items()} if key in NAMED else value
