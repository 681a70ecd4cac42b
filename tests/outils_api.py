"""One making of the open data, on a day of our own choice."""

from __future__ import annotations

import json
from typing import Any

from macros.api import data
from macros.api.edition import Edition
from referentials.load import Collection

EDITION = Edition("2026-11-30")
PUBLIEE = Edition("2026-11-30", "https://donnees.example/repere/")


def published(collection: Collection, edition: Edition = EDITION) -> dict[str, Any]:
    """Return what follows our schemas: place below the site's root → content."""
    return {place: json.loads(text) for place, text in data.files(collection, edition).items()}
