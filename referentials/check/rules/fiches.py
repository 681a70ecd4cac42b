"""REF031: a fiche of the register is that of one certification: no second one has its number."""

from __future__ import annotations

from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection

CODE = "REF031"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each certification whose number is already another's."""
    first: dict[str, str] = {}
    for certification in collection.certifications:
        number = certification.identite["numero_fiche"].get("valeur")
        if number and number in first:
            message = f"{number} est déjà le numéro de « {first[number]} »"
            remedy = "corrigez l’un des deux numéros d’après sa fiche, ou retirez la certification écrite deux fois"
            chemin = f"certifications/{certification.slug}/certification.json"
            yield Finding(chemin, "$.numero_fiche.valeur", CODE, message, remedy)
        if number:
            first.setdefault(number, certification.slug)
