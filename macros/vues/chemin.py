"""The way of a route, step by step: the rules that describe each, and the form that serves there where the certification has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forms.socle import registre
from referentials.model_certification import Certification, Regle
from referentials.model_identite import VoieAcces


@dataclass(frozen=True, slots=True)
class Papier:
    """A form of the certification: its address from the fiche, its name in the tabs."""

    adresse: str
    nom: str


@dataclass(frozen=True, slots=True)
class Etape:
    """A step; without a rule, Repère proposes it."""

    intitule: str
    regles: tuple[Regle, ...]
    papier: Papier | None


@dataclass(frozen=True, slots=True)
class Chemin:
    """The steps of a route, in order."""

    voie: str
    etapes: tuple[Etape, ...]


def ways(certification: Certification) -> tuple[Chemin, ...]:
    """Return the way of each route whose steps the data say."""
    return tuple(
        Chemin(voie.voie, (*_steps(certification, voie),)) for voie in certification.identite.voies_acces if voie.etapes
    )


def _steps(certification: Certification, voie: VoieAcces) -> Iterator[Etape]:
    offered = {
        genre.code: Papier(f"{genre.code}/", genre.page.nom)
        for genre in registre.genres()
        if genre.offered(certification)
    }
    for one in voie.etapes:
        papier = offered.get(one.papier or "")
        # A step of ours alone is nothing where its form is not there.
        if one.regles or papier:
            yield Etape(one.intitule, tuple(map(certification.rule, one.regles)), papier)
