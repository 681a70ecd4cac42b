"""Schemas → validators in plain Python (forms/validateurs), which the browser can run.

fastjsonschema writes the code; the only changes made to it are its imports and what it
catches, so that nothing but our package and the standard library is left at run time.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import fastjsonschema

from forms.socle import registre

ROOT = Path(__file__).parents[2]
# Of every format of the files that the forms save: the newest has no number.
SCHEMAS = tuple(
    f"export-{genre.code}" + (f"-{version}" if version < genre.version else "")
    for genre in registre.genres()
    for version in range(1, genre.version + 1)
)
# What fastjsonschema imports and a validator of ours never calls: a schema that needs it must be noticed.
UNUSED = ("Decimal", "JsonSchemaValuesException")
# A number read from JSON is an int or a float.
NUMBER, PLAIN_NUMBER = "int, float, Decimal", "int, float"
# It catches both of its exceptions, whichever of them it raises: all at once is an option that we do not take.
CAUGHT, CATCH = "(JsonSchemaValueException, JsonSchemaValuesException)", "JsonSchemaValueException"
BODY = "REGEX_PATTERNS = "
# What a schema says to people, and checks nothing: it would be carried into each refusal, to every browser.  The examples
# of a form of text stay: a refusal shows one.
SAID = ("$schema", "title", "description", "x-")
HEADER = '"""Generated from schemas/{name}.schema.json by `python -m macros navigateur`.  Do not edit."""\n\n'
IMPORTS = "import re\n\nfrom forms.socle.refus import JsonSchemaValueException\n\n"


def target(name: str) -> Path:
    """Return the file that holds the validator of a schema."""
    return ROOT / "forms" / "validateurs" / f"{name.replace('-', '_')}.py"


def generate(name: str) -> str:
    """Return the code of the validator of schemas/<name>.schema.json: a module with `validate(data)`.

    Raises ValueError where the generated code needs more than `re` and our exception.
    """
    schema = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8"))
    code = fastjsonschema.compile_to_code(_bare(schema)).replace(CAUGHT, CATCH).replace(NUMBER, PLAIN_NUMBER)
    imports, mark, body = code.partition(BODY)
    needed = [use for use in UNUSED if use in body]
    if not mark or needed or "JsonSchemaValueException" not in imports:
        raise ValueError(
            f"the validator of {name} needs {needed or 'other imports'}: extend macros/navigateur/validators.py"
        )
    return HEADER.format(name=name) + IMPORTS + mark + body


def _bare(schema: Any, *, named: bool = False) -> Any:
    """Return a schema with what it checks; `named`: its keys are names that it gives, whatever they are."""
    if isinstance(schema, list):
        return [_bare(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: _bare(value, named=not named and key in {"properties", "$defs"})
        for key, value in schema.items()
        if named or not key.startswith(SAID)
    }


def write() -> None:
    """Write the validators; one that is up to date is left as it is."""
    for name in SCHEMAS:
        path, code = target(name), generate(name)
        if not path.is_file() or path.read_text("utf-8") != code:
            path.write_text(code, "utf-8")
