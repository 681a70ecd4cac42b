"""How the tables of a workbook stand on paper: widths that leave the letters legible, what each sheet says around them."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from forms.socle import dates, etat_certification
from forms.socle.etat_certification import EtatCertification
from forms.socle.phrases import typeset

# Columns, in letters: the narrowest, the widest, and how many all of them may take before paper makes letters too small.
NARROWEST, WIDEST, ROOM = 10, 60, 180
# A line of a header in small letters, on A4 lying down; what a workbook holds in a header, codes included.
LINE, HEADER = 150, 255


@dataclass(frozen=True, slots=True)
class Papier:
    """What is said around each table on paper: the certification, its state, the day of both."""

    titre: str
    etat: str
    jour: date


def papier(titre: str, etats: Sequence[EtatCertification], jour: date) -> Papier:
    """Return what is said around the tables of a form, on a day."""
    return Papier(titre, typeset(" ".join(etat_certification.lines(etats, jour.isoformat()))), jour)


def widths(longest: Sequence[int]) -> list[int]:
    """Return the width of each column from its longest line: what is short stays whole, what is long shares the room."""
    wanted = [min(max(one + 2, NARROWEST), WIDEST) for one in longest]
    widest = WIDEST
    while widest > NARROWEST and sum(min(one, widest) for one in wanted) > ROOM:
        widest -= 1
    return [min(one, widest) for one in wanted]


def head(papier: Papier, feuille: str) -> str:
    """Return the header of a sheet, in the codes of a workbook: the certification, then the sheet and the day."""
    return f"&L&8{_shown(papier.titre, LINE)}&R&8{_shown(feuille, LINE)}, {dates.in_words(papier.jour.isoformat())}"


def foot(papier: Papier) -> str:
    """Return the footer: the state of the certification, in lines that fit, and the number of the page."""
    numbers = "&R&8&P / &N"
    lines = textwrap.wrap(papier.etat, LINE, break_on_hyphens=False)
    return f"&L&8{_shown(chr(10).join(lines), HEADER - len(numbers) - 4)}{numbers}"


def _shown(text: str, room: int) -> str:
    """Return a text as a header shows it: an ampersand is a code there; one that is too long is cut, and shows it."""
    doubled = text.replace("&", "&&")
    while len(doubled) > room:
        text = text.removesuffix("…")[:-1].rstrip() + "…"
        doubled = text.replace("&", "&&")
    return doubled
