"""Worked examples of dossiers: read as a person wrote them, changed in one place."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

EXEMPLES = Path(__file__).parent / "exemples"
JOUR = date(2026, 11, 23)


def example(name: str) -> Any:
    """Return an example; every answer is the text that one types, and nothing is guessed to be a date or a number."""
    return yaml.load((EXEMPLES / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 — texts only, no objects


def conforming() -> dict[str, Any]:
    """Return the answers of the dossier that conforms."""
    answers: dict[str, Any] = example("dossier-conforme")
    return answers


def changed(answers: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers with some of them replaced, or taken away where the new one is empty."""
    result = copy.deepcopy(dict(answers))
    for place, value in changes.items():
        code, *rest = place.split("/")
        if not rest:
            result[code] = value
            continue
        row = next(row for row in result[code] if row["id"] == rest[0])
        if len(rest) == 1:
            result[code].remove(row)
        else:
            row[rest[1]] = value
    return result
