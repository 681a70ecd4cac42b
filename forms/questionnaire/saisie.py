"""What hands, keyboards and pasted texts add to a date or a number without changing it: taken away before it is read.

days.mjs does the same in the page; tests/cas/saisie/ holds both to one table.
"""

from __future__ import annotations

import re
import unicodedata

# What Unicode calls a white space, one by one: Python and JavaScript each have a list of their own, and they differ.
SPACES = re.compile(r"[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
# Hyphens, dashes and the minus sign stand for one another; the fraction slash for the slash.
SAME = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"), "\u2044": "/"}
)


def plain(text: str) -> str:
    """Return a text composed, its invisible format characters gone, one hyphen, one slash, one kind of space."""
    seen = without(unicodedata.normalize("NFC", text), "Cf")
    return SPACES.sub(" ", seen.translate(SAME)).strip(" ")


def without(text: str, category: str) -> str:
    """Return a text without the characters of a category of Unicode."""
    return "".join(char for char in text if unicodedata.category(char) != category)
