"""What to write instead of a name that does not exist."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches

# Longer lists help nobody: beyond, only the names that resemble the one cited.
LONGEST_LIST = 12


def shortened(names: Sequence[str]) -> str:
    """Return names one after the other, the first ones where there are many."""
    more = len(names) - LONGEST_LIST
    return ", ".join(names[:LONGEST_LIST]) + (f" et {more} autre{'s' if more > 1 else ''}" if more > 0 else "")


def remedy(name: str, known: Collection[str]) -> str:
    """Return what to cite: all that exists if that is little, else what resembles the name."""
    if not known:
        return "retirez la référence"
    if len(known) <= LONGEST_LIST:
        return f"citez l’une de {', '.join(sorted(known))}"
    close = get_close_matches(name, sorted(known))
    return f"citez {' ou '.join(close)}, si c’est bien cela" if close else "citez un code qui existe, ou retirez-le"
