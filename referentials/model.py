"""Frozen values that mirror the JSON of a referential, key for key.

Nothing is computed or repaired here: a field holds what the file says.  Totals,
labels and states belong to whoever reads the model.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from referentials.model_listes import (
    Absence,
    Decision,
    Demandeur,
    Effet,
    Lecture,
    NatureComposante,
    NatureDocument,
    NatureSavoir,
    NatureSavoirFaire,
    Offre,
    Origine,
    Voie,
)

# The side of a reading that asks more than the source may.
EXIGEANTE = "exigeante"


@dataclass(frozen=True, slots=True)
class Endroit:
    """A place of a document: one of its sections, a printed page."""

    document: str
    section: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Source(Endroit):
    """Where a statement comes from; `autres_endroits` are where it stands once more."""

    autres_endroits: tuple[Endroit, ...] = ()

    @property
    def endroits(self) -> tuple[Endroit, ...]:
        """All the places, the one to read first before the others."""
        return (self, *self.autres_endroits)


@dataclass(frozen=True, slots=True)
class Cote:
    """On which side the reading of a discrepancy is, and for whom alone it is open, where it is not for everybody.

    `voies`: who takes one of these routes; `decisions`: where one part at least was so decided; `demandeurs`: these
    applicants; `offres`: who offers nothing else.
    """

    discordance: str
    lecture: Lecture
    voies: tuple[Voie, ...] = ()
    decisions: tuple[Decision, ...] = ()
    demandeurs: tuple[Demandeur, ...] = ()
    offres: tuple[Offre, ...] = ()


@dataclass(frozen=True, slots=True)
class TexteSource:
    """A value with its source, or what the source puts in its place.

    Either the reason why it does not decide, or `absence`: what it writes (aucun, sans_objet) or does not write
    (rubrique_vide) under the heading `rubrique`.
    """

    source: Source
    valeur: str | None = None
    indetermine: str | None = None
    absence: Absence | None = None
    rubrique: str | None = None


@dataclass(frozen=True, slots=True)
class TexteOfficiel:
    """A legal text that a statement cites, under its whole title."""

    intitule: str


@dataclass(frozen=True, slots=True)
class Section:
    """One line of a document's table of contents; `adresse`: where it is read alone, in its version of the day `version_du`."""

    code: str
    intitule: str
    page: int | None = None
    adresse: str | None = None
    version_du: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """An official document; `sections` are in its own order.

    With `confiance`, we read it at second hand: what it decides is told with that reserve.
    """

    intitule: str
    auteur: str
    nature: NatureDocument
    sections: tuple[Section, ...]
    intitule_court: str | None = None
    date: str | None = None
    avertissement: str | None = None
    confiance: Literal["a_recouper"] | None = None
    droits: str | None = None
    adresse: str | None = None

    @property
    def second_hand(self) -> bool:
        """Whether it was not read itself: what it alone says is « à recouper »."""
        return self.confiance == "a_recouper"

    def named(self, section: str) -> str:
        """Return a section as one names it elsewhere: « Code du travail, R. 6412-4 »; a text of one section is named whole."""
        title = self.intitule_court or self.intitule
        return title if len(self.sections) == 1 else f"{title}, {section}"

    def address(self, section: str) -> str | None:
        """Return where a section is read: alone, else in the whole document; None where neither has an address."""
        alone = (one.adresse for one in self.sections if one.code == section and one.adresse)
        return next(alone, self.adresse)


@dataclass(frozen=True, slots=True)
class ValeurEchelle:
    """One value of a scale; only `effet == "positif"` counts towards a threshold.

    `origine` is that of the label, `origine_candidat` that of the candidate's words where it is another.
    """

    code: str
    libelle: str
    libelle_candidat: str
    effet: Effet
    origine: Origine
    source: Source
    points: int | None = None
    origine_candidat: Literal["repere"] | None = None

    @property
    def origine_des_mots(self) -> Origine:
        """Return whose the words are that the candidate reads."""
        return self.origine_candidat or self.origine


@dataclass(frozen=True, slots=True)
class Echelle:
    """A scale: the values that an answer may take, in the order in which they are shown."""

    intitule: str
    valeurs: tuple[ValeurEchelle, ...]


@dataclass(frozen=True, slots=True)
class ValeurPremierTour:
    """An answer to the one question of a competence; with `ouvre_le_detail`, its criteria are worth asking next.

    It counts for nothing: only the criteria do.
    """

    code: str
    libelle: str
    ouvre_le_detail: bool


@dataclass(frozen=True, slots=True)
class Enonce:
    """A titled element with nothing below it: a task, a part of a competence."""

    code: str
    intitule: str
    source: Source


@dataclass(frozen=True, slots=True)
class Activite:
    """An activity of the profession, with its tasks where the source lists them."""

    code: str
    intitule: str
    source: Source
    taches: tuple[Enonce, ...] = ()


@dataclass(frozen=True, slots=True)
class Rapprochement:
    """A criterion of another certification that is about the same thing."""

    certification: str
    code: str


@dataclass(frozen=True, slots=True)
class Critere:
    """What one can observe; `origine` is "repere" where the source prints none."""

    code: str
    enonce: str
    enonce_candidat: str
    origine: Origine
    source: Source
    preuves: tuple[str, ...] = ()
    rapprochements: tuple[Rapprochement, ...] = ()


@dataclass(frozen=True, slots=True)
class Classement:
    """Why the source does not say which savoir-faire one is, and the nature that Repère proposes."""

    indetermine: str
    propose: NatureSavoirFaire


@dataclass(frozen=True, slots=True)
class Savoir:
    """A savoir-faire (technique, organisationnel, relationnel) or a savoir; `classement` where the source does not say."""

    code: str
    enonce: str
    source: Source
    nature: NatureSavoir | None = None
    classement: Classement | None = None
    textes: tuple[TexteOfficiel, ...] = ()


@dataclass(frozen=True, slots=True)
class Competence:
    """A competence under its official title, with what the source says of it.

    `intitule_court` and `enonce_candidat` are ours: a name for lists and charts, and the whole of it in one sentence,
    which a first pass asks, or, where there is no criterion, the form itself.
    """

    code: str
    intitule: str
    source: Source
    numero: int | None = None
    intitule_court: str | None = None
    enonce_candidat: str | None = None
    description: tuple[TexteSource, ...] = ()
    contexte: tuple[TexteSource, ...] = ()
    sous_competences: tuple[Enonce, ...] = ()
    criteres: tuple[Critere, ...] = ()
    savoirs: tuple[Savoir, ...] = ()
    competences_transversales: tuple[str, ...] = ()

    @property
    def est_un_enonce(self) -> bool:
        """Whether it is what a form asks, itself: it has the candidate's words, and no criterion to ask instead."""
        return bool(self.enonce_candidat) and not self.criteres

    @property
    def nom(self) -> str:
        """What to call it in a list, a chart or a result."""
        return self.intitule_court or self.intitule


@dataclass(frozen=True, slots=True)
class Composante:
    """A domaine, unité, bloc, CCP…: it holds others, or competences, or both.  `intitule_court` is ours."""

    code: str
    nature: NatureComposante
    intitule: str
    source: Source
    numero: int | None = None
    intitule_court: str | None = None
    numero_bloc: TexteSource | None = None
    description: tuple[TexteSource, ...] = ()
    contexte: tuple[TexteSource, ...] = ()
    modalites_evaluation: tuple[str, ...] = ()
    attestation: TexteSource | None = None
    activites: tuple[Activite, ...] = ()
    composantes: tuple[Composante, ...] = ()
    competences: tuple[Competence, ...] = ()

    @property
    def nom(self) -> str:
        """What to call it in a list, a chart or a result."""
        return self.intitule_court or self.intitule

    def walk(self) -> Iterator[Composante]:
        """Yield this component, then all below it, in reading order."""
        yield self
        for composante in self.composantes:
            yield from composante.walk()

    def all_competences(self) -> Iterator[Competence]:
        """Yield every competence at or below this component, in reading order."""
        for composante in self.walk():
            yield from composante.competences
