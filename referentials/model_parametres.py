"""The machine form of a rule: one frozen type a nature, told apart by `nature`, as in regles.schema.json.

What a nature does not have cannot be asked of it: `match`, or `isinstance`, then the fields of that type alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from referentials.model_listes import Comparaison, Sens, UniteTemps


@dataclass(frozen=True, slots=True, kw_only=True)
class Seuil:
    """A share of the criteria, in percent, to be positive in each of these components."""

    nature: Literal["seuil"] = "seuil"
    comparaison: Literal["au_moins"]
    valeur: int
    unite: Literal["pourcent_criteres_positifs"]
    composantes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposantesRequises:
    """Components that must all be validated."""

    nature: Literal["composantes_requises"] = "composantes_requises"
    composantes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delai:
    """A time from the event `depuis` to another, `acte`; `evenement` are the words of the first."""

    nature: Literal["delai"] = "delai"
    comparaison: Comparaison
    valeur: int
    unite: UniteTemps
    sens: Sens
    evenement: str
    depuis: str
    acte: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DureeExigee:
    """How long something lasts; the events `suivie_de` come only once it is over."""

    nature: Literal["duree"] = "duree"
    comparaison: Comparaison
    valeur: int
    unite: UniteTemps
    objet: str
    suivie_de: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Effectif:
    """A number of people or things."""

    nature: Literal["effectif"] = "effectif"
    comparaison: Comparaison
    valeur: int
    objet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Validite:
    """How long something counts once it is acquired."""

    nature: Literal["validite"] = "validite"
    valeur: int
    unite: UniteTemps
    objet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequence:
    """Something that comes back: `valeur` times (once, where it is not said) in `duree` units of time."""

    nature: Literal["frequence"] = "frequence"
    comparaison: Comparaison | None = None
    valeur: int | None = None
    duree: int
    unite: UniteTemps
    objet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Montant:
    """A sum in euros; `objet`: what is paid, or counted."""

    nature: Literal["montant"] = "montant"
    comparaison: Comparaison
    valeur: int
    unite: Literal["euro"]
    objet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Constat:
    """A rule without parameters."""

    nature: Literal["constat"] = "constat"


Parametres = Seuil | ComposantesRequises | Delai | DureeExigee | Effectif | Validite | Frequence | Montant | Constat
