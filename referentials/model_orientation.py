"""Frozen values of what leads elsewhere: official services to ask, legal texts, and certifications that resemble ours."""

from __future__ import annotations

from dataclasses import dataclass

from referentials.model import Source
from referentials.model_listes import Confiance, Parametre, Quand, QuestionPosee, Repertoire, SansObjet, Voie


@dataclass(frozen=True, slots=True)
class Service:
    """An official service; `adresse` holds at most one parameter, which `parametre` says how to fill.

    `visitee`: whether somebody opened the address on the day `vu_le`, or only read it in a copy.  `cherche`: one can ask
    there without a certification in mind.  `repond`: what one asks there where the documents are silent.
    """

    code: str
    nom: str
    objet: str
    adresse: str
    confiance: Confiance
    vu_le: str
    visitee: bool
    parametre: Parametre | None = None
    genres: tuple[str, ...] = ()
    voies: tuple[Voie, ...] = ()
    quand: Quand | None = None
    cherche: bool = False
    repond: tuple[QuestionPosee, ...] = ()


@dataclass(frozen=True, slots=True)
class GenreDefini:
    """What a kind of certification is, by the legal text that says so; `nom`: with its article, as a sentence begins with it."""

    code: str
    terme: str
    nom: str
    definition: str
    texte: str
    adresse: str
    confiance: Confiance
    vu_le: str
    sigle: str | None = None


@dataclass(frozen=True, slots=True)
class RepertoireDefini:
    """What a register is, by the legal text that says so; `sans`: what its certifications never have."""

    code: Repertoire
    nom: str
    definition: str
    texte: str
    adresse: str
    confiance: Confiance
    vu_le: str
    sans: tuple[SansObjet, ...] = ()


@dataclass(frozen=True, slots=True)
class LiensOfficiels:
    """A file of liens/: its services, in the order in which they are shown."""

    avertissement: str
    services: tuple[Service, ...]


@dataclass(frozen=True, slots=True)
class Criteres:
    """How much two certifications must have in common to be neighbours; any one of these is enough."""

    rome: int
    formacodes: int
    mots: int
    mots_meme_genre: int
    mots_vides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voisine:
    """A certification of the repertory, registered until a day.  It follows none of ours."""

    numero_fiche: str
    intitule: str
    niveau: str
    date_fin_enregistrement: str
    abrege: str | None = None
    certificateur: str | None = None
    rome: tuple[str, ...] = ()
    formacodes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Terminee:
    """A certification of the repertory that was over, and the numbers of those that a survey gives as following it."""

    numero_fiche: str
    intitule: str
    niveau: str
    date_fin_enregistrement: str
    successeurs: tuple[str, ...]
    abrege: str | None = None


@dataclass(frozen=True, slots=True)
class Voisines:
    """A file of voisines/: what was active on a day, what makes one of them a neighbour, and what some of them follow."""

    jour: str
    source: Source
    criteres: Criteres
    certifications: tuple[Voisine, ...]
    terminees: tuple[Terminee, ...] = ()
