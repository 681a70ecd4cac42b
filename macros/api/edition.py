"""One making of the open data: where the site is published, the day, and how one of its files names another."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass
from typing import Any

API = "api/v1/"
LICENCE = "Licence Ouverte 2.0 (Etalab)"
LICENCE_URL = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"


@dataclass(frozen=True, slots=True)
class Edition:
    """`jour`: that of the build, on which states are computed.  `site`: the address of the site, ending with /.

    Empty where nobody said it: addresses are then relative, no made-up host is published.
    """

    jour: str
    site: str = ""

    def schema(self, place: str, name: str) -> str:
        """Return the address of a schema as the file at `place` says it: whole if it can be, since a file travels alone."""
        target = f"schemas/{name}.schema.json"
        return f"{self.site}{target}" if self.site else relative(place, target)

    def head(self, place: str, name: str) -> dict[str, Any]:
        """Return what a list says first: its schema, its licence, and the day that its states are of."""
        return {"$schema": self.schema(place, name), "licence": LICENCE, "genere_le": self.jour}


def published_at() -> str:
    """Return the address of the site as whoever builds it says; empty where nobody does."""
    told = os.environ.get("REPERE_ADRESSE", "")
    return told if told.endswith("/") or not told else f"{told}/"


def relative(place: str, target: str) -> str:
    """Return the way from a file to another, both by their places below the root of the site."""
    return posixpath.relpath(target, posixpath.dirname(place)) + ("/" if target.endswith("/") else "")
