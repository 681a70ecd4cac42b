"""A long form, cut into sections that are shown one at a time; where the cuts are follows from its sizes alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from forms.auto_positionnement.formulaire import Formulaire, Groupe

# Statements that a person can read on one screen without losing the thread.
LONGUE = 15
# Groups this small are shown with their neighbours.
COURTE = 3
# What neighbours make together, about.
LOT = 10


@dataclass(frozen=True, slots=True)
class Etape:
    """One section.  `numero` on `total` where it holds several neighbours of one parent; 1 on 1 where it is a group."""

    ancre: str
    groupes: tuple[Groupe, ...]
    numero: int = 1
    total: int = 1

    def count(self) -> int:
        """Return how many statements it holds."""
        return sum(len(list(groupe.all_items())) for groupe in self.groupes)


@dataclass(frozen=True, slots=True)
class Noeud:
    """A place of the page: a group, or (`groupe` is None) a section that holds neighbours; what is below it."""

    groupe: Groupe | None
    etape: Etape | None
    noeuds: tuple[Noeud, ...]

    def etapes(self) -> Iterator[Etape]:
        """Yield the sections at or below this place, in reading order."""
        if self.etape:
            yield self.etape
        for noeud in self.noeuds:
            yield from noeud.etapes()


def arrange(formulaire: Formulaire) -> tuple[Noeud, ...]:
    """Return the places of a form: without any section where it is short enough to be shown whole."""
    if _size(*formulaire.groupes) <= LONGUE:
        return tuple(_plain(groupe) for groupe in formulaire.groupes)
    return _cut(formulaire.groupes)


def _size(*groupes: Groupe) -> int:
    return sum(len(list(groupe.all_items())) for groupe in groupes)


def _plain(groupe: Groupe) -> Noeud:
    return Noeud(groupe, None, tuple(_plain(below) for below in groupe.groupes))


def _cut(groupes: tuple[Groupe, ...]) -> tuple[Noeud, ...]:
    noeuds: list[Noeud] = []
    for small, run in groupby(groupes, key=lambda groupe: _size(groupe) <= COURTE):
        together = tuple(run)
        if small and len(together) > 1:
            noeuds += _lots(together)
        else:
            noeuds += [_group(groupe) for groupe in together]
    return tuple(noeuds)


def _group(groupe: Groupe) -> Noeud:
    if _size(groupe) <= LONGUE or groupe.items or not groupe.groupes:
        etape = Etape(f"c-{groupe.code.lower()}", (groupe,))
        return Noeud(groupe, etape, tuple(_plain(below) for below in groupe.groupes))
    return Noeud(groupe, None, _cut(groupe.groupes))


def _lots(groupes: tuple[Groupe, ...]) -> Iterator[Noeud]:
    """Share neighbours between sections of about the same size."""
    every = _size(*groupes)
    number = max(1, round(every / LOT))
    before, ranks = 0, []
    for groupe in groupes:
        size = _size(groupe)
        # The section in which the middle of the group falls.
        ranks.append((2 * before + size) * number // (2 * every))
        before += size
    lots = [[g for g, at in zip(groupes, ranks, strict=True) if at == rank] for rank in sorted(set(ranks))]
    for numero, lot in enumerate(lots, 1):
        etape = Etape(f"e-{lot[0].code.lower()}", tuple(lot), numero, len(lots))
        yield Noeud(None, etape, tuple(_plain(groupe) for groupe in lot))
