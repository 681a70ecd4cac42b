"""Frozen values of what surrounds a referential: identity, exams, rules.

`Certification` gathers all the files of one folder of `certifications/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from referentials.etat import Etat
from referentials.model import (
    Activite,
    Competence,
    Composante,
    Cote,
    Echelle,
    Source,
    TexteOfficiel,
    TexteSource,
    ValeurPremierTour,
)
from referentials.model_cahier import CahierDesCharges, Terme
from referentials.model_collection import Discordance
from referentials.model_identite import Identite
from referentials.model_law import DroitLie, RegleDeDroit
from referentials.model_listes import Acteur, Force, Moment, NatureEpreuve, NatureRessource, UnitePiece, Voie
from referentials.model_official import Citations, Partenaires
from referentials.model_orientation import GenreDefini, RepertoireDefini
from referentials.model_parametres import Parametres


@dataclass(frozen=True, slots=True)
class Duree:
    """Minutes: exact, between two bounds, with one bound only (at least, at most), or undecided with the reason."""

    minutes: int | None = None
    minutes_min: int | None = None
    minutes_max: int | None = None
    approximative: bool = False
    indetermine: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A part played by somebody during an exam."""

    acteur: Acteur
    role: str


@dataclass(frozen=True, slots=True)
class Partie:
    """One part of an exam, in its order; `preparation` is time before the exam itself.

    With `presents_indetermine`, others than `presents` may be there: the source does not say.
    """

    code: str
    intitule: str
    duree: Duree
    source: Source
    presents: tuple[Acteur, ...] = ()
    presents_indetermine: str | None = None
    preparation: bool = False
    roles: tuple[Role, ...] = ()
    description: str | None = None
    surveillance: bool | None = None


@dataclass(frozen=True, slots=True)
class Rubrique:
    """One heading of a document that the candidate prepares, with its size in the unit of that document."""

    code: str
    enonce: str
    source: Source
    competence: str | None = None
    nombre_min: int | None = None
    nombre_max: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that the candidate prepares and brings; `unite` is what its numbers and those of its headings count."""

    code: str
    intitule: str
    description: str
    source: Source
    voies: tuple[Voie, ...] = ()
    facultative: bool = False
    unite: UnitePiece | None = None
    nombre_min: int | None = None
    nombre_max: int | None = None
    rubriques: tuple[Rubrique, ...] = ()


@dataclass(frozen=True, slots=True)
class Epreuve:
    """An exam: what it evaluates, its parts, and the codes of the rules that govern it."""

    code: str
    intitule: str
    nature: NatureEpreuve
    voies: tuple[Voie, ...]
    description: str
    parties: tuple[Partie, ...]
    regles: tuple[str, ...]
    source: Source
    intitule_court: str | None = None
    session: str | None = None
    composantes: tuple[str, ...] = ()
    competences: tuple[str, ...] = ()
    duree: Duree | None = None
    pieces: tuple[Piece, ...] = ()
    discordances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """A sitting: the whole title, one CCP…  Its durations are the totals that the source prints."""

    code: str
    intitule: str
    source: Source
    composantes: tuple[str, ...] = ()
    duree: Duree | None = None
    presence_jury: Duree | None = None
    elements_pris_en_compte: tuple[TexteSource, ...] = ()
    regles: tuple[str, ...] = ()
    discordances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Local:
    """A room, how many of them, and the exams that take place there."""

    code: str
    intitule: str
    nombre: int
    equipement: str
    epreuves: tuple[str, ...]
    source: Source
    observation: str | None = None


@dataclass(frozen=True, slots=True)
class Ressource:
    """A workstation, some equipment, a documentation; shared between `candidats_par_ressource`."""

    code: str
    nature: NatureRessource
    nombre: int
    description: str
    source: Source
    candidats_par_ressource: int | None = None


@dataclass(frozen=True, slots=True)
class Evaluations:
    """evaluations.json: exams, and what is said once for several of them."""

    epreuves: tuple[Epreuve, ...]
    sessions: tuple[Session, ...] = ()
    locaux: tuple[Local, ...] = ()
    ressources: tuple[Ressource, ...] = ()


@dataclass(frozen=True, slots=True)
class Regle:
    """A rule of delivery; `parametres` is its machine form, a type a nature.

    With `acteur_indetermine`, the source does not say who acts: `acteur` is our reading.  `discordances` are the
    codes of those that decided how the rule is read, `cotes` on which side each of them is.  `retrait` is the code of the
    rule by which a breach of this one may end the accreditation; a reading, where that rule cites its `discordances`.
    """

    code: str
    acteur: Acteur
    moment: Moment
    force: Force
    intitule: str
    enonce: str
    parametres: Parametres
    source: Source
    acteur_indetermine: str | None = None
    voies: tuple[Voie, ...] = ()
    discordances: tuple[str, ...] = ()
    cotes: tuple[Cote, ...] = ()
    textes: tuple[TexteOfficiel, ...] = ()
    retrait: str | None = None


@dataclass(frozen=True, slots=True)
class Referentiel:
    """What holds for the whole certification: scale (none where nothing is judged), activities, loose competences.

    `discordances` are those that decided how the whole is read: the scale, what counts as positive.
    """

    echelle: str | None = None
    discordances: tuple[str, ...] = ()
    avertissement: TexteSource | None = None
    activites: tuple[Activite, ...] = ()
    competences: tuple[Competence, ...] = ()
    competences_transversales: tuple[Competence, ...] = ()


@dataclass(frozen=True, slots=True)
class CodesParus:
    """The codes that a version was the first to use."""

    version: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeRetire:
    """A code that names nothing since a version; an answer to it passes to `remplace_par`, which means the same."""

    code: str
    version: str
    raison: str
    remplace_par: str | None = None


@dataclass(frozen=True, slots=True)
class Codes:
    """codes.json: every code ever published, and those that no longer name anything."""

    publies: tuple[CodesParus, ...]
    retires: tuple[CodeRetire, ...] = ()


@dataclass(frozen=True, slots=True)
class Certification:
    """One certification, whole; `slug` is the name of its folder.

    `identite` is its certification.json.  `discordances` are all those that are about it.
    `etats` are computed from it and from that of those that follow.
    `evenements` gives the words of every event that a rule may name, `premier_tour` the answers to the one question of
    each competence.  `genre` and `repertoire` say what its kind and its register are, where that is defined.
    `metiers_du_rome`: what the nomenclature of today calls the codes that it cites, by code.
    `partenaires` and `citations` are as the register has them; `droit`: the national law beside each rule, by its code.
    """

    slug: str
    identite: Identite
    referentiel: Referentiel
    composantes: tuple[Composante, ...]
    epreuves: tuple[Epreuve, ...]
    regles: tuple[Regle, ...]
    echelle: Echelle | None = None
    sessions: tuple[Session, ...] = ()
    locaux: tuple[Local, ...] = ()
    ressources: tuple[Ressource, ...] = ()
    glossaire: tuple[Terme, ...] = ()
    cahier_des_charges: CahierDesCharges | None = None
    codes: Codes | None = None
    discordances: tuple[Discordance, ...] = ()
    etats: tuple[Etat, ...] = ()
    evenements: Mapping[str, str] = field(default_factory=dict)
    premier_tour: tuple[ValeurPremierTour, ...] = ()
    genre: GenreDefini | None = None
    repertoire: RepertoireDefini | None = None
    metiers_du_rome: Mapping[str, str] = field(default_factory=dict)
    partenaires: Partenaires | None = None
    citations: Citations | None = None
    droit: Mapping[str, tuple[DroitLie, ...]] = field(default_factory=dict)

    @property
    def intitule(self) -> str:
        """The official title."""
        return self.identite.intitule

    @property
    def version(self) -> str:
        """The version of the data, three numbers separated by dots."""
        return self.identite.version

    @property
    def has_referentiel(self) -> bool:
        """Whether there is something to read of what one must know how to do."""
        return bool(self.composantes or self.referentiel != Referentiel())

    @property
    def has_statements(self) -> bool:
        """Whether a form can ask about what one must know how to do: there are competences, and a scale to answer on."""
        return self.echelle is not None and any(True for _ in self.all_competences())

    @property
    def has_evaluations(self) -> bool:
        """Whether there is something to read of how one is evaluated."""
        return bool(self.epreuves or self.sessions or self.locaux or self.ressources)

    def readings(self, codes: Iterable[str]) -> tuple[Discordance, ...]:
        """Return the discrepancies that codes point to, each once, in the order of the codes."""
        known = {one.code: one for one in self.discordances}
        return tuple(known[code] for code in dict.fromkeys(codes) if code in known)

    def rule(self, code: str) -> Regle:
        """Return a rule by its code.  Raises KeyError."""
        return {regle.code: regle for regle in self.regles}[code]

    def law_of(self, codes: Iterable[str]) -> tuple[DroitLie, ...]:
        """Return the law, of any day, that touches one of these rules: each version once, as it touches the first."""
        found: dict[RegleDeDroit, DroitLie] = {}
        for lien in (lien for code in codes for lien in self.droit.get(code, ())):
            found.setdefault(lien.regle, lien)
        return tuple(found.values())

    def all_competences(self) -> Iterator[Competence]:
        """Yield every competence in reading order, the loose ones first."""
        yield from self.referentiel.competences
        for composante in self.composantes:
            yield from composante.all_competences()
