"""REF039: what a breach may cost is said of a rule that obliges or forbids, and by a rule that does neither.

A right, a recommendation or a consequence cannot be broken; and the rule that provides for the withdrawal says what
follows, or what may be decided.
"""

from __future__ import annotations

from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection

CODE = "REF039"
BINDING = {"obligation", "interdiction"}


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each withdrawal that hangs on a rule that does not bind, or that is provided by one that does."""
    for certification in collection.certifications:
        chemin = f"certifications/{certification.slug}/regles.json"
        known = {regle.code: regle for regle in certification.regles}
        for index, regle in enumerate(certification.regles):
            path = f"$[{index}].retrait"
            if regle.retrait and regle.force not in BINDING:
                message = f"« {regle.code} » n’oblige ni n’interdit : on ne peut y manquer"
                yield Finding(chemin, path, CODE, message, "ôtez « retrait », ou corrigez la force de la règle")
            # One that does not exist is another finding.
            if regle.retrait in known and known[regle.retrait].force in BINDING:
                message = f"« {regle.retrait} » ne dit pas ce qu’un manquement entraîne"
                yield Finding(
                    chemin, path, CODE, message, "citez la règle qui prévoit le retrait, un droit ou une conséquence"
                )
