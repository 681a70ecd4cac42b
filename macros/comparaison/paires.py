"""Which certifications are compared: every two of them, and the earlier versions of a title.

Two that a file of correspondances links are an old one and a new one.  Any other two stand side by side, with what the
criteria of one say is close in the other; their pages grow as the square of the number of certifications.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from macros.rendering import short_title
from referentials.load import Collection
from referentials.model_certification import Certification
from referentials.model_collection import Correspondances, Lien
from referentials.model_identite import AncienneVersion


@dataclass(frozen=True, slots=True)
class Paire:
    """Two certifications and their links.  `adresse` is published: it does not change.

    `suite`: a file of correspondances says that the second follows the first; else the order is that of the slugs.
    """

    ancienne: Certification
    nouvelle: Certification
    table: Correspondances
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
    """Return every pair: first those that a file links, the oldest first where one follows another, then the others."""
    every = collection.correspondances.values()
    newer = {table.nouvelle for table in every}
    tables = sorted(every, key=lambda table: (table.ancienne in newer, table.ancienne, table.nouvelle))
    linked = [
        Paire(collection.certification(table.ancienne), collection.certification(table.nouvelle), table, suite=True)
        for table in tables
    ]
    known = {frozenset((paire.ancienne.slug, paire.nouvelle.slug)) for paire in linked}
    others = combinations(sorted(collection.certifications, key=lambda certification: certification.slug), 2)
    return linked + [
        Paire(one, other, _stated(one, other), suite=False)
        for one, other in others
        if frozenset((one.slug, other.slug)) not in known
    ]


def _stated(one: Certification, other: Certification) -> Correspondances:
    """Return what the criteria of each say is close in the other, as links."""

    def links(certification: Certification, about: Certification, *, reverse: bool) -> Iterator[Lien]:
        for competence in certification.all_competences():
            for critere in competence.criteres:
                theirs = tuple(r.code for r in critere.rapprochements if r.certification == about.slug)
                if theirs:
                    old, new = ((critere.code,), theirs) if not reverse else (theirs, (critere.code,))
                    yield Lien(critere.code, old, new, "proche", "repere", critere.source)

    return Correspondances(one.slug, other.slug, (*links(one, other, reverse=False), *links(other, one, reverse=True)))


def pair(collection: Collection, adresse: str) -> Paire:
    """Return the pair of an address.  Raises KeyError where no two certifications have it."""
    for found in pairs(collection):
        if found.adresse == adresse:
            return found
    raise KeyError(adresse)


def versions(collection: Collection) -> list[Version]:
    """Return the earlier versions that the data of a certification describe."""
    return [
        Version(certification, donnees)
        for certification in collection.certifications
        for donnees in certification.identite.anciennes_versions
    ]
