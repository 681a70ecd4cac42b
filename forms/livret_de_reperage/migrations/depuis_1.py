"""Livret, format 1 → 2: a writing that is kept beside may now say why more exactly.  Format 1 called two things « fusion »."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def migrate(donnees: Mapping[str, Any]) -> dict[str, Any]:
    """Return the same content as format 2.  Whether « fusion » was a choice or a word typed over is not guessed."""
    return {**donnees, "version": 2}
