"""The map of a référentiel: a box for each component and competence, a point for each criterion.

Sizes and places are computed here, in pixels of the drawing; colours and words belong to the template.
A title has as many lines as its level allows, the last ones empty: what is drawn does not hang on the length of a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from referentials.model import Competence, Composante
from referentials.model_certification import Certification

# Code of the box that gathers the transversal competences, and anchor of their heading.
TRANSVERSAL = "TRANSVERSALES"
LETTER = 6.4
LINE = 17
PADDING = 9
GAP = 6
POINT = 9
POINTS_PER_LINE = 6


@dataclass(frozen=True, slots=True)
class Boite:
    """One box.  `niveau`: domaine, unite or competence; `points`: place of the centre of each criterion."""

    code: str
    niveau: str
    intitule: str
    lignes: tuple[str, ...]
    x: int
    y: int
    largeur: int
    hauteur: int
    points: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole drawing: its size and its boxes, in reading order."""

    largeur: int
    hauteur: int
    boites: tuple[Boite, ...]


@dataclass(frozen=True, slots=True)
class Forme:
    """How to draw.  `colonnes`: components stand beside what they hold; otherwise above it, for a narrow screen."""

    largeur: int
    colonnes: bool
    lignes_composante: int
    lignes_competence: int


LARGE = Forme(760, colonnes=True, lignes_composante=7, lignes_competence=2)
ETROITE = Forme(340, colonnes=False, lignes_composante=4, lignes_competence=1)
# Width of the columns of components, by how many levels of them there are.
COLUMNS = {1: (250,), 2: (170, 230)}


def lines(text: str, width: int, count: int) -> tuple[str, ...]:
    """Return a text cut into exactly `count` lines; the last one says by « … » that it goes on."""
    letters = max(8, int(width / LETTER))
    cut = wrap(text, letters)
    if len(cut) > count:
        cut = [*cut[: count - 1], cut[count - 1][: letters - 1].rstrip(" ,’") + "…"]
    return (*cut, *[""] * (count - len(cut)))


def _depth(composantes: Sequence[Composante]) -> int:
    return max((1 + _depth(composante.composantes) for composante in composantes), default=0)


def _competence(competence: Competence, x: int, y: int, forme: Forme) -> Boite:
    largeur = forme.largeur - x
    count = len(competence.criteres)
    in_line = POINTS_PER_LINE if forme.colonnes else max(1, count)
    dots = POINT * (in_line if forme.colonnes else count)
    hauteur = forme.lignes_competence * LINE + 2 * PADDING
    left = forme.largeur - PADDING - dots
    top = y + hauteur // 2 - (max(0, count - 1) // in_line) * POINT // 2
    points = tuple((left + POINT * (n % in_line) + POINT // 2, top + POINT * (n // in_line)) for n in range(count))
    lignes = lines(competence.intitule, largeur - 3 * PADDING - dots, forme.lignes_competence)
    return Boite(competence.code, "competence", competence.intitule, lignes, x, y, largeur, hauteur, points)


def _component(composante: Composante, columns: tuple[int, ...], x: int, y: int, forme: Forme) -> list[Boite]:
    # `columns`: widths of the column of this component and of those below it.
    largeur = columns[0] if forme.colonnes else forme.largeur - x
    lignes = lines(composante.intitule, largeur - 2 * PADDING, forme.lignes_composante)
    own = (1 + sum(1 for ligne in lignes if ligne)) * LINE + 2 * PADDING
    inside_x, below = (x + largeur + GAP, y) if forme.colonnes else (x + PADDING, y + own + GAP)
    inside: list[Boite] = []
    for competence in composante.competences:
        inside.append(_competence(competence, inside_x, below, forme))
        below += inside[-1].hauteur + GAP
    for inner in composante.composantes:
        inside += _component(inner, columns[1:], inside_x, below, forme)
        below = max(boite.y + boite.hauteur for boite in inside) + GAP
    hauteur = max(own, below - GAP - y) if forme.colonnes else own
    niveau = "unite" if x else "domaine"
    return [Boite(composante.code, niveau, composante.intitule, lignes, x, y, largeur, hauteur), *inside]


def _transversal(certification: Certification) -> list[Composante]:
    shared = certification.referentiel.competences_transversales
    title = "Compétences transversales"
    return [Composante(TRANSVERSAL, "bloc", title, shared[0].source, competences=shared)] if shared else []


def plan(certification: Certification, forme: Forme) -> Plan:
    """Return the map of a certification, drawn in one form: the loose competences, then the components."""
    depth = max(1, _depth(certification.composantes))
    columns = COLUMNS.get(depth, (400 // depth,) * depth)
    boites: list[Boite] = []
    bottom = 0
    for competence in certification.referentiel.competences:
        boites.append(_competence(competence, 0, bottom, forme))
        bottom = boites[-1].y + boites[-1].hauteur + GAP
    for composante in (*certification.composantes, *_transversal(certification)):
        boites += _component(composante, columns, 0, bottom, forme)
        bottom = max(boite.y + boite.hauteur for boite in boites) + 2 * GAP
    return Plan(forme.largeur, max((boite.y + boite.hauteur for boite in boites), default=1), tuple(boites))
