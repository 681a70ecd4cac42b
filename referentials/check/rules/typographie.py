"""REF011: French typography in every text that is read: apostrophes, guillemets, spaces, ellipses, ligatures, capitals.

Official titles keep their capitals.  The table of faults is that of `referentials.typography`, which `fix` applies.
"""

from __future__ import annotations

from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.read import Fichier
from referentials.typography import OFFICIAL, faults, texts

CODE = "REF011"


def check(fichier: Fichier) -> Iterator[Finding]:
    """Yield a finding for each kind of fault in each text of one file."""
    for path, key, text in texts(fichier.donnees):
        for defaut, around in faults(text, official=key in OFFICIAL):
            remedy = "lancez « python -m referentials fix », ou corrigez le texte"
            if defaut.remplacement is None:
                remedy = "ouvrez par « et fermez par », avec une espace à l’intérieur"
            yield Finding(fichier.chemin, path, CODE, f"{defaut.nom}, dans « {around} »", remedy)
