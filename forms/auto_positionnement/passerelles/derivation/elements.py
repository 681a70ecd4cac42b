"""What a form asks of each element of a certification."""

from __future__ import annotations

from dataclasses import dataclass

from referentials.model_certification import Certification


@dataclass(frozen=True, slots=True)
class Question:
    """What a form asks of an element: the competence itself or that of which it is a part, or a statement."""

    code: str
    competence: bool
    entier: bool
    rang: int


def questions(certification: Certification) -> dict[str, Question]:
    """Return what the form asks of each element, by the code of the element."""
    found: dict[str, Question] = {}
    for competence in certification.all_competences():
        if competence.est_un_enonce:
            found[competence.code] = Question(competence.code, competence=False, entier=True, rang=len(found))
        if not competence.criteres:
            continue
        found[competence.code] = Question(competence.code, competence=True, entier=True, rang=len(found))
        for part in competence.sous_competences:
            found[part.code] = Question(competence.code, competence=True, entier=False, rang=len(found))
        for critere in competence.criteres:
            found[critere.code] = Question(critere.code, competence=False, entier=True, rang=len(found))
    return found
