"""The lists of certifications that share a trade, a speciality or a certifier: one file a code, and the list of the codes."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.api.edition import API, Edition
from macros.api.entries import entry, known
from referentials.load import Collection
from referentials.model_certification import Certification
from referentials.model_identite import Nomenclature, Organisme

# What a file system lets a name be, with room for its suffix.
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Critere:
    """What makes a list: its code, which is the name of its file, and what is told of it."""

    code: str
    intitule: str | None = None
    siret: str | None = None


Liste = tuple[Critere, list[Certification]]


def name_code(name: str) -> str:
    """Return a name as an address can hold it: lower case, no accents, hyphens; a long one is cut, and told apart by a digest."""
    plain = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "OE"))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    found = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    if len(found) <= LONGEST:
        return found
    return f"{found[:LONGEST].rstrip('-')}-{hashlib.sha256(found.encode()).hexdigest()[:8]}"


def _nomenclature(found: tuple[Nomenclature, ...]) -> Iterator[Critere]:
    for one in found:
        yield Critere(one.code, one.intitule)


def _certifiers(found: tuple[Organisme, ...]) -> Iterator[Critere]:
    """Yield each by its name, which a list always has, and by its SIRET where that is known: an address never goes."""
    for one in found:
        yield Critere(name_code(one.nom), one.nom, one.siret)
        if one.siret:
            yield Critere(one.siret, one.nom, one.siret)


FAMILIES: Mapping[str, Callable[[Certification], Iterator[Critere]]] = {
    "rome": lambda one: _nomenclature(one.identite.rome),
    "nsf": lambda one: _nomenclature(one.identite.nsf),
    "certificateurs": lambda one: _certifiers(one.identite.certificateurs),
}


def gathered(collection: Collection, family: str) -> list[Liste]:
    """Return the lists of a family in the order of their codes; of what two certifications tell of a code, the first known."""
    told: dict[str, Critere] = {}
    members: dict[str, dict[str, Certification]] = {}
    for certification in collection.certifications:
        for one in FAMILIES[family](certification):
            first = told.get(one.code, one)
            told[one.code] = Critere(one.code, first.intitule or one.intitule, first.siret or one.siret)
            members.setdefault(one.code, {})[certification.slug] = certification
    return [(told[code], list(members[code].values())) for code in sorted(told)]


def files(collection: Collection, edition: Edition) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield each file: its place, the name of its schema, its content."""
    for family in FAMILIES:
        lists = gathered(collection, family)
        yield _index(family, lists, edition)
        for one, members in lists:
            place = f"{API}{family}/{one.code}.json"
            told = {"famille": family, **_told(one), "total": len(members)}
            entries = [entry(member, place, edition.jour) for member in members]
            yield place, "api-liste", {**edition.head(place, "api-liste"), **told, "certifications": entries}


def _index(family: str, lists: list[Liste], edition: Edition) -> tuple[str, str, dict[str, Any]]:
    place = f"{API}{family}/index.json"
    rows = [_told(one) | {"total": len(members), "adresse": f"{one.code}.json"} for one, members in lists]
    told = {"famille": family, "total": len(rows), "listes": rows}
    return place, "api-index-listes", {**edition.head(place, "api-index-listes"), **told}


def _told(one: Critere) -> dict[str, Any]:
    return known(code=one.code, intitule=one.intitule, siret=one.siret)
