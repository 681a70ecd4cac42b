"""Frozen values of what is said of several certifications: correspondences and discrepancies."""

from __future__ import annotations

from dataclasses import dataclass

from referentials.model import Source
from referentials.model_listes import NatureDiscordance, NatureLien, NatureRapprochement, Origine


@dataclass(frozen=True, slots=True)
class Lien:
    """Codes of the old certification that answer codes of the new one; one side may be empty."""

    code: str
    ancien: tuple[str, ...]
    nouveau: tuple[str, ...]
    nature: NatureLien
    origine: Origine
    source: Source
    remarque: str | None = None


@dataclass(frozen=True, slots=True)
class Correspondances:
    """Two certifications face to face, by their slugs."""

    ancienne: str
    nouvelle: str
    liens: tuple[Lien, ...]


@dataclass(frozen=True, slots=True)
class LienRapproche:
    """Codes of one certification that are like codes of another; `propre` has one side only."""

    code: str
    premier: tuple[str, ...]
    second: tuple[str, ...]
    nature: NatureRapprochement
    origine: Origine
    source: Source
    remarque: str | None = None


@dataclass(frozen=True, slots=True)
class Rapprochements:
    """Two certifications face to face of which neither follows the other, in the order of their slugs."""

    premiere: str
    seconde: str
    liens: tuple[LienRapproche, ...]


@dataclass(frozen=True, slots=True)
class ComparaisonPubliee:
    """Two certifications whose page was published, and stays; the address has their slugs in this order."""

    premiere: str
    seconde: str


@dataclass(frozen=True, slots=True)
class ValeurDiscordante:
    """What one source says."""

    valeur: str
    source: Source


@dataclass(frozen=True, slots=True)
class Discordance:
    """What sources contradict, get wrong or leave undecided; `affiche` is what pages show meanwhile."""

    code: str
    intitule: str
    nature: NatureDiscordance
    certifications: tuple[str, ...]
    valeurs: tuple[ValeurDiscordante, ...]
    affiche: str
