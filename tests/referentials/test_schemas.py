"""The schemas themselves: they refuse what is empty, and they speak French to their reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from referentials.check import days, schemas
from referentials.check.sentences import NAMING, SENTENCES, Fault, retyped
from referentials.read import PLACES, REQUIRED

NAMES = sorted(path.name.removesuffix(schemas.SUFFIX) for path in schemas.SCHEMAS.glob(f"*{schemas.SUFFIX}"))
DATA = sorted({name for _, name in PLACES})
# commun holds definitions only: it describes no file.
KINDS = [name for name in NAMES if name != "commun"]
# Keywords that hold other schemas or words, and can never be what a value fails.
SILENT = {
    *("$schema", "$ref", "$defs", "title", "description", "x-aide", "x-montre", "x-raison"),
    *("properties", "items", "propertyNames"),
}


def content(name: str) -> dict[str, Any]:
    """Return a schema as written."""
    return dict(json.loads((schemas.SCHEMAS / f"{name}{schemas.SUFFIX}").read_text("utf-8")))


def subschemas(node: Any, place: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every schema of a document with its place; the names of properties are not keywords."""
    if not isinstance(node, dict):
        return
    yield place, node
    for key, value in node.items():
        if key in {"properties", "$defs"}:
            for name, inner in value.items():
                yield from subschemas(inner, f"{place}/{key}/{name}")
        elif isinstance(value, dict) and key != "const":
            yield from subschemas(value, f"{place}/{key}")
        elif key in {"oneOf", "anyOf", "allOf"}:
            for index, inner in enumerate(value):
                yield from subschemas(inner, f"{place}/{key}/{index}")


def test_a_reading_has_one_definition() -> None:
    """It is that of commun, which refuses an empty text and a code that is none; the others refer to it."""
    parts = {"code": "#/$defs/code", "intitule": "#/$defs/texte", "affiche": "#/$defs/texte"}
    found = [
        (name, place, {key: part.get("$ref") for key, part in schema["properties"].items()})
        for name in NAMES
        for place, schema in subschemas(content(name))
        if schema.get("properties", {}).keys() == parts.keys()
    ]
    assert found == [("commun", "#/$defs/lecture", parts)]


def test_there_is_a_schema_for_each_kind_of_file() -> None:
    """Every place of the tree has its schema in schemas/."""
    assert set(DATA) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_valid_schema(name: str) -> None:
    """Each file of schemas/ says its dialect and follows it."""
    donnees = content(name)
    assert donnees["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(donnees)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("value", [{}, [], None, "", 0, {"clé": 1}], ids=repr)
def test_a_schema_refuses_what_is_empty_or_foreign(name: str, value: Any) -> None:
    """A validator that accepts anything proves nothing."""
    assert not schemas.validator(name).is_valid(value)


@pytest.mark.parametrize("name", KINDS)
def test_a_misspelled_schema_is_an_error(name: str) -> None:
    """A schema that does not exist is never taken for one that accepts all."""
    with pytest.raises(LookupError):
        schemas.validator(f"{name}s")


@pytest.mark.parametrize("name", DATA)
def test_every_keyword_that_can_fail_has_a_french_sentence(name: str) -> None:
    """No fault of the data can end in an English message or in a KeyError."""
    used = {keyword for _, schema in subschemas(content(name)) for keyword in schema} - SILENT
    assert used <= SENTENCES.keys()


def test_a_number_is_rewritten_in_the_unit_of_its_key_or_not_at_all() -> None:
    """« 2 heures » is not two minutes, half of one is no whole number, « true » is no number: only a person knows."""
    cases = {
        ("integer", "minutes", "2 heures"): "écrivez 120, sans guillemets ni unité",
        ("integer", "minutes_max", "2,5 h"): "écrivez 150, sans guillemets ni unité",
        ("integer", "minutes", "2 jours"): "",
        ("integer", "duree_ans", "18 mois"): "",
        ("integer", "page", "2.5"): "",
        ("integer", "page", "true"): "",
        ("number", "valeur", "73,5 %"): "écrivez 73.5, sans guillemets ni unité",
        ("integer", "valeur", "73 pour cent"): "écrivez 73, sans guillemets ni unité",
        ("integer", "valeur", "15 jours ouvrés"): "écrivez 15, sans guillemets ni unité",
        ("number", "valeur", "2.5"): "retirez les guillemets",
    }
    assert {case: retyped(Fault("type", case[0], case[2], {}, key=case[1])) for case in cases} == cases


def test_a_day_that_no_calendar_has_is_told_however_it_is_written() -> None:
    """How to write it is of no help where it does not exist: it must be looked up first."""
    assert days.remedy("2023-02-30") == "février 2023 n’a que 28 jours, pas 30 : vérifiez la date dans la source"
    for text in ("31/04/2023", "31 avril 2023", "31.4.2023"):
        assert days.remedy(text) == "avril 2023 n’a que 30 jours, pas 31 : vérifiez-la, puis écrivez AAAA-MM-JJ"
    assert days.remedy("04/31/2023") == "il n’y a pas de mois 31 : vérifiez-la, puis écrivez AAAA-MM-JJ"
    assert days.remedy(" 1er avril 2023") == "écrivez 2023-04-01"
    assert days.remedy("avril 2023") == ""


def test_no_sentence_is_for_a_keyword_that_no_schema_uses() -> None:
    """The table of sentences holds nothing dead."""
    used = {keyword for name in NAMES for _, schema in subschemas(content(name)) for keyword in schema}
    assert SENTENCES.keys() - used == set()
    assert NAMING.keys() <= SENTENCES.keys()


@pytest.mark.parametrize("name", DATA)
def test_every_object_of_the_data_is_closed(name: str) -> None:
    """A misspelled key is a fault, never silence: each object refuses keys that it does not know."""
    opened = [
        place
        for place, schema in subschemas(content(name))
        if "properties" in schema and not re.search(r"/(oneOf|anyOf)/\d+$", place) and not closed(schema)
    ]
    assert opened == []


def closed(schema: dict[str, Any]) -> bool:
    """Say whether a schema, or each of its branches, refuses unknown keys."""
    branches = schema.get("oneOf", ())
    return schema.get("additionalProperties") is False or bool(
        branches and all(branch.get("additionalProperties") is False for branch in branches)
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_says_what_it_is_for(name: str) -> None:
    """Title and description, in the words of someone who opens the file for the first time."""
    donnees = content(name)
    assert donnees["title"].strip()
    assert donnees["description"].strip().endswith(".")


@pytest.mark.parametrize("name", ["commun", *DATA])
def test_a_pattern_that_would_puzzle_has_its_help(name: str) -> None:
    """A pattern alone tells nothing: the remedy of the message comes from x-aide, save for « not empty »."""
    mute = [
        place
        for place, schema in subschemas(content(name))
        if "pattern" in schema and schema["pattern"] != "\\S" and "x-aide" not in schema
    ]
    assert mute == []


@pytest.mark.parametrize("name", ["commun", *DATA])
def test_a_choice_between_forms_has_its_help(name: str) -> None:
    """« None of the forms fits » needs to be followed by the forms, in words."""
    mute = [
        place
        for place, schema in subschemas(content(name))
        if ("oneOf" in schema or "anyOf" in schema) and "x-aide" not in schema
    ]
    assert mute == []


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_between_schemas_resolves(name: str) -> None:
    """No $ref leads to a file or a definition that does not exist."""
    resolver = schemas.registry().resolver(f"{name}{schemas.SUFFIX}")
    for _, schema in subschemas(content(name)):
        if "$ref" in schema:
            assert resolver.lookup(schema["$ref"]).contents


@pytest.mark.parametrize("name", NAMES)
def test_a_final_line_break_never_passes(name: str) -> None:
    """In a pattern, $ is the very end: « R-EQUITE » followed by a line break is not a code, in any file."""
    for place, schema in subschemas(content(name)):
        if not schema.get("pattern", "").endswith("$"):
            continue
        reached = schemas.validator(name).evolve(schema=schema)
        value = next(value for value in SAMPLES if reached.is_valid(value))
        assert not reached.is_valid(f"{value}\n"), place


# One value for each anchored pattern of the schemas.
SAMPLES = (
    "D1",
    "un-slug",
    "1.2.3",
    "RNCP123",
    "12345678900012",
    "RNCP123BC01",
    "D1407",
    "34502",
    "312t",
    "https://exemple.fr/",
    "oui",
    "3",
    "glossaire/",
    "2026-11-21T10:00:00+01:00",
    "2026-11-21",
)


def test_every_required_file_has_its_place() -> None:
    """What is required of a certification is what the tree knows where to put."""
    assert {f"certifications/*/{name}" for name in REQUIRED} <= {pattern for pattern, _ in PLACES}
