"""The controls of the days that the rules set: the parameters of a rule, with the fields of its days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from forms.questionnaire.controles import Comparaison, Controle, Sens, Unite


@dataclass(frozen=True, slots=True, kw_only=True)
class Evenement:
    """What a day is the day of, and the field that says it."""

    champ: str
    intitule: str


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
