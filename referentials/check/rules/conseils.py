"""REF026: a rule that advises says so twice: by its force, « recommandation », and by a word of advice in its wording.

A duty worded as advice, or advice worded as a duty, would be followed, or judged, for what it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection

CODE = "REF026"
FORCE = "recommandation"
# « Conseil » alone names a thing that one sells, « recommandée » alone a kind of letter.
ADVICE = re.compile(
    r"\b(?:(?:est|sont|est-il|il est) (?:fortement |vivement )?(?:recommandée?s?|conseillée?s?|souhaitables?|préférables?)"
    r"|recommande(?:nt)?|conseille(?:nt)? (?:à|aux|de)|(?:est|sont) invitée?s? à|il convient|mieux vaut|il est bon"
    r"|l’apprécie|appréciée?s?|de préférence|dans l’idéal)\b",
    re.IGNORECASE,
)


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each rule whose force and whose words do not advise together."""
    for certification in collection.certifications:
        chemin = f"certifications/{certification.slug}/regles.json"
        for index, regle in enumerate(certification.regles):
            advice = ADVICE.search(regle.enonce)
            if advice and regle.force != FORCE:
                message = f"« {advice.group()} » conseille, et « force » dit « {regle.force} »"
                remedy = f"écrivez « {FORCE} », ou dites l’énoncé comme le devoir qu’il est"
                yield Finding(chemin, f"$[{index}].force", CODE, message, remedy)
            elif regle.force == FORCE and not advice:
                message = "« force » dit « recommandation », et l’énoncé se lit comme un devoir"
                remedy = "dites-le comme un conseil (« il est recommandé de… », « mieux vaut… »), ou changez « force »"
                yield Finding(chemin, f"$[{index}].enonce", CODE, message, remedy)
