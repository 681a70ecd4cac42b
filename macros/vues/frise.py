"""The life of a certification on an axis of time: its registrations placed in percents of the width.

An end that another text gives (the number under which a decree was registered) is that of the text that its states say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from referentials.etat import END, ended

STEPS = (1, 2, 5, 10, 20, 50)
MOST_TICKS = 6
MIDDLE = 50


@dataclass(frozen=True, slots=True)
class Trait:
    """One text on the axis: a mark on its day, and a bar while what it registers lasts.

    `debut` and `fin` are percents; `fin` is None where the text gives no end.  `ouvert`: it starts and never ends.
    """

    jour: str
    marque: float
    debut: float | None
    fin: float | None
    ouvert: bool

    @property
    def a_droite(self) -> bool:
        """Whether its label must end at its mark, so as to stay inside the drawing."""
        return self.marque > MIDDLE


@dataclass(frozen=True, slots=True)
class Frise:
    """An axis of whole years, from 1 January to 1 January, its graduations, its texts, and a day to point at."""

    debut: str
    fin: str
    annees: tuple[tuple[int, float], ...]
    traits: tuple[Trait, ...]
    jour: float


def _drawn(identite: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the texts that have a day of their own, with the end that another one tells of what they began."""
    every = identite.get("enregistrements", [])
    given: dict[str, str] = {}
    for begun, texte in ended(every):
        if begun and "date_effet" not in texte:
            given[begun] = max(given.get(begun, ""), texte[END])
    return [
        {**texte, END: max(texte.get(END, ""), given[texte["date_effet"]])}
        if texte.get("date_effet") in given
        else texte
        for texte in every
        if "date_texte" in texte or "date_effet" in texte
    ]


def timeline(identite: Mapping[str, Any], jour: str) -> Frise | None:
    """Place the texts of a certification, and a day.  None where no text has a date."""
    textes = _drawn(identite)
    if not textes:
        return None
    keys = ("date_texte", "date_effet", END, "date_limite_delivrance")
    days = [texte[key] for texte in textes for key in keys if key in texte] + [jour]
    first, last = int(min(days)[:4]), int(max(days)[:4]) + 1
    start, end = date(first, 1, 1), date(last, 1, 1)

    def place(day: str) -> float:
        return round((date.fromisoformat(day) - start) / (end - start) * 100, 2)

    def trait(texte: Mapping[str, Any]) -> Trait:
        effet, fin = texte.get("date_effet"), texte.get(END)
        signed = texte.get("date_texte", effet)
        return Trait(
            jour=signed,
            marque=place(signed),
            debut=place(effet) if effet else None,
            fin=place(fin) if fin else None,
            ouvert=bool(effet and not fin),
        )

    step = next(step for step in STEPS if (last - first) / step <= MOST_TICKS)
    years = [year for year in range(first, last + 1) if year % step == 0]
    return Frise(
        debut=start.isoformat(),
        fin=end.isoformat(),
        annees=tuple((year, place(f"{year}-01-01")) for year in years),
        traits=tuple(trait(texte) for texte in textes),
        jour=place(jour),
    )
