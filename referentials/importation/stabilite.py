"""The code of an imported competence: that of its bloc and a print of its wording, never its rank.

A competence that moves keeps its code, and an answer saved to it.  One that is worded otherwise is found again by update.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from hashlib import blake2b

# Without I and O, which are read as figures, nor 0 and 1, which are read as letters.
_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_SHORT = 6
_PRINT = re.compile(rf"-[{_SIGNS}]{{{_SHORT},{2 * _SHORT}}}(-\d+)?")


def os_du_texte(texte: str) -> str:
    """Return a text without what may change and mean nothing: spaces, accents, capitals, punctuation."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", texte) if not unicodedata.combining(sign))
    return re.sub(r"[\W_]", "", plain).casefold()


def empreinte(texte: str, taille: int = _SHORT) -> str:
    """Return so many letters and figures that say which text it is."""
    number = int.from_bytes(blake2b(os_du_texte(texte).encode(), digest_size=16).digest())
    return "".join(_SIGNS[number >> 5 * rank & 31] for rank in range(taille))


def calcule(code: str) -> bool:
    """Tell whether a code is one that was made of a wording, rather than one that a person chose."""
    return any(found.end() == len(code) for found in _PRINT.finditer(code))


def codes(prefixe: str, textes: Iterable[str]) -> list[str]:
    """Return a code for each text below a prefix, each once: where two texts have one print, the second has a longer one."""
    found: list[str] = []
    for texte in textes:
        size = _SHORT
        while (code := f"{prefixe}-{empreinte(texte, size)}") in found:
            # The same text twice: its print never ends, and the rank alone tells it from the first.
            size += 1
            if size > 2 * _SHORT:
                code = f"{prefixe}-{empreinte(texte)}-{len(found) + 1}"
                break
        found.append(code)
    return found
