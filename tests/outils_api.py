"""One making of the open data, on a day of our own choice."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from macros.api import data
from macros.api.edition import Edition
from referentials.load import Collection, load

EDITION = Edition("2026-11-30")
PUBLIEE = Edition("2026-11-30", "https://donnees.example/repere/")


# What was made of the published data: a test that adds a collection to them has data of its own, read anew.
_made: dict[tuple[str, Edition], tuple[Collection, Mapping[str, str]]] = {}


def _once(what: Callable[[Collection, Edition], Mapping[str, str]], collection: Collection, edition: Edition) -> Any:
    known = _made.get((what.__name__, edition))
    if known is None or known[0] is not collection:
        known = collection, MappingProxyType(what(collection, edition))
        if collection is load():
            _made[what.__name__, edition] = known
    return known[1]


def served(collection: Collection, edition: Edition = EDITION) -> Mapping[str, str]:
    """Return all that the API serves, place → text: of the published data, made once for all that only read it."""
    found: Mapping[str, str] = _once(data.every, collection, edition)
    return found


def published(collection: Collection, edition: Edition = EDITION) -> dict[str, Any]:
    """Return what follows our schemas: place below the site's root → content."""
    return {place: json.loads(text) for place, text in _once(data.files, collection, edition).items()}
