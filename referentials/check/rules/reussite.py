"""REF006: success is decidable: at most one threshold for a component, and required components are top-level ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection

CODE = "REF006"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each component with two thresholds, and for each required one that is not top-level."""
    for certification in collection.certifications:
        chemin = f"certifications/{certification.slug}/regles.json"
        tops = {composante.code for composante in certification.composantes}
        seuils: Counter[str] = Counter()
        for index, regle in enumerate(certification.regles):
            cited = regle.parametres.get("composantes", ())
            if regle.parametres["nature"] == "seuil":
                seuils.update(cited)
                for code in cited:
                    if seuils[code] > 1:
                        message = f"« {code} » a déjà un seuil de réussite"
                        yield Finding(
                            chemin, f"$[{index}].parametres", CODE, message, "gardez une seule règle de seuil pour elle"
                        )
            if regle.parametres["nature"] == "composantes_requises":
                for code in set(cited) - tops:
                    message = f"« {code} » est exigée mais n’est pas une composante de premier rang"
                    remedy = f"citez parmi {', '.join(sorted(tops))}"
                    yield Finding(chemin, f"$[{index}].parametres.composantes", CODE, message, remedy)
