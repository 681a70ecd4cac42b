"""The table of cases of the states of a certification (tests/cas/etats/cas.json), which every language is held to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from referentials.etat import Etat, Suite, states
from referentials.model import Source
from referentials.model_identite import AutreCertification, Enregistrement, Vie
from tests.outils import CAS

TABLE: dict[str, Any] = json.loads((CAS / "etats" / "cas.json").read_text("utf-8"))


def vie(donnees: dict[str, Any]) -> Vie:
    """Return what states are computed from; a text or a successor needs not say its title, nor where it is from."""

    def whole(one: dict[str, Any]) -> dict[str, Any]:
        place = one.get("source", {})
        return {"intitule": "", **one, "source": Source(place.get("document", ""), place.get("section", ""))}

    return Vie(
        donnees.get("numero_fiche", {}).get("valeur"),
        tuple(Enregistrement(**whole(one)) for one in donnees.get("enregistrements", ())),
        tuple(AutreCertification(**whole(one)) for one in donnees.get("successeurs", ())),
    )


VIES = {name: vie(donnees) for name, donnees in TABLE["identites"].items()}
Case = tuple[str, str, str, str, list[str]]
CASES: list[Case] = [(row[0], row[1], row[2], row[3], row[4]) for row in TABLE["cas"]]


def etats(name: str) -> tuple[Etat, ...]:
    """Return the states of one of the certifications of the table."""
    return states(name, VIES)


def chain(suites: Iterable[Suite]) -> Iterator[str]:
    """Yield what comes after, link by link, each with its state."""
    for suite in suites:
        yield f"{suite.intitule} {suite.etat}"
        yield from chain(suite.suites)
