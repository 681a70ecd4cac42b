"""The life of a certification on an axis of time: its registrations placed in percents of the width.

An end that another text gives (the number under which a decree was registered) is that of the text that its states say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from referentials.etat import ended
from referentials.model_identite import Enregistrement

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


def _drawn(every: Sequence[Enregistrement]) -> list[Enregistrement]:
    """Return the texts that have a day of their own, with the end that another one tells of what they began."""
    given: dict[str, str] = {}
    for begun, end, texte in ended(every):
        if begun and not texte.date_effet:
            given[begun] = max(given.get(begun, ""), end)
    return [
        replace(texte, date_fin_enregistrement=max(texte.date_fin_enregistrement or "", given[texte.date_effet]))
        if texte.date_effet in given
        else texte
        for texte in every
        if texte.date_texte or texte.date_effet
    ]


def _days(texte: Enregistrement) -> tuple[str | None, ...]:
    return texte.date_texte, texte.date_effet, texte.date_fin_enregistrement, texte.date_limite_delivrance


def timeline(enregistrements: Sequence[Enregistrement], jour: str) -> Frise | None:
    """Place the texts of a certification, and a day.  None where no text has a date."""
    textes = _drawn(enregistrements)
    if not textes:
        return None
    days = [day for texte in textes for day in _days(texte) if day] + [jour]
    first, last = int(min(days)[:4]), int(max(days)[:4]) + 1
    start, end = date(first, 1, 1), date(last, 1, 1)

    def place(day: str) -> float:
        return round((date.fromisoformat(day) - start) / (end - start) * 100, 2)

    def trait(texte: Enregistrement) -> Trait:
        effet, fin = texte.date_effet, texte.date_fin_enregistrement
        signed = texte.date_texte or effet or ""
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
