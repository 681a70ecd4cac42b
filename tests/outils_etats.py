"""The table of cases of the states of a certification (tests/cas/etats/cas.json), which every language is held to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from referentials.etat import Etat, Suite, states
from tests.outils import CAS

TABLE: dict[str, Any] = json.loads((CAS / "etats" / "cas.json").read_text("utf-8"))
IDENTITES: dict[str, dict[str, Any]] = TABLE["identites"]
Case = tuple[str, str, str, str, list[str]]
CASES: list[Case] = [(row[0], row[1], row[2], row[3], row[4]) for row in TABLE["cas"]]


def etats(name: str) -> tuple[Etat, ...]:
    """Return the states of one of the certifications of the table."""
    return states(name, IDENTITES)


def chain(suites: Iterable[Suite]) -> Iterator[str]:
    """Yield what comes after, link by link, each with its state."""
    for suite in suites:
        yield f"{suite.intitule} {suite.etat}"
        yield from chain(suite.suites)
