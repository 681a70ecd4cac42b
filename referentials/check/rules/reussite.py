"""REF006: success is decidable: one threshold for a component, one rule of required components, which are top-level ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection
from referentials.model_parametres import ComposantesRequises, Seuil

CODE = "REF006"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each component with two thresholds, each second rule of what is required, each odd one required."""
    for certification in collection.certifications:
        chemin = f"certifications/{certification.slug}/regles.json"
        tops = {composante.code for composante in certification.composantes}
        seuils: Counter[str] = Counter()
        required = 0
        for index, regle in enumerate(certification.regles):
            parametres = regle.parametres
            if isinstance(parametres, Seuil):
                seuils.update(parametres.composantes)
                for code in parametres.composantes:
                    if seuils[code] > 1:
                        message = f"« {code} » a déjà un seuil de réussite"
                        yield Finding(
                            chemin, f"$[{index}].parametres", CODE, message, "gardez une seule règle de seuil pour elle"
                        )
            if isinstance(parametres, ComposantesRequises):
                required += 1
                if required > 1:
                    message = (
                        "une autre règle dit déjà quelles composantes sont exigées : le formulaire n’en applique qu’une"
                    )
                    remedy = "réunissez-les en une règle, ou dites celle-ci par un constat"
                    yield Finding(chemin, f"$[{index}].parametres", CODE, message, remedy)
                for code in set(parametres.composantes) - tops:
                    message = f"« {code} » est exigée mais n’est pas une composante de premier rang"
                    remedy = f"citez parmi {', '.join(sorted(tops))}"
                    yield Finding(chemin, f"$[{index}].parametres.composantes", CODE, message, remedy)
