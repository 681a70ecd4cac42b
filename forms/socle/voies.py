"""The routes to a certification, in French: a rule that holds for some of them only is never told without them."""

from __future__ import annotations

from collections.abc import Sequence

from forms.socle import phrases
from forms.socle.vocabulaire import PAR_VOIE, VOIES, VOIES_COURTES

SOUHAITEE = "Voie souhaitée"


def listed(voies: Sequence[str]) -> str:
    """Return the short names of routes, « et » before the last."""
    return phrases.listed([VOIES_COURTES[voie] for voie in voies])


def by(voies: Sequence[str]) -> str:
    """Return by which routes: « en formation et en VAE ».  Empty where a rule holds for all of them."""
    return phrases.listed([PAR_VOIE[voie] for voie in voies])


def titled(intitule: str, voies: Sequence[str]) -> str:
    """Return the title of a rule with the routes that it is limited to."""
    return f"{intitule} ({listed(voies)})" if voies else intitule


def only(routes: Sequence[str], before: str = ", ") -> str:
    """Return by which routes alone a rule holds, to follow its figure; empty where it holds for all of them."""
    return f"{before}{by(routes)} seulement" if routes else ""


def wished(voie: str) -> str:
    """Return the route that a person wishes, as a line, or nothing where they chose none."""
    return phrases.typeset(f"{SOUHAITEE} : {VOIES[voie]}") if voie in VOIES else ""


def column(voie: str) -> dict[str, str]:
    """Return the heading of a column of a table and what it says on each line, or nothing where they chose none."""
    return {SOUHAITEE: VOIES[voie]} if voie in VOIES else {}
