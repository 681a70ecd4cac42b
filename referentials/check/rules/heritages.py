"""REF037: every statement has a source: its own, or that of an object above it in the same file."""

from __future__ import annotations

from collections.abc import Iterator

from referentials import heritage
from referentials.check.finding import Finding
from referentials.read import Fichier

CODE = "REF037"
WHOLE = "écrivez-la ici, ou une fois pour toutes en tête du fichier"


def check(fichier: Fichier) -> Iterator[Finding]:
    """Yield one finding for all the objects of a file for which no source is found, at the first."""
    places = list(heritage.lacking(fichier.donnees, fichier.schema or ""))
    if places:
        number = len(places)
        message = "rien ne donne de source à cet énoncé"
        if number > 1:
            message = f"rien ne donne de source à {number} énoncés de ce fichier, dont celui-ci"
        yield Finding(fichier.chemin, places[0], CODE, message, WHOLE)
