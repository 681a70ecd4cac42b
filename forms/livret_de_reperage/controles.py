"""The controls of a livret: the competences of a proposal, and what the rules count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from forms.questionnaire.controles import Comparaison, Controle, Unite
from forms.questionnaire.jours_comptes import DelaiCompte, DureeComptee


@dataclass(frozen=True, slots=True, kw_only=True)
class Nommee:
    """A competence, by its code and title."""

    code: str
    intitule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AProposer(Controle):
    """What a proposal is made from: the competences of a component, and the components at or below it."""

    nature: Literal["proposition"] = "proposition"
    composantes: tuple[str, ...]
    competences: tuple[Nommee, ...]


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
