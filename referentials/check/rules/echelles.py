"""REF018: a scale can score: some value counts, another does not, and points rise with what they are worth."""

from __future__ import annotations

from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection
from referentials.model import ValeurEchelle

CODE = "REF018"
REMEDY = "corrigez les effets ou les points, d’après la source"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each scale that cannot score."""
    for name, echelle in collection.echelles.items():
        chemin = f"echelles/{name}.json"
        for effet in ("positif", "negatif"):
            if not any(valeur.effet == effet for valeur in echelle.valeurs):
                yield Finding(chemin, "$.valeurs", CODE, f"aucune valeur n’a l’effet « {effet} »", REMEDY)
        yield from _points(chemin, echelle.valeurs)


def _points(chemin: str, valeurs: tuple[ValeurEchelle, ...]) -> Iterator[Finding]:
    worth = {"non_observe": 0, "negatif": 1, "positif": 2}
    marked = [(v.points, worth.get(v.effet, 0), v.code) for v in valeurs if v.points is not None]
    for (points, rank, code), (before, lower, other) in zip(marked[1:], marked, strict=False):
        if points <= before or rank < lower:
            message = f"de « {other} » à « {code} », les points ou les effets ne montent pas"
            yield Finding(chemin, "$.valeurs", CODE, message, REMEDY)
