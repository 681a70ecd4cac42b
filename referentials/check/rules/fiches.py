"""REF031: a fiche of the register is that of one certification: no second one has its number.

Most often one was copied to begin another: the copy is the one that no other file of the tree names.  What it lacks of
its own waits.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from referentials.check.across import named
from referentials.check.finding import Finding
from referentials.load import Collection
from referentials.model_certification import Certification

CODE = "REF031"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each certification whose number, or whose whole identity, is already another's."""
    first: dict[str, Certification] = {}
    cited = named(collection)
    for certification in sorted(collection.certifications, key=lambda one: one.slug not in cited):
        number = certification.identite["numero_fiche"].get("valeur")
        chemin = f"certifications/{certification.slug}/certification.json"
        same = number or json.dumps(certification.identite, sort_keys=True)
        other = first.setdefault(same, certification)
        if other is not certification and number:
            message = f"{number} est déjà le numéro de « {other.slug} »"
            remedy = "corrigez l’un des deux numéros d’après sa fiche, ou retirez la certification écrite deux fois"
            yield Finding(chemin, "$.numero_fiche.valeur", CODE, message, remedy, cause=True)
        elif other is not certification:
            message = f"c’est déjà, mot pour mot, la certification « {other.slug} »"
            remedy = f"décrivez ici l’autre certification, ou retirez {certification.slug}/"
            yield Finding(chemin, "$", CODE, message, remedy, cause=True)
