"""One making of the open data, on a day of our own choice."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from macros.api import data
from macros.api.edition import Edition
from referentials.load import Collection, load

EDITION = Edition("2026-11-30")
PUBLIEE = Edition("2026-11-30", "https://donnees.example/repere/")


@cache
def _ours(edition: Edition) -> Mapping[str, str]:
    return MappingProxyType(data.every(load(), edition))


def served(collection: Collection, edition: Edition = EDITION) -> Mapping[str, str]:
    """Return all that the API serves, place → text: of the published data, made once for all that only read it."""
    return _ours(edition) if collection is load() else data.every(collection, edition)


@cache
def _files(edition: Edition) -> Mapping[str, str]:
    return MappingProxyType(data.files(load(), edition))


def published(collection: Collection, edition: Edition = EDITION) -> dict[str, Any]:
    """Return what follows our schemas: place below the site's root → content."""
    texts = _files(edition) if collection is load() else data.files(collection, edition)
    return {place: json.loads(text) for place, text in texts.items()}
