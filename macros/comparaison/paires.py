"""Which certifications have a page together: those that the data tie; and the earlier versions of a title.

Two that a file of correspondances links are an old one and a new one.  Two that a file of rapprochements links, or of
which a criterion says that it is close to one of the other's, stand side by side, and so do those whose page was
published before: their addresses stay.  Any other
two are laid face to face by the browser (sides.py): a page each would grow as the square of their number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from macros.comparaison.liens import LienMontre, shown
from macros.names import short_title
from referentials.load import Collection
from referentials.model_certification import Certification
from referentials.model_collection import Correspondances
from referentials.model_identite import AncienneVersion


@dataclass(frozen=True, slots=True)
class Paire:
    """Two certifications and their links.  `adresse` is published: it does not change.

    `suite`: a file of correspondances says that the second follows the first; else the order is that of the slugs.
    """

    ancienne: Certification
    nouvelle: Certification
    liens: tuple[LienMontre, ...]
    suite: bool

    @property
    def adresse(self) -> str:
        """Name of the page below /comparer/."""
        return f"{self.ancienne.slug}--{self.nouvelle.slug}"

    @property
    def noms(self) -> tuple[str, str]:
        """How the two are called beside one another."""
        return short_title(self.ancienne), short_title(self.nouvelle)


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version of a title, as certification.json describes it, beside today's."""

    certification: Certification
    donnees: AncienneVersion

    @property
    def lignes(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return each component of the earlier version with those of today that answer it: (code, title)."""
        today = {c.code: c.intitule for root in self.certification.composantes for c in root.walk()}
        return [
            (composante.intitule, [(code, today[code]) for code in composante.correspond_a if code in today])
            for composante in self.donnees.composantes
        ]


def pairs(collection: Collection) -> list[Paire]:
    """Return the pairs that have a page: first those that a file links, the oldest first of a suite, then the others."""
    every = collection.correspondances.values()
    newer = {table.nouvelle for table in every}
    tables = sorted(every, key=lambda table: (table.ancienne in newer, table.ancienne, table.nouvelle))
    linked = [_linked(collection, table) for table in tables]
    known = {frozenset((table.ancienne, table.nouvelle)) for table in every}
    near = {(table.premiere, table.seconde) for table in collection.rapprochements.values()}
    tied = {two for two in (*_close(collection), *near) if frozenset(two) not in known}
    kept = {(one.premiere, one.seconde) for one in collection.comparaisons}
    others = sorted((tied | kept) - {(table.ancienne, table.nouvelle) for table in every})
    return linked + [_side_by_side(collection, *two) for two in others]


def suites(collection: Collection, slug: str) -> list[Paire]:
    """Return the pairs where a certification follows another one, or is followed by it."""
    every = collection.correspondances.values()
    return [_linked(collection, table) for table in every if slug in {table.ancienne, table.nouvelle}]


def _linked(collection: Collection, table: Correspondances) -> Paire:
    sides = collection.certification(table.ancienne), collection.certification(table.nouvelle)
    return Paire(*sides, tuple(map(shown, table.liens)), suite=True)


def _side_by_side(collection: Collection, one: str, other: str) -> Paire:
    sides = collection.certification(one), collection.certification(other)
    table = collection.rapprochements.get(f"{one}--{other}")
    written = tuple(map(shown, table.liens)) if table else ()
    told = {two for lien in written for two in product(lien.ancien, lien.nouveau)}
    # What a criterion says of one that the file speaks of is said there, with its reason.
    stated = (lien for lien in _stated(*sides) if not told.issuperset(product(lien.ancien, lien.nouveau)))
    return Paire(*sides, (*written, *stated), suite=False)


def _close(collection: Collection) -> Iterator[tuple[str, str]]:
    """Yield the certifications of which a criterion says that it is close to one of the other's, in alphabetical order."""
    for certification in collection.certifications:
        for slug in _neighbours(certification):
            yield min(certification.slug, slug), max(certification.slug, slug)


def _neighbours(certification: Certification) -> set[str]:
    criteres = (critere for competence in certification.all_competences() for critere in competence.criteres)
    return {r.certification for critere in criteres for r in critere.rapprochements} - {certification.slug}


def _stated(one: Certification, other: Certification) -> Iterator[LienMontre]:
    """Yield what the criteria of each say is close in the other, as links."""
    for certification, about in ((one, other), (other, one)):
        for competence in certification.all_competences():
            for critere in competence.criteres:
                theirs = tuple(r.code for r in critere.rapprochements if r.certification == about.slug)
                if theirs:
                    old, new = ((critere.code,), theirs) if certification is one else (theirs, (critere.code,))
                    yield LienMontre(critere.code, old, new, "proche", "repere", critere.source)


def pair(collection: Collection, adresse: str) -> Paire:
    """Return the pair of an address, and reads no other.  Raises KeyError where it has no page."""
    if table := collection.correspondances.get(adresse):
        return _linked(collection, table)
    if near := collection.rapprochements.get(adresse):
        return _side_by_side(collection, near.premiere, near.seconde)
    kept = {(one.premiere, one.seconde) for one in collection.comparaisons}
    # A slug may hold two dashes itself.
    cuts = (found.start() for found in re.finditer("(?=--)", adresse))
    for one, other in ((adresse[:cut], adresse[cut + 2 :]) for cut in cuts):
        if (one, other) in kept or _says_close(collection, one, other):
            return _side_by_side(collection, one, other)
    raise KeyError(adresse)


def _says_close(collection: Collection, one: str, other: str) -> bool:
    if not one < other or f"{other}--{one}" in collection.correspondances:
        return False
    try:
        sides = collection.certification(one), collection.certification(other)
    except KeyError:
        return False
    return other in _neighbours(sides[0]) or one in _neighbours(sides[1])


def versions(collection: Collection) -> list[Version]:
    """Return the earlier versions that the data of a certification describe."""
    return [
        Version(certification, donnees)
        for certification in collection.certifications
        for donnees in certification.identite.anciennes_versions
    ]
