"""Whom to ask, and what resembles a certification: computed from the data, never asserted.

A neighbour is not a successor: nothing here says that one certification follows another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection as Several
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from referentials.etat import documented
from referentials.load import Collection
from referentials.model_certification import Certification
from referentials.model_identite import Identite, Nomenclature
from referentials.model_orientation import Criteres, Service, Voisine, Voisines

# The parameter of an address → the prefix of the numbers that it takes.
NUMBERS = {"numero_rncp": "RNCP", "numero_rs": "RS"}


@dataclass(frozen=True, slots=True)
class Lien:
    """A service with its address for one certification; `precision` tells apart two addresses of one service."""

    service: Service
    adresse: str
    precision: str
    avertissement: str


@dataclass(frozen=True, slots=True)
class Proximite:
    """A neighbour, and all that it shares with a certification.

    `certification` is its slug where Repère has it, `adresse` its official fiche.
    """

    voisine: Voisine
    releve: Voisines
    rome: tuple[str, ...]
    formacodes: tuple[str, ...]
    mots: tuple[str, ...]
    meme_genre: bool
    certification: str | None = None
    adresse: str | None = None


def addresses(service: Service, numero: str | None, rome: Sequence[Nomenclature] = ()) -> Iterator[tuple[str, str]]:
    """Yield the addresses of a service for a certification, each with what tells it apart: none without its parameter."""
    if service.parametre is None:
        yield service.adresse, ""
    elif service.parametre in NUMBERS:
        prefix, number = NUMBERS[service.parametre], numero or ""
        if number.startswith(prefix):
            yield service.adresse.replace("{numero}", number.removeprefix(prefix)), ""
    else:
        for fait in rome:
            yield service.adresse.replace("{rome}", fait.code), " ".join([fait.code, fait.intitule or ""])


def links(collection: Collection, certification: Certification) -> tuple[Lien, ...]:
    """Return the services that concern a certification, with their addresses, in the order of the data.

    `service.quand` goes with each: whether it is useful depends on the day, which the reader's browser knows.
    """
    identite = certification.identite
    opened = {voie.voie for voie in identite.voies_acces if voie.ouverte}
    return tuple(
        Lien(service, adresse, precision.strip(), found.avertissement)
        for found in collection.liens.values()
        for service in found.services
        if not service.genres or (identite.abrege and identite.abrege.code in service.genres)
        if not service.voies or opened & set(service.voies)
        for adresse, precision in addresses(service, identite.numero, identite.rome)
    )


def neighbours(collection: Collection, certification: Certification) -> tuple[Proximite, ...]:
    """Return the neighbours of a certification, those that share most first.

    Neither itself nor what a document says comes after it: that is no mere resemblance.
    """
    slugs = {c.identite.numero: c.slug for c in collection.certifications}
    told = documented(certification.slug, {c.slug: c.identite.vie for c in collection.certifications})
    found = [
        proximite
        for releve in collection.voisines.values()
        for voisine in releve.certifications
        if slugs.get(voisine.numero_fiche) != certification.slug
        if not told & {voisine.numero_fiche, slugs.get(voisine.numero_fiche)}
        if (proximite := _shared(releve, voisine, certification.identite, slugs.get(voisine.numero_fiche)))
    ]
    found = [replace(one, adresse=official(collection, one.voisine.numero_fiche)) for one in found]
    return tuple(sorted(found, key=lambda p: (-len(p.rome) - len(p.formacodes) - len(p.mots), p.voisine.numero_fiche)))


def official(collection: Collection, number: str) -> str | None:
    """Return the address of the official fiche of a number; None where no service gives it."""
    every = (service for found in collection.liens.values() for service in found.services)
    numbered = (service for service in every if service.parametre in NUMBERS)
    return next((adresse for service in numbered for adresse, _ in addresses(service, number)), None)


def _shared(releve: Voisines, voisine: Voisine, identite: Identite, slug: str | None) -> Proximite | None:
    ours, theirs = words(identite.intitule, releve.criteres), words(voisine.intitule, releve.criteres)
    proximite = Proximite(
        voisine,
        releve,
        rome=_both(voisine.rome, identite.rome),
        formacodes=_both(voisine.formacodes, identite.formacodes),
        mots=tuple(word for key, word in theirs.items() if key in ours),
        meme_genre=identite.abrege is not None and voisine.abrege == identite.abrege.code,
        certification=slug,
    )
    return proximite if _near(proximite, releve.criteres) else None


def _near(found: Proximite, criteres: Criteres) -> bool:
    needed = criteres.mots_meme_genre if found.meme_genre else criteres.mots
    return (
        len(found.rome) >= criteres.rome
        or len(found.formacodes) >= criteres.formacodes
        or len(found.mots) >= min(needed, criteres.mots)
    )


def _both(codes: Several[str], faits: Several[Nomenclature]) -> tuple[str, ...]:
    known = {fait.code for fait in faits}
    return tuple(code for code in codes if code in known)


def words(title: str, criteres: Criteres) -> dict[str, str]:
    """Return the words of a title that bring two titles together: plain key → the word as it is written."""
    found: dict[str, str] = {}
    for word in re.findall(r"[^\W\d_]+", title.casefold().replace("(e)", "")):
        letters = unicodedata.normalize("NFD", word)
        key = "".join(letter for letter in letters if not unicodedata.combining(letter)).rstrip("s")
        if word not in criteres.mots_vides:
            found.setdefault(key, word)
    return found
