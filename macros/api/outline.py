"""What a referential has, as a tree of elements in reading order: what CASE and Moodle each write in their own way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from referentials.model import Competence, Composante, Savoir, Source
from referentials.model_certification import Certification
from referentials.model_listes import Origine

COMPOSANTES = frozenset({"domaine", "unite", "bloc", "ccp"})
CRITERE, COMPETENCE = "critere", "competence"


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its code, its kind (a code of `vocabulaire.ELEMENTS`), its statement, and the code of what holds it.

    `candidat`: the same in the first person.  `lies`: the codes of what it goes with, elsewhere in the tree.
    """

    code: str
    genre: str
    enonce: str
    source: Source
    dans: str | None = None
    court: str | None = None
    numero: int | None = None
    candidat: str | None = None
    origine: Origine = "document"
    lies: tuple[str, ...] = ()


def elements(certification: Certification) -> Iterator[Element]:
    """Yield every element, each after what holds it: components, competences, then what these are made of."""
    referentiel = certification.referentiel
    for competence in referentiel.competences:
        yield from _competence(competence, None)
    for root in certification.composantes:
        yield from _composante(root, None)
    for competence in referentiel.competences_transversales:
        yield from _competence(competence, None, "competence_transversale")


def _composante(one: Composante, above: str | None) -> Iterator[Element]:
    yield Element(one.code, one.nature, one.intitule, one.source, above, one.intitule_court, one.numero)
    for competence in one.competences:
        yield from _competence(competence, one.code)
    for below in one.composantes:
        yield from _composante(below, one.code)


def _competence(one: Competence, above: str | None, genre: str = COMPETENCE) -> Iterator[Element]:
    yield Element(
        one.code,
        genre,
        one.intitule,
        one.source,
        above,
        one.intitule_court,
        one.numero,
        one.enonce_candidat,
        lies=one.competences_transversales,
    )
    for part in one.sous_competences:
        yield Element(part.code, "sous_competence", part.intitule, part.source, one.code)
    for critere in one.criteres:
        yield Element(
            critere.code,
            CRITERE,
            critere.enonce,
            critere.source,
            one.code,
            candidat=critere.enonce_candidat,
            origine=critere.origine,
        )
    for savoir in one.savoirs:
        yield Element(savoir.code, _kind(savoir), savoir.enonce, savoir.source, one.code)


def _kind(savoir: Savoir) -> str:
    return "savoir" if savoir.nature == "savoir" else "savoir_faire"


def judged(certification: Certification) -> list[Element]:
    """Return what one is judged on: each criterion, and each competence that has none."""
    every = list(elements(certification))
    detailed = {one.dans for one in every if one.genre == CRITERE}
    return [one for one in every if one.genre == CRITERE or (one.genre == COMPETENCE and one.code not in detailed)]
