"""Format 1 → 2: a file may now hold a name, the scale and the wording that was answered; format 1 had none of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def migrate(donnees: Mapping[str, Any]) -> dict[str, Any]:
    """Return the same content as format 2.  What format 1 did not say stays unsaid: it is not guessed."""
    return {**donnees, "version": 2}
