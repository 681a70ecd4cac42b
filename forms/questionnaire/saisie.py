"""What hands, keyboards and pasted texts add to a date or a number without changing it: taken away before it is read.

days.mjs does the same in the page; tests/cas/saisie/ holds both to one table.
"""

from __future__ import annotations

import unicodedata

# Hyphens, dashes and the minus sign stand for one another; the fraction slash for the slash.
SAME = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"), "\u2044": "/"}
)


def plain(text: str) -> str:
    """Return a text composed, its invisible format characters gone, one hyphen, one slash, one kind of space."""
    seen = (char for char in unicodedata.normalize("NFC", text) if unicodedata.category(char) != "Cf")
    spaced = "".join(" " if char.isspace() else char for char in seen)
    return " ".join(spaced.translate(SAME).split())
