"""The rules of two certifications that carry a figure, face to face by their nature."""

from __future__ import annotations

from dataclasses import dataclass

from referentials.model_certification import Certification, Regle

# « constat » has no parameter: nothing to compare but how many there are.
NATURES = ("seuil", "composantes_requises", "validite", "delai", "duree", "effectif", "frequence")


@dataclass(frozen=True, slots=True)
class Face:
    """The rules of one nature on both sides."""

    nature: str
    anciennes: tuple[Regle, ...]
    nouvelles: tuple[Regle, ...]


def rules_of(certification: Certification, nature: str) -> tuple[Regle, ...]:
    """Return the rules of one nature."""
    return tuple(regle for regle in certification.regles if regle.parametres.nature == nature)


def faces(ancienne: Certification, nouvelle: Certification) -> list[Face]:
    """Return the rules with a figure, by nature; a nature that neither has is left out."""
    every = [Face(nature, rules_of(ancienne, nature), rules_of(nouvelle, nature)) for nature in NATURES]
    return [face for face in every if face.anciennes or face.nouvelles]


def without_figure(certification: Certification) -> int:
    """Return how many rules carry no figure."""
    return len(rules_of(certification, "constat"))
