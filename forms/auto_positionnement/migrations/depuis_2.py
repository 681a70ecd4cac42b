"""Format 2 → 3: a file may now hold a first pass and the route that one wishes; format 2 had neither."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def migrate(donnees: Mapping[str, Any]) -> dict[str, Any]:
    """Return the same content as format 3.  Nothing of a first pass is made up from the detailed answers."""
    return {**donnees, "version": 3}
