"""REF030: a ROME code and an NSF group are in their nomenclature: `referentials/nomenclatures/` has the whole lists.

Of the letters of NSF and of Formacode nobody publishes a whole list that one may copy: the schemas look at their form.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from referentials.check.finding import Finding
from referentials.load import Collection
from referentials.read import ROOT

CODE = "REF030"
NAMES = {"rome": "code ROME", "nsf": "groupe NSF"}
# Of an NSF code, the three figures of its group.
GROUP = 3


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each code that its nomenclature does not have."""
    for certification in collection.certifications:
        chemin = f"certifications/{certification.slug}/certification.json"
        for name in NAMES:
            for index, entry in enumerate(getattr(certification.identite, name)):
                code = entry.code[:GROUP] if name == "nsf" else entry.code
                yield from _unknown(name, code, chemin, f"$.{name}[{index}].code")
    for name, releve in collection.voisines.items():
        for index, voisine in enumerate(releve.certifications):
            for rank, code in enumerate(voisine.rome):
                place = f"$.certifications[{index}].rome[{rank}]"
                yield from _unknown("rome", code, f"voisines/{name}.json", place)


def _unknown(name: str, code: str, chemin: str, path: str) -> Iterator[Finding]:
    edition, codes = _nomenclature(name)
    if code not in codes:
        message = f"« {code} » n’est pas un {NAMES[name]} ({edition})"
        remedy = (
            f"recopiez-le de la source ; s’il est plus récent que cette édition, ajoutez-le à nomenclatures/{name}.json"
        )
        yield Finding(chemin, path, CODE, message, remedy)


@cache
def _nomenclature(name: str) -> tuple[str, frozenset[str]]:
    """Return the edition and the codes of a nomenclature: those of the repository, whatever tree is checked."""
    donnees = json.loads((ROOT / "nomenclatures" / f"{name}.json").read_text("utf-8"))
    return donnees["edition"], frozenset(donnees["codes"])
