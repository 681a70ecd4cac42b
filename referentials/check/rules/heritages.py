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
        others = f", ni {len(places) - 1} autre(s) du fichier" if places[1:] else ""
        message = f"cet énoncé n’a pas de source, et rien au-dessus de lui n’en a{others}"
        yield Finding(fichier.chemin, places[0], CODE, message, WHOLE)
