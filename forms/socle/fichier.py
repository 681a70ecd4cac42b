"""The file is the save: its format, and its text read into a valid content of the newest format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from forms import migrations
from forms.socle import passage, refus
from forms.socle.json_strict import read
from forms.validateurs.export_auto_positionnement import validate

FORMAT = "repere/auto-positionnement"
VERSION = 2


@dataclass(frozen=True, slots=True)
class Genre:
    """A kind of file: its format and newest version, what people call its page, and how one is brought up to date."""

    format: str
    version: int
    page: str
    migrate: Callable[[dict[str, Any]], dict[str, Any]]
    validate: Callable[[dict[str, Any]], object]


AUTO_POSITIONNEMENT = Genre(FORMAT, VERSION, refus.AUTO_POSITIONNEMENT, migrations.migrate, validate)


def format_of(text: str) -> str | None:
    """Return the format that a text says it has, if any.  Raises Refus: not JSON."""
    donnees = read(text)
    found = donnees.get("format") if isinstance(donnees, dict) else None
    return found if isinstance(found, str) else None


def parse(text: str, genre: Genre = AUTO_POSITIONNEMENT) -> dict[str, Any]:
    """Return the content of a valid file of this kind, whatever its certification, in the newest format.

    Raises Refus: not JSON, not of this kind, newer than us, not following the schema of its own format, or saved at a
    moment that does not exist, which no page could show.
    """
    donnees = read(text)
    found = donnees.get("format") if isinstance(donnees, dict) else None
    if not isinstance(donnees, dict) or found != genre.format:
        raise refus.not_ours(found if isinstance(found, str) else None, genre.format, genre.page)
    version = donnees.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > genre.version:
        raise refus.too_new(version, genre.version)
    try:
        newest = genre.migrate(passage.restored(donnees))
        genre.validate(newest)
    except refus.JsonSchemaValueException as fault:
        raise refus.not_conforming(fault) from fault
    try:
        datetime.fromisoformat(newest["exporte_le"])
    except ValueError as error:
        raise refus.not_a_moment("exporte_le") from error
    return newest
