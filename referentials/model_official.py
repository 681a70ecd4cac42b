"""Frozen values of what a fiche of the register says and nobody words again: its partners, its figures, its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, fields

from referentials.model import Source
from referentials.model_listes import EtatHabilitation, Habilitation, Voie


@dataclass(frozen=True, slots=True)
class Partenaire:
    """Who trains or evaluates for the certifier; `etat`, since `date_derniere_modification_etat`, is that of the register."""

    nom: str
    siret: str | None = None
    habilitation: Habilitation | None = None
    etat: EtatHabilitation | None = None
    date_actif: str | None = None
    date_derniere_modification_etat: str | None = None

    @property
    def actif(self) -> bool:
        """Whether nothing says that its habilitation is over."""
        return self.etat in {None, "Actif"}


@dataclass(frozen=True, slots=True)
class Partenaires:
    """partenaires.json, key for key: generated, never edited."""

    source: Source
    partenaires: tuple[Partenaire, ...]


@dataclass(frozen=True, slots=True)
class StatistiqueAnnuelle:
    """What the certifier declares of one year: how many obtained it, how many of those had work; rates are percents."""

    annee: int
    source: Source
    nombre_certifies: int | None = None
    nombre_certifies_vae: int | None = None
    taux_insertion_global_6mois: float | None = None
    taux_insertion_metier_6mois: float | None = None
    taux_insertion_metier_2ans: float | None = None


@dataclass(frozen=True, slots=True)
class CorrespondanceBlocs:
    """Blocs of this fiche that are worth blocs of another; no bloc on a side: the whole fiche."""

    numero_fiche: str
    source: Source
    blocs: tuple[str, ...] = ()
    blocs_destination: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JuryCite:
    """Who sits in the jury of a route, in the words of the fiche."""

    voie: Voie
    composition: str


@dataclass(frozen=True, slots=True)
class BlocCite:
    """What a fiche says of one of its blocs, in its words."""

    numero_bloc: str
    liste_competences: str | None = None
    modalites_evaluation: str | None = None
    prerequis_entree_formation: str | None = None
    prerequis_validation: str | None = None


@dataclass(frozen=True, slots=True)
class Citations:
    """citations.json, key for key: paragraphs of a fiche of France compétences, under its names, sign for sign."""

    source: Source
    objectifs_contexte: str | None = None
    activites_visees: str | None = None
    secteurs_activite: str | None = None
    type_emploi_accessibles: str | None = None
    reglementations_activites: str | None = None
    prerequis_entree_formation: str | None = None
    prerequis_validation_certification: str | None = None
    jurys: tuple[JuryCite, ...] = ()
    capacites_attestees: str | None = None
    niveau_maitrise_competences: str | None = None
    modalites_renouvellement: str | None = None
    blocs: tuple[BlocCite, ...] = ()

    @property
    def paragraphes(self) -> tuple[tuple[str, str], ...]:
        """Each paragraph of the whole certification under its name, in the order of the reader's questions."""
        held = ((one.name, getattr(self, one.name)) for one in fields(self))
        return tuple((name, value) for name, value in held if isinstance(value, str))
