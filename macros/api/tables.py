"""The tables of the collection as files: CSV, the Table Schema of each, and the Data Package that holds them together."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from forms.socle.feuille import Feuille, to_csv
from macros.api.edition import API, LICENCE, LICENCE_URL, Edition
from macros.api.rows import ROWS
from referentials.load import Collection

DESCRIBED = Path(__file__).with_name("table_schemas")
PACKAGE = f"{API}datapackage.json"
# An identifier, which nothing here asks for.
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


@cache
def table_schema(name: str) -> dict[str, Any]:
    """Return the Table Schema of a table."""
    found: dict[str, Any] = json.loads((DESCRIBED / f"{name}.tableschema.json").read_text("utf-8"))
    return found


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def sheet(name: str, collection: Collection, jour: str) -> Feuille:
    """Return the rows of a table on a day, as texts."""
    described = table_schema(name)
    columns = tuple(field["name"] for field in described["fields"])
    rows = (tuple(_cell(row.get(column)) for column in columns) for row in ROWS[name](collection, jour))
    return Feuille(described["title"], columns, tuple(rows))


def package(edition: Edition) -> dict[str, Any]:
    """Return the Data Package: how each table is written, and its schema."""
    home = {"homepage": f"{edition.site}donnees/"} if edition.site else {}
    return {
        "$schema": PROFILE,
        "name": "repere",
        "title": "Repère",
        **home,
        "created": f"{edition.jour}T00:00:00Z",
        "licenses": [{"title": LICENCE, "path": LICENCE_URL}],
        "resources": [
            {
                "name": name,
                **{key: table_schema(name)[key] for key in ("title", "description")},
                "path": f"{name}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "dialect": {"delimiter": ";", "lineTerminator": "\r\n"},
                "schema": f"{name}.tableschema.json",
            }
            for name in ROWS
        ],
    }


def texts(collection: Collection, edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield each CSV: its place, its text."""
    for name in ROWS:
        yield f"{API}{name}.csv", to_csv(sheet(name, collection, edition.jour))


def documents(edition: Edition) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what describes them: its place, its content."""
    for name in ROWS:
        yield f"{API}{name}.tableschema.json", table_schema(name)
    yield PACKAGE, package(edition)
