"""Figures in French sentences: the ways in which a number, and a number of days or years, are written."""

from __future__ import annotations

import re
from functools import cache

SMALL = (
    *("zéro", "une?", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    *("treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt"),
)
LARGE = {30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingts?", 100: "cent"}
AROUND = {8: "huitaine", 10: "dizaine", 12: "douzaine", 15: "quinzaine", 20: "vingtaine", 30: "trentaine"}
UNITS = {
    "minute": "minutes?",
    "heure": "heures?",
    "jour": "jours?(?! ouvr)",
    "jour_ouvre": "jours? ouvrés?",
    "semaine": "semaines?",
    "mois": "mois",
    "an": "(?:ans?|années?)",
    "euro": "(?:€|euros?)",
}
# One of a unit is often said without its number.
EACH = {"jour": "quotidien", "semaine": "hebdomadaire", "mois": "mensuel", "an": "annuel"}


@cache
def number(value: int) -> str:
    """Return the pattern of a number, in figures or in words."""
    words = [SMALL[value]] if value < len(SMALL) else []
    words += [table[value] for table in (LARGE, AROUND) if value in table]
    # Neither the end of « vingt-deux » nor that of « 1,5 ».
    figures = f"{value:,}".replace(",", " ?")
    return rf"(?<![\w,.-])(?:{'|'.join([figures, *words])})(?![\w-])"


@cache
def amount(value: int, unite: str) -> str:
    """Return the pattern of an amount of time: the number, then its unit, or what stands for both."""
    unit = UNITS[unite]
    forms = [rf"{number(value)}(?: d[e’'])? ?{unit}(?!\w)"]
    if value == 1:
        forms += [rf"\b(?:par|chaque) {unit}\b", rf"\b(?:tous|toutes) les {unit}\b"]
        forms += [EACH[unite]] if unite in EACH else []
    if (value, unite) == (15, "jour"):
        forms.append(r"\bquinzaine\b")
    return "|".join(forms)


def spelled(value: int, unite: str) -> str:
    """Return an amount of time as one writes it: 1 an, 2 ans, 15 jours ouvrés."""
    words = unite.replace("jour_ouvre", "jour ouvré").split()
    plural = value > 1 and unite != "mois"
    return " ".join([str(value), *(f"{word}s" if plural else word for word in words)])


def says(text: str, pattern: str) -> bool:
    """Tell whether a text holds the pattern, whatever its capitals and its kinds of spaces."""
    return re.search(pattern, " ".join(text.split()), re.IGNORECASE) is not None
