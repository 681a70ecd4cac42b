"""The matrix of a sitting: which exam evaluates which competence, or which component where exams name no competence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from referentials.model import Competence, Composante
from referentials.model_certification import Certification, Epreuve

# With more exams than this, the table would be wider than a sheet: it goes by component.
MOST_COLUMNS = 6
Element = Competence | Composante


@dataclass(frozen=True, slots=True)
class Matrice:
    """A table.  Each cell says « oui », « non », or « ensemble » where the exam bears on the whole sitting.

    `par_epreuve`: a row an exam and a column a component; otherwise a row a competence and a column an exam.
    """

    elements: tuple[Element, ...]
    epreuves: tuple[Epreuve, ...]
    par_epreuve: bool
    mots: dict[tuple[str, str], str]


def _covered(epreuve: Epreuve, roots: Sequence[Composante], root_of: dict[str, set[str]]) -> set[str]:
    named = set(epreuve.competences) | set(epreuve.composantes)
    for code in epreuve.composantes:
        named |= root_of[code]
    whole = {composante.code for root in roots for composante in root.walk() if root_of[composante.code] <= named}
    return named | (whole if epreuve.composantes else set())


def matrix(certification: Certification, epreuves: Sequence[Epreuve]) -> Matrice | None:
    """Return the matrix of some exams; None where none of them names a competence or a component."""
    roots = certification.composantes
    every = [composante for root in roots for composante in root.walk()]
    inside = {
        c.code: {below.code for below in c.walk()} - {c.code} | {k.code for k in c.all_competences()} for c in every
    }
    covered = {epreuve.code: _covered(epreuve, roots, inside) for epreuve in epreuves}
    named = set().union(*covered.values()) if covered else set()
    if not named:
        return None
    by_exam = len(epreuves) > MOST_COLUMNS and bool(roots)
    elements: list[Element] = list(roots) if by_exam else list(certification.all_competences())
    elements = [element for element in elements if element.code in named]
    if not elements:
        by_exam, elements = True, [composante for composante in every if composante.code in named]

    def word(epreuve: Epreuve, element: Element) -> str:
        if not covered[epreuve.code]:
            return "ensemble"
        return "oui" if element.code in covered[epreuve.code] else "non"

    mots = {(epreuve.code, element.code): word(epreuve, element) for epreuve in epreuves for element in elements}
    return Matrice(tuple(elements), tuple(epreuves), by_exam, mots)
