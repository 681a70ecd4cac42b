"""REF013: nothing is left to complete: no text keeps the mark that `new` puts in a skeleton."""

from __future__ import annotations

from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.read import Fichier
from referentials.scaffold import MARK
from referentials.typography import texts

CODE = "REF013"


def check(fichier: Fichier) -> Iterator[Finding]:
    """Yield a finding for each text that still holds the mark."""
    for path, _, text in texts(fichier.donnees):
        if MARK in text:
            message = f"« {text} » reste à compléter"
            yield Finding(fichier.chemin, path, CODE, message, f"écrivez ce que dit la source, et retirez {MARK}")
