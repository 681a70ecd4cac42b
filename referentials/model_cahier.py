"""Frozen values of two optional files of a certification: the cahier des charges and the glossary."""

from __future__ import annotations

from dataclasses import dataclass

from referentials.model import Cote, Source
from referentials.model_controles import ControlePiece, RubriqueParElement
from referentials.model_listes import Acteur, CasDossier, Demandeur, Famille, ForcePiece, Glossaire, Offre, Volet


@dataclass(frozen=True, slots=True)
class Envoi:
    """Where the application is sent, one postal line an entry; `referent` is the function of whom it names there."""

    destinataire: str
    adresse: tuple[str, ...]
    source: Source
    referent: str | None = None


@dataclass(frozen=True, slots=True)
class Mission:
    """A mission of the organisations, and the rules that it gathers."""

    code: str
    volet: Volet
    intitule: str
    resume: str
    regles: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class PieceDossier:
    """A piece or statement of the application; each of `controles` is a machine form, a type a nature.

    `cas` names what else in the application decides of `condition`.  `discordances` decided that it is asked for, or of
    whom, and `cotes` say on which side each is; those of a control, how the control reads the source.  `meme_document`: the
    codes of pieces that one document may answer along with this one.
    """

    code: str
    famille: Famille
    intitule: str
    enonce: str
    demandeurs: tuple[Demandeur, ...]
    offres: tuple[Offre, ...]
    force: ForcePiece
    controles: tuple[ControlePiece, ...]
    source: Source
    condition: str | None = None
    cas: CasDossier | None = None
    regles: tuple[str, ...] = ()
    discordances: tuple[str, ...] = ()
    cotes: tuple[Cote, ...] = ()
    meme_document: tuple[str, ...] = ()

    def every_discordance(self) -> tuple[str, ...]:
        """Return the codes of those that decided the piece, then of those that decided its controls, each once."""
        own = [code for controle in self.controles for code in controle.discordances]
        return tuple(dict.fromkeys([*self.discordances, *own]))


@dataclass(frozen=True, slots=True)
class Fonction:
    """A part that somebody plays in the organisation."""

    code: str
    intitule: str
    description: str
    source: Source
    cumulable: bool | None = None


@dataclass(frozen=True, slots=True)
class NiveauControle:
    """A level of control, and who carries it out."""

    code: str
    intitule: str
    acteur: Acteur
    description: str
    source: Source


@dataclass(frozen=True, slots=True)
class Outil:
    """A document that circulates: who gives it, who fills it, when, and to whom it goes."""

    code: str
    intitule: str
    description: str
    remplisseurs: tuple[Acteur, ...]
    moment: str
    source: Source
    fournisseur: Acteur | None = None
    destinataires: tuple[Acteur, ...] = ()
    regles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Modification:
    """Rules that say what to do when one of these pieces changes after the application was sent; none: whatever changes."""

    regles: tuple[str, ...]
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SuiteHabilitation:
    """What follows the accreditation; `regles` may shorten it, or do not prolong it."""

    modifications: tuple[Modification, ...]
    duree_habilitation: str | None = None
    rappel_renouvellement: str | None = None
    regles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CahierDesCharges:
    """cahier-des-charges.json: what an organisation must do and send to be accredited."""

    missions: tuple[Mission, ...]
    pieces: tuple[PieceDossier, ...]
    niveaux_controle: tuple[NiveauControle, ...]
    outils: tuple[Outil, ...]
    fonctions: tuple[Fonction, ...]
    envoi: Envoi | None = None
    suite_habilitation: SuiteHabilitation | None = None

    def fonctions_demandees(self) -> frozenset[str]:
        """Return the codes of the functions that a piece asks somebody to hold."""
        controles = (controle for piece in self.pieces for controle in piece.controles)
        return frozenset(code for c in controles if isinstance(c, RubriqueParElement) for code in c.fonctions)


@dataclass(frozen=True, slots=True)
class Terme:
    """A term of a glossary, in our words; `glossaire` says which one."""

    code: str
    terme: str
    definition: str
    glossaire: Glossaire
    source: Source
    sigle: str | None = None
