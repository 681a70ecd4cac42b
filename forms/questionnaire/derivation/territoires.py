"""The territories that have public holidays of their own, as the choices of a field and as days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from forms.questionnaire.derivation.feries import feries
from forms.questionnaire.modele import Option

METROPOLE = "Métropole"
# Code, words, and the zone whose calendar the library has.
TERRITOIRES = (
    ("metropole", "Métropole, hors Alsace et Moselle", METROPOLE),
    ("alsace_moselle", "Alsace ou Moselle", "Alsace-Moselle"),
    ("guadeloupe", "Guadeloupe", "Guadeloupe"),
    ("martinique", "Martinique", "Martinique"),
    ("guyane", "Guyane", "Guyane"),
    ("la_reunion", "La Réunion", "La Réunion"),
    ("mayotte", "Mayotte", "Mayotte"),
    ("saint_barthelemy", "Saint-Barthélemy", "Saint-Barthélémy"),
    ("saint_martin", "Saint-Martin", "Saint-Martin"),
    ("saint_pierre_et_miquelon", "Saint-Pierre-et-Miquelon", "Saint-Pierre-et-Miquelon"),
    ("nouvelle_caledonie", "Nouvelle-Calédonie", "Nouvelle-Calédonie"),
    ("polynesie_francaise", "Polynésie française", "Polynésie Française"),
    ("wallis_et_futuna", "Wallis-et-Futuna", "Wallis-et-Futuna"),
)


def options() -> tuple[Option, ...]:
    """Return the choices of a territory."""
    return tuple(Option(code, libelle) for code, libelle, _ in TERRITOIRES)


def common_holidays() -> tuple[str, ...]:
    """Return the public holidays of Metropolitan France: those of a form that names no territory."""
    return feries(METROPOLE)


def local_holidays(common: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (territory, public holidays that only it has), where it has some."""
    known = {*common}
    for code, _, zone in TERRITOIRES:
        own = tuple(day for day in feries(zone) if day not in known)
        if own:
            yield code, own
