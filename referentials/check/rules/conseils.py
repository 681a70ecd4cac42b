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
    r"\b(?:(?:est|sont|sera|seront|serait|seraient|est-il) (?:pas |plutôt )?(?:fortement |vivement )?"
    r"(?:recommandée?s?|conseillée?s?|déconseillée?s?|souhaitables?|souhaitée?s?|préférables?)"
    r"|recommande(?:nt)?|conseille(?:nt)? (?:à|aux?|de|que|(?:d|qu)’\w+)|(?:est|sont) (?:invitée?s?|encouragée?s?) à"
    r"|il conv(?:ient|iendra|iendrait)|devrai(?:t|ent)|(?:a|ont|aurait|auraient) (?:tout )?intérêt à|gagne(?:nt|ra|rait)? à"
    r"|mieux vaut|il va(?:ut|udra|udrait) mieux|il (?:est|sera|serait) (?:bon|utile)|l’apprécie (?:fortement|beaucoup)"
    r"|de préférence|autant que possible|dans la mesure du possible|dans l’idéal|idéalement)(?!\w)",
    re.IGNORECASE,
)
# What obliges: one rule does not both advise and oblige.
DUTY = re.compile(
    r"\b(?:doi(?:t|vent)|devr(?:a|ont)|il fa(?:ut|udra)|impérativement|obligatoirement"
    r"|(?:est|sont|sera|seront) (?:obligatoires?|tenue?s? de|exigée?s?|interdite?s?))(?!\w)",
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
            elif advice and (duty := DUTY.search(regle.enonce)):
                message = f"« {advice.group()} » conseille, et « {duty.group()} » oblige, dans la même règle"
                remedy = "faites-en deux règles, l’une de conseil et l’autre de devoir"
                yield Finding(chemin, f"$[{index}].enonce", CODE, message, remedy)
