"""A delay as bounds: the first and the last day on which what it asks for may take place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from forms.questionnaire import dates, ouvres
from forms.questionnaire.controles import Comparaison, Sens, Unite


class Delai(Protocol):
    """So long before or after a day."""

    @property
    def comparaison(self) -> Comparaison:
        """At least, at most, exactly."""

    @property
    def valeur(self) -> int:
        """How many."""

    @property
    def unite(self) -> Unite:
        """Of what."""

    @property
    def sens(self) -> Sens:
        """On which side."""


@dataclass(frozen=True, slots=True)
class Bornes:
    """The first and the last day that a delay leaves; None where it sets no such bound.  Both days are in."""

    premier: date | None
    dernier: date | None

    def early(self, day: date) -> bool:
        """Say whether a day comes before the first one."""
        return self.premier is not None and day < self.premier

    def late(self, day: date) -> bool:
        """Say whether a day comes after the last one."""
        return self.dernier is not None and day > self.dernier


def limit(controle: Delai, start: date, feries: Sequence[str]) -> date | None:
    """Return the day that a delay sets, counted from another; None beyond the calendar that is known."""
    valeur, unite, before = controle.valeur, controle.unite, controle.sens == "avant"
    if unite == "jour_ouvre":
        return (ouvres.before if before else ouvres.after)(start, valeur, feries)
    try:
        return dates.add(start, -valeur if before else valeur, unite)
    except OverflowError:
        return None


def bornes(controle: Delai, start: date, found: date) -> Bornes:
    """Return the bounds of a delay from the day that it is counted from and the one that it sets.

    « Au plus un mois après » is also « not before »: what follows an event does not precede it.
    """
    comparaison, before = controle.comparaison, controle.sens == "avant"
    if comparaison == "exactement":
        return Bornes(found, found)
    if comparaison == "au_plus":
        return Bornes(found, start) if before else Bornes(start, found)
    return Bornes(None, found) if before else Bornes(found, None)
