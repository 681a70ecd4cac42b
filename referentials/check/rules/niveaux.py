"""REF023: a level is written as its nomenclature writes it, and a registration cites one of the certification's levels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection

CODE = "REF023"
# The nomenclature of 1969 counts in Roman figures, from VI up to I; the two others from 1 to 8.
ROMAN, ARABIC = r"VI|V|IV|III|II|I", r"[1-8]"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each level written otherwise, told twice, or cited without being told."""
    for certification in collection.certifications:
        chemin = f"certifications/{certification.slug}/certification.json"
        niveaux = certification.identite.niveaux
        for index, niveau in enumerate(niveaux):
            nomenclature, valeur = niveau.nomenclature, niveau.valeur
            if valeur and not re.fullmatch(ROMAN if nomenclature == "1969" else ARABIC, valeur):
                message = f"« {valeur} » n’est pas un niveau de la nomenclature « {nomenclature} »"
                remedy = "corrigez le niveau, ou sa nomenclature"
                yield Finding(chemin, f"$.niveaux[{index}].valeur", CODE, message, remedy)
            if nomenclature in {other.nomenclature for other in niveaux[:index]}:
                message = f"la nomenclature « {nomenclature} » a déjà son niveau"
                yield Finding(chemin, f"$.niveaux[{index}]", CODE, message, "gardez un seul des deux")
        told = {niveau.valeur for niveau in niveaux}
        for index, texte in enumerate(certification.identite.enregistrements):
            if texte.niveau and texte.niveau not in told:
                message = f"ce texte enregistre au niveau {texte.niveau}, que « niveaux » ne dit pas"
                remedy = "corrigez-le, ou ajoutez ce niveau à « niveaux »"
                yield Finding(chemin, f"$.enregistrements[{index}].niveau", CODE, message, remedy)
