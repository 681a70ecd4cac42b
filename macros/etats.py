"""State of a certification, day by day: periods computed from its registrations, and the one that holds on a day.

A page carries every period; the reader's browser shows the one that holds today (assets/javascripts/etat.mjs), so the
page of last year tells the truth.  Days are YYYY-MM-DD strings: they compare as days, in no time zone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class Periode:
    """A state from one day to another, both included; without a day, there is no bound on that side.

    `etat`: en-vigueur, expiree, remplacee or indetermine.  `motif` tells apart the reasons of the last:
    sans-date, sans-echeance, a-venir, suite.  `echeance`: last day of the registration.
    """

    etat: str
    motif: str = ""
    du: str | None = None
    au: str | None = None
    echeance: str | None = None

    def holds(self, jour: str) -> bool:
        """Tell whether a day is in the period (the browser does the same)."""
        return (self.du is None or jour >= self.du) and (self.au is None or jour <= self.au)


def today() -> str:
    """Return the day of the build, where it happens."""
    return datetime.now().astimezone().date().isoformat()


def shift(jour: str, days: int) -> str:
    """Return the day that comes so many days after."""
    return (date.fromisoformat(jour) + timedelta(days=days)).isoformat()


def periods(identite: Mapping[str, Any]) -> list[Periode]:
    """Return the states of a certification in order; together they cover every day once.

    Only a successor that a document names replaces; one that Repère infers is told, and decides nothing.
    """
    textes = identite.get("enregistrements", [])
    starts = sorted(texte["date_effet"] for texte in textes if "date_effet" in texte)
    ends = sorted(texte["date_fin_enregistrement"] for texte in textes if "date_fin_enregistrement" in texte)
    replaced = any(autre.get("origine") == "document" for autre in identite.get("successeurs", []))
    before = [Periode("indetermine", "a-venir", None, shift(starts[0], -1))] if starts else []
    start = starts[0] if starts else None
    if not ends:
        if replaced:
            return [Periode("remplacee")]
        return [*before, Periode("indetermine", "sans-echeance" if starts else "sans-date", start)]
    end = ends[-1]
    reopened = any(
        texte.get("date_effet", "") > end for texte in textes if "date_fin_enregistrement" not in texte
    )  # a later text, whose end is not told
    after = "indetermine" if reopened else "remplacee" if replaced else "expiree"
    return [
        *before,
        Periode("en-vigueur", "", start, end, end),
        Periode(after, "suite" if reopened else "", shift(end, 1), None, end),
    ]


def state(identite: Mapping[str, Any], jour: str) -> Periode:
    """Return the period that holds on a day."""
    return next(periode for periode in periods(identite) if periode.holds(jour))
