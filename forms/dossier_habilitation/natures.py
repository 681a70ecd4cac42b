"""The controls of a dossier: those of the cahier des charges, once bound to the fields that they look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from forms.questionnaire.controles import Controle, Cote, Unite


@dataclass(frozen=True, slots=True, kw_only=True)
class Lu(Controle):
    """A control that reads the source: the `discordances` decided how, `lecture` says on which side that reading is.

    `origine` is « repere » where the source does not ask for this in so many words: it refuses nothing.
    """

    discordances: tuple[str, ...] = ()
    lecture: Cote | None = None
    origine: Literal["repere"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChampsRemplis(Controle):
    """These fields have an answer."""

    nature: Literal["champs_remplis"] = "champs_remplis"
    champs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fourniture(Lu):
    """The document is named."""

    nature: Literal["fourniture"] = "fourniture"
    champ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRecente(Lu):
    """The document is less than so old on the day of sending."""

    nature: Literal["date_recente"] = "date_recente"
    valeur: int
    unite: Unite
    champ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnCoursDeValidite(Lu):
    """The document is valid on the day of sending."""

    nature: Literal["en_cours_de_validite"] = "en_cours_de_validite"
    champ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectifMinimal(Lu):
    """At least so many: the number that `champ` says, or the rows of a list that differ by `distincts`."""

    nature: Literal["effectif_minimal"] = "effectif_minimal"
    valeur: int
    objet: str
    liste: str | None = None
    champ: str | None = None
    distincts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperienceMinimale(Lu):
    """So long an experience, or the alternative."""

    nature: Literal["experience_minimale"] = "experience_minimale"
    valeur: int
    unite: Unite
    objet: str
    alternative: str | None = None
    liste: str | None = None
    champ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RattachementUnique(Lu):
    """Each one is attached to one component."""

    nature: Literal["rattachement_unique"] = "rattachement_unique"
    objet: str
    liste: str | None = None
    champ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposantesCouvertes(Lu):
    """Each of these components is answered once at least."""

    nature: Literal["composantes_couvertes"] = "composantes_couvertes"
    composantes: tuple[str, ...]
    objet: str | None = None
    liste: str | None = None
    champ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetencesCouvertes(Lu):
    """Each option of `champ` is that of one row at least."""

    nature: Literal["competences_couvertes"] = "competences_couvertes"
    liste: str
    champ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoixParmi(Lu):
    """Each row says which."""

    nature: Literal["choix_parmi"] = "choix_parmi"
    liste: str
    champ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonnesDistinctes(Lu):
    """Of the rows whose `champ` is `reponse`, one at least names nobody of the lists `autres`."""

    nature: Literal["personnes_distinctes"] = "personnes_distinctes"
    objet: str
    reponse: str
    liste: str
    autres: tuple[str, ...]
    champ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RubriqueParElement(Lu):
    """There is a row, and each has these fields."""

    nature: Literal["rubrique_par_element"] = "rubrique_par_element"
    liste: str
    champs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FonctionTenue:
    """A function that somebody must hold; whoever holds one that is not `cumulable` holds no other."""

    code: str
    intitule: str
    cumulable: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FonctionsTenues(Lu):
    """Each function is that of a row, said by `champ`; whoever holds one has these fields."""

    nature: Literal["fonctions_tenues"] = "fonctions_tenues"
    liste: str
    champ: str
    champs: tuple[str, ...]
    fonctions: tuple[FonctionTenue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RenvoisComplets(Controle):
    """Each row of the list `vers` is named by a row of `liste`."""

    nature: Literal["renvois_complets"] = "renvois_complets"
    liste: str
    champ: str
    vers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Justification(Lu):
    """There is a text, for the piece or for each row."""

    nature: Literal["justification"] = "justification"
    objet: str
    liste: str | None = None
    champ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement(Lu):
    """The answer is yes."""

    nature: Literal["engagement"] = "engagement"
    objet: str
    champ: str


DuDossier = (
    ChampsRemplis
    | Fourniture
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
    | FonctionsTenues
    | RenvoisComplets
    | Justification
    | Engagement
)
