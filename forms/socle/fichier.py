"""The file is the save: its text, of any kind, read into a valid content of the newest format.

A file is checked against the schema of its own format first, so that a damaged old file is refused for what is
wrong in it, not for what a step to a newer format would make of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from forms.socle import passage, refus
from forms.socle.genre import Genre
from forms.socle.json_strict import read


def format_of(text: str) -> str | None:
    """Return the format that a text says it has, if any.  Raises Refus: not JSON."""
    donnees = read(text)
    found = donnees.get("format") if isinstance(donnees, dict) else None
    return found if isinstance(found, str) else None


def parse(text: str, genre: Genre) -> dict[str, Any]:
    """Return the content of a valid file of this kind, whatever its certification, in the newest format.

    Raises Refus: not JSON, not of this kind, newer than us, not following the schema of its own format, or saved at a
    moment that does not exist, which no page could show.
    """
    donnees = read(text)
    found = donnees.get("format") if isinstance(donnees, dict) else None
    if not isinstance(donnees, dict) or found != genre.format:
        about = donnees.get("certification") if isinstance(donnees, dict) else None
        named = about if isinstance(about, str) else ""
        raise refus.not_ours(found if isinstance(found, str) else None, genre, named)
    version = donnees.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > genre.version:
        raise refus.too_new(version, genre.version)
    try:
        newest = migrate(passage.restored(donnees), genre)
    except refus.JsonSchemaValueException as fault:
        raise refus.not_conforming(fault) from fault
    try:
        datetime.fromisoformat(newest["exporte_le"])
    except ValueError as error:
        raise refus.not_a_moment("exporte_le") from error
    return newest


def migrate(donnees: dict[str, Any], genre: Genre) -> dict[str, Any]:
    """Return a file in the newest format of its kind, one step a format; what is in no older one is only judged.

    Raises JsonSchemaValueException where the file does not follow the schema of its own format.
    """
    for version in range(_version(donnees) or genre.version, genre.version):
        genre.validate(donnees, version)
        donnees = genre.migrate(donnees, version)
    genre.validate(donnees, genre.version)
    return donnees


def _version(donnees: Mapping[str, Any]) -> int:
    # `true` is 1 for Python and 1.0 is 1 for JSON: only the second is a version.
    version: Any = donnees.get("version")
    whole = isinstance(version, int | float) and not isinstance(version, bool) and version == int(version)
    return int(version) if whole and version > 0 else 0
