"""What the charts of a result are drawn with: the axes of the radar, the order of the values in a bar."""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass

from forms.auto_positionnement.formulaire import Formulaire, Groupe, Valeur

# Fewer axes make no shape, more cannot be told apart.
AXES = range(3, 9)
RAYON = 80
# A name stands beside its axis in lines of about so many letters, of which no more than so many.
LETTRES, LIGNES, INTERLIGNE = 17, 3, 12
# What counts for most first: a threshold is read from the left.
EFFETS = ("positif", "negatif", "non_observe", "sans_avis")


@dataclass(frozen=True, slots=True)
class Axe:
    """One axis of the radar: its group, where it ends, and on which side its label stands."""

    groupe: Groupe
    x: float
    y: float
    cote: str

    def at(self, part: float) -> str:
        """Return the point of the axis at a share of its length, as SVG writes it."""
        return f"{self.x * part:.1f},{self.y * part:.1f}"

    def lignes(self) -> list[tuple[str, str, str]]:
        """Return the lines of its name, each with where it stands: beside the end of the axis, the block centred on it.

        As many for each, the last ones empty: no text of the data decides on what elements a page has.
        """
        cut = textwrap.wrap(self.groupe.nom, LETTRES, max_lines=LIGNES, placeholder=" …", break_long_words=False)
        # Above the drawing it ends there, below it begins there.
        rise = (len(cut) - 1) * (1 if self.y < -RAYON / 2 else 0 if self.y > RAYON / 2 else 0.5)
        lines = [*cut, *[""] * (LIGNES - len(cut))]
        x, y = self.x * 1.1, self.y * 1.14 + 4 - rise * INTERLIGNE
        return [(words, f"{x:.1f}", f"{y + rank * INTERLIGNE:.1f}") for rank, words in enumerate(lines)]


def axes(formulaire: Formulaire) -> tuple[Axe, ...]:
    """Return the axes of a form: its outermost groups that are three to eight; none where no level has as many."""
    level = formulaire.groupes
    while level and len(level) not in AXES:
        level = tuple(inner for groupe in level for inner in groupe.groupes)
    return tuple(_axe(groupe, rank / len(level)) for rank, groupe in enumerate(level))


def _axe(groupe: Groupe, turn: float) -> Axe:
    x, y = round(RAYON * math.sin(2 * math.pi * turn), 1), round(-RAYON * math.cos(2 * math.pi * turn), 1)
    return Axe(groupe, x, y, "middle" if abs(x) < 1 else "start" if x > 0 else "end")


def bar_order(echelle: tuple[Valeur, ...]) -> list[tuple[Valeur, int]]:
    """Return the values as a bar shows them, with the rank of each among those of the same effect, best first."""
    ordered = sorted(echelle, key=lambda valeur: (EFFETS.index(valeur.effet), -(valeur.niveau or 0)))
    return [(v, [w for w in ordered if w.effet == v.effet].index(v)) for v in ordered]
