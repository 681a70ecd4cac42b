"""Frozen values of certification.json: what a certification is, who delivers it, by which routes one reaches it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from referentials.model import Source, TexteSource
from referentials.model_listes import (
    Absence,
    EtatOrganisme,
    EtatRelecture,
    NomenclatureNiveau,
    Origine,
    Repertoire,
    RubriqueSansValeur,
    TypeEnregistrement,
    Voie,
)
from referentials.model_official import CorrespondanceBlocs, StatistiqueAnnuelle


@dataclass(frozen=True, slots=True)
class Genre:
    """The kind of a certification, as France compétences abbreviates it."""

    code: str
    intitule: str


@dataclass(frozen=True, slots=True)
class TexteLu(TexteSource):
    """A value with its source, and the discrepancies that decided how it is read."""

    discordances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Niveau:
    """A level in one nomenclature, or the reason why the source does not decide it."""

    nomenclature: NomenclatureNiveau
    source: Source
    valeur: str | None = None
    indetermine: str | None = None


@dataclass(frozen=True, slots=True)
class Organisme:
    """Who delivers, or who is named beside them; `etat`, since `date_etat`, is that of the register."""

    nom: str
    source: Source
    sigle: str | None = None
    signataire: str | None = None
    siret: str | None = None
    site: str | None = None
    etat: EtatOrganisme | None = None
    date_etat: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Nomenclature:
    """A code of a nomenclature: NSF, ROME, Formacode, collective agreement."""

    code: str
    source: Source
    intitule: str | None = None


@dataclass(frozen=True, slots=True)
class Enregistrement:
    """A text that registers, prolongs or changes the certification; days are YYYY-MM-DD."""

    intitule: str
    source: Source
    objet: str | None = None
    intitule_enregistre: str | None = None
    niveau: str | None = None
    duree_ans: int | None = None
    type_enregistrement: TypeEnregistrement | None = None
    date_decision: str | None = None
    date_texte: str | None = None
    date_publication: str | None = None
    date_effet: str | None = None
    date_fin_enregistrement: str | None = None
    date_limite_delivrance: str | None = None


@dataclass(frozen=True, slots=True)
class AutreCertification:
    """One that comes before or after, by its title, its number, or both; `certification` is its slug where Repère has it."""

    source: Source
    intitule: str | None = None
    certification: str | None = None
    numero_fiche: str | None = None
    origine: Origine | None = None
    precision: str | None = None

    @property
    def nom(self) -> str:
        """What to call it: its title, or the number where the fiche gives no more."""
        return self.intitule or self.numero_fiche or ""


@dataclass(frozen=True, slots=True)
class JourSource:
    """A day with its source."""

    valeur: str
    source: Source


@dataclass(frozen=True, slots=True)
class Promotions:
    """The years of those who finished for whom the level is recognised."""

    annees: tuple[int, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class ValidationPartielle:
    """Whether one may obtain a part of it, and which; or the reason why the source does not decide it."""

    source: Source
    possible: bool | None = None
    indetermine: str | None = None
    perimetre: str | None = None


@dataclass(frozen=True, slots=True)
class Statistique:
    """A figure that the source prints, or what it puts in its place."""

    code: str
    objet: str
    source: Source
    valeur: float | None = None
    unite: str | None = None
    approximatif: bool = False
    indetermine: str | None = None
    absence: Absence | None = None
    rubrique: str | None = None


@dataclass(frozen=True, slots=True)
class ComposanteAncienne:
    """A component of an earlier version, and the codes of those of today that answer it."""

    code: str
    intitule: str
    correspond_a: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class AncienneVersion:
    """An earlier version of the same title, with its components."""

    code: str
    intitule: str
    composantes: tuple[ComposanteAncienne, ...]
    source: Source
    date_texte: str | None = None


@dataclass(frozen=True, slots=True)
class AdresseWeb:
    """An address that a document gives."""

    adresse: str
    objet: str
    source: Source


@dataclass(frozen=True, slots=True)
class Etape:
    """A step of a route: the rules that describe it, the form of ours that serves there; without a rule, we propose it."""

    intitule: str
    regles: tuple[str, ...] = ()
    papier: str | None = None


@dataclass(frozen=True, slots=True)
class VoieAcces:
    """A route: open, closed, or undecided with the reason; what holds for the route `dans` holds for it too."""

    voie: Voie
    source: Source
    dans: Voie | None = None
    ouverte: bool | None = None
    indetermine: str | None = None
    precision: str | None = None
    jury: str | None = None
    etapes: tuple[Etape, ...] = ()


@dataclass(frozen=True, slots=True)
class Territoire:
    """A territory where it is reached, or not, or where the source does not decide it."""

    nom: str
    source: Source
    ouverte: bool | None = None
    indetermine: str | None = None


@dataclass(frozen=True, slots=True)
class Lieu:
    """Whom to ask, where it is prepared or delivered; one postal line an entry."""

    nom: str
    source: Source
    adresse: tuple[str, ...] = ()
    objet: str | None = None


@dataclass(frozen=True, slots=True)
class RubriqueVide:
    """What a document writes, or does not write, in the place of the list `cle`."""

    cle: RubriqueSansValeur
    absence: Absence
    rubrique: str
    source: Source


@dataclass(frozen=True, slots=True)
class Identite:
    """certification.json, key for key."""

    intitule: str
    version: str
    date_mise_a_jour: str
    numero_fiche: TexteSource
    certificateurs: tuple[Organisme, ...]
    documents: tuple[str, ...]
    etat_relecture: EtatRelecture | None = None
    resume: TexteSource | None = None
    voies_acces: tuple[VoieAcces, ...] = ()
    intitule_court: str | None = None
    abrege: Genre | None = None
    repertoire: Repertoire | None = None
    niveaux: tuple[Niveau, ...] = ()
    code_titre: TexteSource | None = None
    partenaires: tuple[Organisme, ...] = ()
    conventions: tuple[Nomenclature, ...] = ()
    nsf: tuple[Nomenclature, ...] = ()
    rome: tuple[Nomenclature, ...] = ()
    formacodes: tuple[Nomenclature, ...] = ()
    enregistrements: tuple[Enregistrement, ...] = ()
    date_dernier_jo: JourSource | None = None
    annees_promotions_niveau: Promotions | None = None
    validation_partielle: ValidationPartielle | None = None
    validite_composantes: TexteLu | None = None
    duree_validite: TexteSource | None = None
    duree_formation: TexteLu | None = None
    prix_formation: TexteLu | None = None
    predecesseurs: tuple[AutreCertification, ...] = ()
    successeurs: tuple[AutreCertification, ...] = ()
    metier: tuple[TexteSource, ...] = ()
    publics: tuple[TexteSource, ...] = ()
    prerequis: tuple[TexteSource, ...] = ()
    conditions_exercice: tuple[TexteSource, ...] = ()
    secteurs: tuple[TexteSource, ...] = ()
    emplois: tuple[TexteSource, ...] = ()
    statistiques: tuple[Statistique, ...] = ()
    statistiques_annuelles: tuple[StatistiqueAnnuelle, ...] = ()
    reglementation: tuple[TexteSource, ...] = ()
    equivalences: tuple[TexteSource, ...] = ()
    correspondances_blocs: tuple[CorrespondanceBlocs, ...] = ()
    evolutions: tuple[TexteSource, ...] = ()
    anciennes_versions: tuple[AncienneVersion, ...] = ()
    adresses_web: tuple[AdresseWeb, ...] = ()
    territoires: tuple[Territoire, ...] = ()
    contacts: tuple[Lieu, ...] = ()
    lieux_certification: tuple[Lieu, ...] = ()
    lieux_preparation: tuple[Lieu, ...] = ()
    absences: tuple[RubriqueVide, ...] = ()

    @property
    def numero(self) -> str | None:
        """The public number of its fiche; None where the source does not give it."""
        return self.numero_fiche.valeur

    @property
    def relecture(self) -> EtatRelecture:
        """Whether somebody read it again with its documents, or nobody did."""
        return self.etat_relecture or "relue"

    @property
    def importee(self) -> bool:
        """Whether it was filled from the register's file, and nobody has read it again."""
        return self.relecture == "importee"

    @property
    def au_repertoire(self) -> Repertoire | None:
        """The register that it is in: its number says, else its key; None where nothing does."""
        known = (code for code in get_args(Repertoire) if (self.numero or "").startswith(code))
        return next(known, self.repertoire)

    @property
    def vie(self) -> Vie:
        """What its states are computed from."""
        return Vie(self.numero, self.enregistrements, self.successeurs)


@dataclass(frozen=True, slots=True)
class Vie:
    """What the states of a certification are computed from; `releve`: a survey of the repertory alone knows it."""

    numero: str | None = None
    enregistrements: tuple[Enregistrement, ...] = ()
    successeurs: tuple[AutreCertification, ...] = ()
    releve: bool = False
