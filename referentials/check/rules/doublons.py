"""REF010: nothing is worded twice in a certification: criteria, rules, statements of one list, proofs of one criterion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from referentials.check.finding import Finding
from referentials.check.walk import walk
from referentials.load import Collection, by_certification

CODE = "REF010"
# Where an object has all these keys, it is a criterion; a rule is an object of regles.json.
CRITERE = {"enonce", "enonce_candidat"}
Place = tuple[str, str]


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each wording that stands a second time."""
    for slug, dossier in by_certification(collection.fichiers).items():
        files = {f"certifications/{slug}/{name}": donnees for name, donnees in dossier.items()}
        criteres = [
            (chemin, path, node)
            for chemin, donnees in files.items()
            for path, node in walk(donnees)
            if node.keys() >= CRITERE
        ]
        for key in sorted(CRITERE):
            yield from _repeated(((chemin, f"{path}.{key}"), node[key]) for chemin, path, node in criteres)
        regles = f"certifications/{slug}/regles.json"
        yield from _repeated(
            ((regles, f"$[{index}].enonce"), regle["enonce"]) for index, regle in enumerate(files.get(regles, ()))
        )
        for chemin, donnees in files.items():
            for path, node in walk(donnees):
                for key, value in node.items():
                    if isinstance(value, list):
                        yield from _repeated(_worded(chemin, f"{path}.{key}", key, value))


def _worded(chemin: str, path: str, key: str, values: list[Any]) -> Iterator[tuple[Place, str]]:
    """Yield the statements of one list: the `valeur` of each, or the proofs themselves."""
    for index, value in enumerate(values):
        if isinstance(value, dict) and value.keys() <= {"valeur", "source"} and "valeur" in value:
            yield (chemin, f"{path}[{index}].valeur"), value["valeur"]
        elif key == "preuves":
            yield (chemin, f"{path}[{index}]"), value


def _repeated(worded: Iterable[tuple[Place, str]]) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for (chemin, path), text in worded:
        same = _bare(text)
        if same in first:
            other, where = first[same]
            message = f"le même texte est déjà en {where}" + ("" if other == chemin else f" de {other}")
            remedy = "gardez un seul des deux, ou dites ce qui les distingue"
            yield Finding(chemin, path, CODE, message, remedy)
        first.setdefault(same, (chemin, path))


def _bare(text: str) -> str:
    # A capital or a final full stop make no difference to the reader.
    return " ".join(text.casefold().split()).rstrip(" .")
