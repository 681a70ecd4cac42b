"""The editor validates while one types: each place of the tree is mapped to its schema."""

from __future__ import annotations

import json
from pathlib import Path

from referentials.canonical import SCHEMAS
from referentials.read import PLACES, ROOT

TOP = Path(__file__).parents[2]
SETTINGS = json.loads((TOP / ".vscode" / "settings.json").read_text("utf-8"))


def test_every_place_is_mapped_to_its_schema() -> None:
    """What the checker validates, and nothing else, is what the editor validates."""
    mapped = {(pattern, entry["url"]) for entry in SETTINGS["json.schemas"] for pattern in entry["fileMatch"]}
    folder = f"/{ROOT.relative_to(TOP).as_posix()}"
    assert mapped == {(f"{folder}/{pattern}", f"./docs/schemas/{name}.schema.json") for pattern, name in PLACES}


def test_every_schema_that_is_named_exists() -> None:
    """A mapping to a file that has moved would validate nothing, in silence."""
    for entry in SETTINGS["json.schemas"]:
        # Written there from schemas/, with what helps whoever types.
        assert (SCHEMAS / Path(entry["url"]).name).is_file(), entry
