"""Two first passes side by side, competence by competence: answers to a whole, which no figure of the statements counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.reponses import Reponses, values


@dataclass(frozen=True, slots=True)
class PremierCompare:
    """One competence on both sides, in the words of the first pass; none and an empty text without an answer.

    `ecart`: « identique », « autre », or the one side that answered, « retire » the first, « nouveau » the second.
    """

    code: str
    intitule: str
    avant: str | None
    apres: str | None
    libelle_avant: str
    libelle_apres: str
    ecart: str


def compared(formulaire: Formulaire, avant: Reponses, apres: Reponses) -> tuple[PremierCompare, ...]:
    """Return each competence that one side or both answered at the first pass, in reading order."""
    words = {valeur.code: valeur.libelle for valeur in formulaire.premier_tour}
    sides = [{code: valeur for code, valeur in values(side).items() if valeur in words} for side in (avant, apres)]
    found = []
    for groupe in formulaire.competences():
        old, new = (side.get(groupe.code) for side in sides)
        if old or new:
            told = words.get(old or "", ""), words.get(new or "", "")
            found.append(PremierCompare(groupe.code, groupe.nom, old, new, *told, _ecart(old, new)))
    return tuple(found)


def _ecart(avant: str | None, apres: str | None) -> str:
    if avant == apres:
        return "identique"
    if avant and apres:
        return "autre"
    return "retire" if avant else "nouveau"


def counts(compares: Sequence[PremierCompare]) -> tuple[int, int, int, int]:
    """Return how many are alike, how many differ, how many have an answer in the first only, in the second only."""
    ecarts = [one.ecart for one in compares]
    alike, others, first, second = (ecarts.count(name) for name in ("identique", "autre", "retire", "nouveau"))
    return alike, others, first, second
