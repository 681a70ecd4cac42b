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
# « Conseil » alone names a thing that one sells, « recommandée » a kind of letter; a jury « apprécie » what it judges.
ADVICE = re.compile(
    r"\b(?:(?:est|sont|serait|seraient|est-il) (?:fortement |vivement )?"
    r"(?:recommandée?s?|conseillée?s?|souhaitables?|souhaitée?s?|préférables?)"
    r"|recommande(?:nt)?|conseille(?:nt)? (?:à|aux?|de|que|(?:d|qu)’\w+)|(?:est|sont) (?:invitée?s?|encouragée?s?) à|il convient"
    r"|mieux vaut|il vaut mieux|il (?:est|serait) (?:bon|utile)|l’apprécie (?:fortement|beaucoup)|de préférence"
    r"|dans l’idéal|idéalement)(?!\w)",
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
