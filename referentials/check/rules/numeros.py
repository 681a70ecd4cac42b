"""REF020: numbers follow one another from 1: those of the components of one nature, those of the competences."""

from __future__ import annotations

from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection

CODE = "REF020"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each number that is not the next one of its series, in reading order."""
    for certification in collection.certifications:
        series: dict[str, list[tuple[str, int]]] = {}
        for root in certification.composantes:
            for composante in root.walk():
                if composante.numero is not None:
                    series.setdefault(composante.nature, []).append((composante.code, composante.numero))
        numbered = [(c.code, c.numero) for c in certification.all_competences() if c.numero is not None]
        for nature, found in (*series.items(), ("competence", numbered)):
            for expected, (code, number) in enumerate(found, 1):
                if number != expected:
                    message = f"« {code} » ({nature}) porte le numéro {number}, et c’est le {expected}ᵉ"
                    remedy = "corrigez « numero », ou l’ordre"
                    yield Finding(f"certifications/{certification.slug}", code, CODE, message, remedy)
