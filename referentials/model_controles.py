"""What is verified of a piece of the application: one frozen type a nature, as in cahier-des-charges.schema.json."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from referentials.model_listes import ElementDossier, Lecture, RubriqueElement, UniteTemps


@dataclass(frozen=True, slots=True, kw_only=True)
class Lu:
    """What every control has: the `discordances` that decided how it reads the source, and on which side that is.

    `origine` is « repere » where the source does not ask for this in so many words: it refuses nothing.
    """

    discordances: tuple[str, ...] = ()
    lecture: Lecture | None = None
    origine: Literal["repere"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fourniture(Lu):
    """The document is given."""

    nature: Literal["fourniture"] = "fourniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRecente(Lu):
    """The document is less than so old on the day of sending."""

    nature: Literal["date_recente"] = "date_recente"
    valeur: int
    unite: UniteTemps


@dataclass(frozen=True, slots=True, kw_only=True)
class EnCoursDeValidite(Lu):
    """The document is valid on the day of sending."""

    nature: Literal["en_cours_de_validite"] = "en_cours_de_validite"


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectifMinimal(Lu):
    """At least so many of them."""

    nature: Literal["effectif_minimal"] = "effectif_minimal"
    valeur: int
    objet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperienceMinimale(Lu):
    """So long an experience, or the alternative that the source admits."""

    nature: Literal["experience_minimale"] = "experience_minimale"
    valeur: int
    unite: UniteTemps
    objet: str
    alternative: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RattachementUnique(Lu):
    """Each one is attached to one component, and to no other."""

    nature: Literal["rattachement_unique"] = "rattachement_unique"
    objet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposantesCouvertes(Lu):
    """Each of these components is covered by one at least."""

    nature: Literal["composantes_couvertes"] = "composantes_couvertes"
    composantes: tuple[str, ...]
    objet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetencesCouvertes(Lu):
    """Each competence of the certification is covered by one element at least."""

    nature: Literal["competences_couvertes"] = "competences_couvertes"
    element: ElementDossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Choix:
    """One answer of a choice: `reponse` is what a saved form keeps of it, and does not change."""

    reponse: str
    intitule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoixParmi(Lu):
    """Something to say of each element, one of several answers."""

    nature: Literal["choix_parmi"] = "choix_parmi"
    rubrique: str
    objet: str
    element: ElementDossier
    parmi: tuple[Choix, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonnesDistinctes(Lu):
    """Of the people whose `rubrique` is `reponse`, one at least is of none of the other lists."""

    nature: Literal["personnes_distinctes"] = "personnes_distinctes"
    element: ElementDossier
    autres: tuple[ElementDossier, ...]
    rubrique: str
    reponse: str
    objet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RubriqueParElement(Lu):
    """What is said of each element: these headings, all that its kind has where none is named.

    `fonctions` must be held by somebody, where the element is « fonction ».
    """

    nature: Literal["rubrique_par_element"] = "rubrique_par_element"
    element: ElementDossier
    rubriques: tuple[RubriqueElement, ...] = ()
    fonctions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Justification(Lu):
    """Something to describe and to argue, once or for each element."""

    nature: Literal["justification"] = "justification"
    rubrique: str
    objet: str
    element: ElementDossier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement(Lu):
    """Something that the applicant must answer yes to."""

    nature: Literal["engagement"] = "engagement"
    rubrique: str
    objet: str


ControlePiece = (
    Fourniture
    | DateRecente
    | EnCoursDeValidite
    | EffectifMinimal
    | ExperienceMinimale
    | RattachementUnique
    | ComposantesCouvertes
    | CompetencesCouvertes
    | ChoixParmi
    | PersonnesDistinctes
    | RubriqueParElement
    | Justification
    | Engagement
)
