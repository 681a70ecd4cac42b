"""The tables of the open data: each cell is what its Table Schema says of its column."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.api.rows import ROWS
from referentials.load import Collection, load
from tests.outils import CAS, tree
from tests.outils_api import served

READ = {
    "string": str,
    "integer": int,
    "date": date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}


@pytest.fixture(params=["publiée", "repertoire-specifique-et-diplome"])
def collection(request: pytest.FixtureRequest, tmp_path: Path) -> Collection:
    """Return the published data, then one of each register."""
    return load() if request.param == "publiée" else load(tree(CAS / "conformes" / request.param, tmp_path))


def table(collection: Collection, name: str) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """Return the Table Schema of a table, and its rows as a program reads them."""
    files = served(collection)
    text = files[f"api/v1/{name}.csv"]
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";"))
    return json.loads(files[f"api/v1/{name}.tableschema.json"]), rows


def fault(field: dict[str, Any], cell: str) -> str | None:
    """Return what is wrong with a cell, as a validator of Table Schema says it; an empty one is a missing value."""
    asked = field.get("constraints", {})
    if not cell:
        return "required" if asked.get("required") else None
    try:
        value = READ[field["type"]](cell)
    except (ValueError, KeyError):
        return "type"
    if "pattern" in asked and not re.fullmatch(asked["pattern"], cell):
        return "pattern"
    if "enum" in asked and value not in asked["enum"]:
        return "enum"
    return None if asked.get("minimum", value) <= value <= asked.get("maximum", value) else "bounds"


@pytest.mark.parametrize("name", ROWS)
def test_each_cell_is_as_the_table_schema_says(collection: Collection, name: str) -> None:
    """Headings in order, types, patterns, lists, what is required and unique; and the check itself sees a fault."""
    schema, rows = table(collection, name)
    fields = schema["fields"]
    assert rows
    assert list(rows[0]) == [field["name"] for field in fields]
    assert all({"name", "title", "description", "type"} <= field.keys() for field in fields)
    assert [(field["name"], row) for row in rows for field in fields if fault(field, row[field["name"]])] == []
    keys = [tuple(row[key] for key in schema["primaryKey"]) for row in rows]
    assert len(set(keys)) == len(keys)
    assert fault(next(field for field in fields if field["type"] == "integer"), "douze") == "type"


def test_every_column_has_something_in_it_somewhere(tmp_path: Path) -> None:
    """A name that the rows do not give would be a column for ever empty."""
    small = load(tree(CAS / "conformes" / "repertoire-specifique-et-diplome", tmp_path))
    for name in ROWS:
        schema, rows = table(load(), name)
        filled = {column for row in (*rows, *table(small, name)[1]) for column, cell in row.items() if cell}
        assert filled == {field["name"] for field in schema["fields"]}


def test_rows_are_those_of_the_collection(collection: Collection) -> None:
    """A row a certification, a row a competence in reading order; the second names the first by its key."""
    schema, rows = table(collection, "certifications")
    assert [row["slug"] for row in rows] == [one.slug for one in collection.certifications]
    schema, below = table(collection, "competences")
    expected = [(one.slug, c.code) for one in collection.certifications for c in one.all_competences()]
    assert [(row["certification"], row["code"]) for row in below] == expected
    (key,) = schema["foreignKeys"]
    assert key["reference"] == {"resource": "certifications", "fields": ["slug"]}
    assert {row["certification"] for row in below} <= {row["slug"] for row in rows}
    assert all(row["competences"] == str(sum(b["certification"] == row["slug"] for b in below)) for row in rows)


def test_the_official_number_of_a_bloc_goes_with_its_competences(tmp_path: Path) -> None:
    """A competence of a bloc that has an official number says it."""
    small = load(tree(CAS / "conformes" / "repertoire-specifique-et-diplome", tmp_path))
    _, rows = table(small, "competences")
    assert "RNCP39999BC01" in {row["numero_bloc"] for row in rows if row["certification"] == "bts-potier"}


def test_the_package_names_every_table_with_its_dialect() -> None:
    """Each path is published beside it; « ; » between cells is said, since a reader would take commas."""
    files = served(load())
    package = json.loads(files["api/v1/datapackage.json"])
    assert [one["name"] for one in package["resources"]] == list(ROWS)
    for one in package["resources"]:
        assert {f"api/v1/{one['path']}", f"api/v1/{one['schema']}"} <= files.keys()
        assert one["dialect"]["delimiter"] == ";"
