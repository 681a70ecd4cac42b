"""The file is the save: its format, and its text read into a valid content of the newest format."""

from __future__ import annotations

from typing import Any

from forms import migrations, refus
from forms.lecture import read
from forms.validateurs.export_auto_positionnement import validate

FORMAT = "repere/auto-positionnement"
VERSION = 2


def parse(text: str) -> dict[str, Any]:
    """Return the content of a valid export, whatever its certification, in the newest format.

    Raises Refus: not JSON, not ours, newer than us, or not following the schema of its own format.
    """
    donnees = read(text)
    found = donnees.get("format") if isinstance(donnees, dict) else None
    if not isinstance(donnees, dict) or found != FORMAT:
        raise refus.not_ours(found if isinstance(found, str) else None)
    version = donnees.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise refus.too_new(version, VERSION)
    try:
        newest = migrations.migrate(donnees)
        validate(newest)
    except refus.JsonSchemaValueException as fault:
        raise refus.not_conforming(fault) from fault
    return newest
