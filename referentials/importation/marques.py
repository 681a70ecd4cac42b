"""The marks that begin an element of a list, in a text that has lost its lines.

The feed replaces a new paragraph by four spaces and a new line by two; a list inside a list is set off by eight more.
A mark counts at the start of the text or after at least two spaces, so that a star or a dash inside a sentence is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Letters and figures that end with a figure (A1C1., C.10., C3.2 –, 1.2.3, 4)), or a single letter and a bracket (a).
_CODE = r"[A-Z]{1,4}\.?\d{1,3}(?:\.?[A-Z]{1,2}\.?\d{1,3}|[.-]\d{1,3})*|\d{1,2}(?:\.\d{1,2})*"
_MARK = re.compile(
    rf"(?:^|(?<=\s\s)|(?<=\n))(?:(?P<puce>[*•●▪◦‣·–—-]|o(?=\s+[^\s]))\s+|(?P<code>{_CODE})(?:\s*[.:)/–-]+\s*|\s+)(?=[^\W\d_]))"
)


@dataclass(frozen=True, slots=True)
class Marque:
    """A mark: its kind (the bullet itself, or the shape of the code), its code, where it stands and where it ends."""

    sorte: str
    code: str | None
    debut: int
    fin: int


_BULLET_CODE = re.compile(rf"(?P<code>{_CODE})(?:\s*[.:)/–-]+\s*)(?=[^\W\d_])")


def marques(text: str) -> tuple[Marque, ...]:
    """Return the marks of a text, in order."""
    return tuple(_mark(found) for found in _MARK.finditer(text))


def _mark(found: re.Match[str]) -> Marque:
    if code := found["code"]:
        return Marque(forme(code), code, found.start(), found.end())
    # « * C1. Tenir… » has both.  Long dashes and short ones are the same mark, typed by two hands.
    inner = _BULLET_CODE.match(found.string, found.end())
    end = inner.end() if inner else found.end()
    return Marque(re.sub("[–—]", "-", found["puce"]), inner["code"] if inner else None, found.start(), end)


def forme(code: str) -> str:
    """Return the shape of a code: A1C1 → A0C0, 1.2.3 → 0.0.0."""
    return re.sub(r"(?<=[A-Z])\.(?=\d|[A-Z])|(?<=\d)\.(?=[A-Z])", "", re.sub(r"\d+", "0", code))


def numeros(code: str) -> tuple[int, ...]:
    """Return the numbers of a code, to tell what follows what."""
    return tuple(int(digits) for digits in re.findall(r"\d+", code))
