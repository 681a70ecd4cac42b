"""The controls of a livret: the competences of a proposal, and the parameters of the rules, with the fields of their days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from forms.questionnaire.controles import Comparaison, Controle, Sens, Unite


@dataclass(frozen=True, slots=True, kw_only=True)
class Nommee:
    """A competence, by its code and title."""

    code: str
    intitule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evenement:
    """What a day is the day of, and the field that says it."""

    champ: str
    intitule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AProposer(Controle):
    """What a proposal is made from: the competences of a component, and the components at or below it."""

    nature: Literal["proposition"] = "proposition"
    composantes: tuple[str, ...]
    competences: tuple[Nommee, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DelaiCompte(Controle):
    """A delay, counted from the day in `champ` to that of `acte`."""

    nature: Literal["delai"] = "delai"
    comparaison: Comparaison
    valeur: int
    unite: Unite
    sens: Sens
    evenement: str
    depuis: str
    acte: Evenement
    champ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DureeComptee(Controle):
    """A duration, counted from the day in `champ`; what it is `suivie_de` comes only once it is over."""

    nature: Literal["duree"] = "duree"
    comparaison: Comparaison
    valeur: int
    unite: Unite
    objet: str
    suivie_de: tuple[Evenement, ...]
    champ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DureeFaite(Controle):
    """A duration said done, and how long it has lasted, from a first day where it is counted on the calendar."""

    nature: Literal["duree_faite"] = "duree_faite"
    comparaison: Comparaison
    valeur: int
    unite: Unite
    objet: str
    suivie_de: tuple[str, ...] = ()
    etat: str
    duree: str
    debut: str = ""


DuLivret = AProposer | DelaiCompte | DureeComptee | DureeFaite
