"""What a link between two certifications can point at, by its code: component, competence, task, criterion and so on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from referentials.model import Activite, Competence, Composante, TexteOfficiel
from referentials.model_certification import Certification

# Elements that the page « Référentiel » gives an anchor to, whatever the certification.
ANCHORED = {"composante", "competence", "critere"}


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a certification.  `genre`: which kind of thing it is; `nature`: domaine, bloc… for a component.

    `partie`: what the part of the certification that it is in is called, the largest one.
    """

    code: str
    genre: str
    nature: str
    texte: str
    # The legal texts that it cites, each under its whole title.
    textes: tuple[TexteOfficiel, ...] = ()
    partie: str = ""

    @property
    def a_une_ancre(self) -> bool:
        """Whether a page can link to it."""
        return self.genre in ANCHORED


def _of_activity(activite: Activite) -> Iterator[Element]:
    yield Element(activite.code, "activite", "", activite.intitule)
    for tache in activite.taches:
        yield Element(tache.code, "tache", "", tache.intitule)


def _of_competence(competence: Competence) -> Iterator[Element]:
    yield Element(competence.code, "competence", "competence", competence.intitule)
    for part in competence.sous_competences:
        yield Element(part.code, "sous_competence", "", part.intitule)
    for critere in competence.criteres:
        yield Element(critere.code, "critere", "", critere.enonce)
    for savoir in competence.savoirs:
        yield Element(savoir.code, "savoir", "", savoir.enonce, savoir.textes)


def _of_component(composante: Composante) -> Iterator[Element]:
    yield Element(composante.code, "composante", composante.nature, composante.intitule)
    for activite in composante.activites:
        yield from _of_activity(activite)
    for competence in composante.competences:
        yield from _of_competence(competence)
    for below in composante.composantes:
        yield from _of_component(below)


def elements(certification: Certification) -> dict[str, Element]:
    """Return the elements of a certification by their codes, in reading order."""
    referentiel = certification.referentiel
    parts: list[tuple[str, Iterator[Element]]] = [
        *((activite.intitule, _of_activity(activite)) for activite in referentiel.activites),
        *((competence.nom, _of_competence(competence)) for competence in referentiel.competences),
        *((composante.nom, _of_component(composante)) for composante in certification.composantes),
    ]
    return {element.code: replace(element, partie=name) for name, part in parts for element in part}
