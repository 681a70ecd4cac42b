"""The certifications of the surveys, each with its states and what follows it; and ours that have some near them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.vues import etats
from referentials import orientation
from referentials.etat import Etat, on, states
from referentials.load import Collection, second_hand
from referentials.model_certification import Certification
from referentials.model_identite import AutreCertification, Enregistrement, Vie
from referentials.model_orientation import Terminee, Voisine, Voisines


@dataclass(frozen=True, slots=True)
class Entree:
    """A certification of a survey: its states, what the survey gives as following it, where its official fiche is.

    `certification`: its slug where Repère has it; its states are then those of its own documents.
    """

    fiche: Voisine | Terminee
    releve: Voisines
    etats: tuple[Etat, ...]
    suites: tuple[Voisine, ...]
    adresse: str | None
    certification: str | None


@dataclass(frozen=True, slots=True)
class Notre:
    """One of ours that has neighbours, and the survey that they are of."""

    certification: Certification
    releve: Voisines


def entries(collection: Collection, jour: str) -> list[Entree]:
    """Return the certifications of every survey: those that one can still have on a day first, then by their title."""
    ours = {one.identite.numero: one for one in collection.certifications if one.identite.numero}
    found = [entry for releve in collection.voisines.values() for entry in _entries(collection, releve, ours)]
    return sorted(found, key=lambda one: (etats.rank(on(one.etats, jour)), one.fiche.intitule, one.fiche.numero_fiche))


def _entries(collection: Collection, releve: Voisines, ours: Mapping[str, Certification]) -> Iterator[Entree]:
    every: list[Voisine | Terminee] = [*releve.certifications, *releve.terminees]
    vies = {one.numero_fiche: _vie(one, releve) for one in every}
    known = {one.numero_fiche: one for one in releve.certifications}
    doubtful = second_hand(collection.documents)
    for one in every:
        number = one.numero_fiche
        yield Entree(
            one,
            releve,
            ours[number].etats if number in ours else states(number, vies, doubtful),
            tuple(known[suite] for suite in _successors(one)),
            orientation.official(collection, number),
            ours[number].slug if number in ours else None,
        )


def _successors(one: Voisine | Terminee) -> tuple[str, ...]:
    return one.successeurs if isinstance(one, Terminee) else ()


def _vie(one: Voisine | Terminee, releve: Voisines) -> Vie:
    texte = Enregistrement("", releve.source, date_fin_enregistrement=one.date_fin_enregistrement)
    suites = (AutreCertification(releve.source, numero_fiche=suite, origine="document") for suite in _successors(one))
    return Vie(one.numero_fiche, (texte,), tuple(suites))


def ours(collection: Collection, jour: str) -> list[Notre]:
    """Return those of ours that have neighbours, those that one can still have on a day last: they ask the least."""
    near = [(one, orientation.neighbours(collection, one)) for one in collection.certifications]
    found = [Notre(one, neighbours[0].releve) for one, neighbours in near if neighbours]
    return sorted(found, key=lambda one: -etats.rank(on(one.certification.etats, jour)))
