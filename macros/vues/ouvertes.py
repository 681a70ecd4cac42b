"""Which certifications can still be had, day by day: the pages carry every period, the browser shows that of the reader's day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from referentials.etat import EN_VIGUEUR, Etat, shift
from referentials.model_certification import Certification


@dataclass(frozen=True, slots=True)
class Periode:
    """Days, both included, and the states that fill them; no day on a side: no bound there."""

    du: str | None
    au: str | None
    etats: tuple[Etat, ...] = ()

    def holds(self, jour: str) -> bool:
        """Tell whether a day is among them (the browser does the same)."""
        return (self.du is None or jour >= self.du) and (self.au is None or jour <= self.au)


@dataclass(frozen=True, slots=True)
class Choix:
    """Days on which a collection leaves one choice: none (`seule` and `plusieurs` are empty), one, or several."""

    du: str | None
    au: str | None
    seule: Certification | None = None
    plusieurs: bool = False

    def holds(self, jour: str) -> bool:
        """Tell whether a day is among them."""
        return Periode(self.du, self.au).holds(jour)


def in_force(etat: Etat) -> bool:
    """Tell whether one can begin, by the documents."""
    return etat.etat == EN_VIGUEUR


def periods(etats: Iterable[Etat], told: Callable[[Etat], bool]) -> list[Periode]:
    """Return the days of the states of which something is told, those that follow each other as one."""
    runs = (tuple(run) for holds, run in groupby(etats, told) if holds)
    return [Periode(run[0].du, run[-1].au, run) for run in runs]


def choices(certifications: Sequence[Certification]) -> list[Choix]:
    """Return what a reader can choose from, day by day: every day is in one of them."""
    changes: defaultdict[str, list[tuple[int, Certification]]] = defaultdict(list)
    for certification in certifications:
        for period in periods(certification.etats, in_force):
            changes[period.du or ""].append((1, certification))
            if period.au:
                changes[shift(period.au, 1)].append((-1, certification))
    held: dict[str, Certification] = {}
    found = [Choix(None, None)]
    for day, events in sorted(changes.items()):
        for step, certification in events:
            if step > 0:
                held[certification.slug] = certification
            else:
                del held[certification.slug]
        _append(found, day, list(held.values()))
    return found


def _append(found: list[Choix], day: str, held: Sequence[Certification]) -> None:
    """Add the choice that begins on a day, unless it is that of the day before."""
    one = held[0] if len(held) == 1 else None
    following = Choix(day or None, None, one, len(held) > 1)
    last = found.pop()
    if replace(last, du=following.du) == following:
        found.append(last)
        return
    if day:
        found.append(replace(last, au=shift(day, -1)))
    found.append(following)
