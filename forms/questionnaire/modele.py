"""A form of fields as data: sections, blocs, repeatable lists, fields, and the conditions under which each is asked for.

`nature` tells elements apart, in JSON too: a field has the nature of its value, the others are "liste" and "bloc".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from forms.questionnaire.controles import Comparaison, Controle, Sens, Unite
from forms.socle.etat_certification import EtatCertification
from forms.socle.lectures import Lecture
from forms.socle.lois import LoiDuJour

Nature = Literal[
    "texte",
    "texte_long",
    "date",
    "nombre",
    "choix",
    "choix_multiple",
    "oui_non",
    "renvois",
    "empreinte",
    "liste",
    "bloc",
]


@dataclass(frozen=True, slots=True)
class Endroit:
    """A place of a document: the name of the document, one of its sections, a page."""

    document: str
    section: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Source(Endroit):
    """Where a requirement is printed; `autres_endroits` are where it stands once more."""

    autres_endroits: tuple[Endroit, ...] = ()

    @property
    def endroits(self) -> tuple[Endroit, ...]:
        """All the places, the one to read first before the others."""
        return (self, *self.autres_endroits)


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds where the value of `champ`, or one of its values, is among `parmi`.

    `champ` is the code of a field, or <list>/<field>: then one row of the list is enough.
    """

    champ: str
    parmi: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice; `groupe` is the title under which it stands with others, in a long list."""

    code: str
    libelle: str
    groupe: str = ""


@dataclass(frozen=True, slots=True)
class Champ:
    """One question.  `renvois` answers with rows of the list `liste`; `borne` is a field that it may not be below.

    `document`: the answer names a document that goes with the form.  `voix`: whose word it is, where several people
    speak; `question`: the code of the field that asks another of them the same, one answer is enough for both.
    `anciens`: the codes that this question had before, whose answers are its own.  A number below `douteux_sous` or above
    `douteux_sur` is understood, and may not be what was meant.
    """

    code: str
    nature: Nature
    libelle: str
    aide: str = ""
    options: tuple[Option, ...] = ()
    unite: str = ""
    minimum: int | None = None
    maximum: int | None = None
    douteux_sous: int | None = None
    douteux_sur: int | None = None
    borne: str = ""
    liste: str = ""
    document: bool = False
    facultatif: bool = False
    voix: str = ""
    anciens: tuple[str, ...] = ()
    question: str = ""
    si: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Liste:
    """Fields that one answers as often as needed; a row is called by its fields `titre`."""

    code: str
    libelle: str
    libelle_element: str
    titre: tuple[str, ...]
    champs: tuple[Champ, ...]
    aide: str = ""
    si: tuple[Condition, ...] = ()
    nature: Nature = "liste"


@dataclass(frozen=True, slots=True)
class Ouvert:
    """A reading, by its code, by which what a bloc refuses may yet be admitted: of everybody, or of some.

    With `selon`, of those only who answer one of these fields by one of `parmi`; `seul`: and by nothing else.
    """

    lecture: str
    selon: tuple[str, ...] = ()
    parmi: tuple[str, ...] = ()
    seul: bool = False


@dataclass(frozen=True, slots=True)
class Bloc:
    """What one requirement asks for.  `controles` say what is verified, by which fields.

    `lectures`: what was chosen to read; `ouverts`: which of those readings ask more than the source may, and of whom; all
    the others change no verdict.  `droit`: what the law says of a day that its rules set.
    `meme_document`: the codes of blocs that one document may answer along with this one.
    """

    code: str
    intitule: str
    elements: tuple[Champ | Liste, ...]
    aide: str = ""
    condition: str = ""
    force: str = "obligatoire"
    controles: tuple[Controle, ...] = ()
    regles: tuple[str, ...] = ()
    source: Source | None = None
    si: tuple[Condition, ...] = ()
    lectures: tuple[Lecture, ...] = ()
    droit: tuple[LoiDuJour, ...] = ()
    ouverts: tuple[Ouvert, ...] = ()
    meme_document: tuple[str, ...] = ()
    nature: Nature = "bloc"

    @property
    def titre(self) -> str:
        """Its title with its code; without a source the code is ours, and says nothing to a reader."""
        return f"{self.code} {self.intitule}" if self.source else self.intitule


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form, under its own heading."""

    code: str
    intitule: str
    elements: tuple[Champ | Liste | Bloc, ...]
    aide: str = ""
    si: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Envoi:
    """Where the filled form goes, one postal line an entry; `referent` is the function of whom it names there."""

    destinataire: str
    adresse: tuple[str, ...]
    source: Source
    referent: str = ""


@dataclass(frozen=True, slots=True)
class Rapprochement:
    """A line of another grid of requirements, and the blocs that speak of the same thing."""

    numero: str
    libelle: str
    blocs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grille:
    """Another grid of requirements; `avertissement` says how far the rapprochements can be trusted."""

    code: str
    intitule: str
    avertissement: str
    lignes: tuple[Rapprochement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What a rule says, and where; of those only whose answers hold `si`."""

    code: str
    enonce: str
    source: Source
    si: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement(Clause):
    """What one promises by sending the form; `retrait` is where the source says what breaking it may cost."""

    retrait: Source


@dataclass(frozen=True, slots=True)
class ClauseDeSuite:
    """What to do when one of these blocs is answered otherwise after the form was sent; none: whatever changes."""

    clause: Clause
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseDeDuree:
    """A rule that sets a day, so long after another or before it."""

    clause: Clause
    comparaison: Comparaison
    valeur: int
    unite: Unite
    sens: Sens


@dataclass(frozen=True, slots=True)
class Suite:
    """What follows an answer to what was sent: what is to be said of a change, how long it holds, when its end is recalled.

    `reserves` may shorten it; `lectures` say what was chosen to read of the source.
    """

    modifications: tuple[ClauseDeSuite, ...]
    duree: ClauseDeDuree | None = None
    rappel: ClauseDeDuree | None = None
    reserves: tuple[Clause, ...] = ()
    lectures: tuple[Lecture, ...] = ()


@dataclass(frozen=True, slots=True)
class Annexe:
    """A page of promises to sign; `lectures` say what was chosen to read of the source."""

    engagements: tuple[Engagement, ...]
    lectures: tuple[Lecture, ...] = ()


@dataclass(frozen=True, slots=True)
class Loi:
    """A text of law, until which day it is known to be so, and how sure that is; `enonce` is what it says, in our words."""

    texte: str
    adresse: str
    confiance: str
    vu_le: str
    enonce: str = ""


@dataclass(frozen=True, slots=True)
class RubriqueConvention:
    """What the law wants a convention to say, and where it asks for that.

    `clauses` say it for everybody, `pieces` (blocs) and `reponses` (fields) are what the form asks about it, `a_convenir` what nothing says.
    """

    code: str
    intitule: str
    texte: str
    demande: str
    clauses: tuple[Clause, ...] = ()
    droit: tuple[Loi, ...] = ()
    composantes: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    reponses: tuple[str, ...] = ()
    a_convenir: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Convention:
    """A convention to come: `clause` says who makes it, `loi` what it holds, in force on a day and applied from another."""

    clause: Clause
    loi: Loi
    depuis: str
    s_applique_depuis: str
    rubriques: tuple[RubriqueConvention, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A whole form of fields, bound to one version of one certification; `genre` names what it fills.

    `feries` are the public holidays, AAAA-MM-JJ, by which it counts working days; `feries_locaux`
    adds those of a territory, by its code.  `etats`: those of the certification, in order.  `annexe`: what one promises by
    sending it, where the source says what breaking a promise may cost; `convention`: what may be agreed once it is accepted; `suite`: what follows.
    """

    genre: str
    certification: str
    intitule: str
    version_referentiel: str
    sections: tuple[Section, ...]
    envoi: Envoi | None = None
    annexe: Annexe | None = None
    convention: Convention | None = None
    suite: Suite | None = None
    grilles: tuple[Grille, ...] = ()
    feries: tuple[str, ...] = ()
    feries_locaux: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    etats: tuple[EtatCertification, ...] = ()

    def blocs(self) -> Iterator[tuple[Section, Bloc]]:
        """Yield each bloc with its section, in reading order."""
        for section in self.sections:
            for element in section.elements:
                if isinstance(element, Bloc):
                    yield section, element

    def racines(self) -> Iterator[Champ | Liste]:
        """Yield the fields and lists that have a value of their own, in reading order."""
        for section in self.sections:
            for element in section.elements:
                yield from element.elements if isinstance(element, Bloc) else (element,)

    def racine(self, code: str) -> Champ | Liste:
        """Return a field or a list by its code.  Raises KeyError."""
        for element in self.racines():
            if element.code == code:
                return element
        raise KeyError(code)

    def liste(self, code: str) -> Liste:
        """Return a list by its code.  Raises KeyError where there is none."""
        element = self.racine(code)
        if not isinstance(element, Liste):
            raise KeyError(code)
        return element
