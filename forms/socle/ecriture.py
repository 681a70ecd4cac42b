"""Two ways of encoding one text: an accent composed with its letter, or beside it, as some tools and systems write it.

What a person wrote is kept as it came.  Only comparisons look through the difference.
"""

from __future__ import annotations

import unicodedata
from typing import Any


def composed(value: Any) -> Any:
    """Return a text, or each text of a sequence, in the one form in which two of them compare; the rest as it is."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    return tuple(composed(one) for one in value) if isinstance(value, list | tuple) else value


def same(one: Any, other: Any) -> bool:
    """Say whether two values hold the same text, however it is encoded."""
    return bool(composed(one) == composed(other))
