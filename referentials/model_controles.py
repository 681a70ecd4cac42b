"""What is verified of a piece of the application: one frozen type a nature, as in cahier-des-charges.schema.json.

On every one, `discordances` decided how the control reads the source, and `lecture` says on which side that reading is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from referentials.model_listes import ElementDossier, Lecture, RubriqueElement, UniteTemps


@dataclass(frozen=True, slots=True, kw_only=True)
class Fourniture:
    """The document is given."""

    nature: Literal["fourniture"] = "fourniture"
    discordances: tuple[str, ...] = ()
    lecture: Lecture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRecente:
    """The document is less than so old on the day of sending."""

    nature: Literal["date_recente"] = "date_recente"
    valeur: int
    unite: UniteTemps
    discordances: tuple[str, ...] = ()
    lecture: Lecture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnCoursDeValidite:
    """The document is valid on the day of sending."""

    nature: Literal["en_cours_de_validite"] = "en_cours_de_validite"
    discordances: tuple[str, ...] = ()
    lecture: Lecture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectifMinimal:
    """At least so many of them."""

    nature: Literal["effectif_minimal"] = "effectif_minimal"
    valeur: int
    objet: str
    discordances: tuple[str, ...] = ()
    lecture: Lecture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperienceMinimale:
    """So long an experience, or the alternative that the source admits."""

    nature: Literal["experience_minimale"] = "experience_minimale"
    valeur: int
    unite: UniteTemps
    objet: str
    alternative: str | None = None
    discordances: tuple[str, ...] = ()
    lecture: Lecture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RattachementUnique:
    """Each one is attached to one component, and to no other."""

    nature: Literal["rattachement_unique"] = "rattachement_unique"
    objet: str
    discordances: tuple[str, ...] = ()
    lecture: Lecture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposantesCouvertes:
    """Each of these components is covered by one at least."""

    nature: Literal["composantes_couvertes"] = "composantes_couvertes"
    composantes: tuple[str, ...]
    discordances: tuple[str, ...] = ()
    lecture: Lecture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RubriqueParElement:
    """What is said of each element: these headings, all that its kind has where none is named.

    `fonctions` must be held by somebody, where the element is « fonction ».
    """

    nature: Literal["rubrique_par_element"] = "rubrique_par_element"
    element: ElementDossier
    rubriques: tuple[RubriqueElement, ...] = ()
    fonctions: tuple[str, ...] = ()
    discordances: tuple[str, ...] = ()
    lecture: Lecture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Justification:
    """Something to describe and to argue, once or for each element."""

    nature: Literal["justification"] = "justification"
    rubrique: str
    objet: str
    element: ElementDossier | None = None
    discordances: tuple[str, ...] = ()
    lecture: Lecture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """Something that the applicant must answer yes to."""

    nature: Literal["engagement"] = "engagement"
    rubrique: str
    objet: str
    discordances: tuple[str, ...] = ()
    lecture: Lecture | None = None


ControlePiece = (
    Fourniture
    | DateRecente
    | EnCoursDeValidite
    | EffectifMinimal
    | ExperienceMinimale
    | RattachementUnique
    | ComposantesCouvertes
    | RubriqueParElement
    | Justification
    | Engagement
)
