"""Which pages a certification has: file, short name, title.  The addresses are published: they do not change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from forms.socle import registre
from forms.socle.genre import Genre
from referentials.load import Collection
from referentials.model_certification import Certification


def always(_: Collection, __: str) -> bool:
    """Every certification has the page."""
    return True


def has_referentiel(collection: Collection, slug: str) -> bool:
    """Only a certification of which some competence, bloc or activity is written has the page."""
    return collection.certification(slug).has_referentiel


def has_evaluations(collection: Collection, slug: str) -> bool:
    """Only a certification whose exams are written has the page."""
    return collection.certification(slug).has_evaluations


def has_regles(collection: Collection, slug: str) -> bool:
    """Only a certification whose rules are written has the page."""
    return bool(collection.certification(slug).regles)


def has_cahier_des_charges(collection: Collection, slug: str) -> bool:
    """Only a certification whose data hold a cahier des charges has the page."""
    return collection.certification(slug).cahier_des_charges is not None


def has_partenaires(collection: Collection, slug: str) -> bool:
    """Only a certification whose data hold the partners of the register has the page."""
    return collection.certification(slug).partenaires is not None


@dataclass(frozen=True, slots=True)
class Rubrique:
    """One page of a certification.  `macro`: name of its module and macro; `titre` goes before the certification's.

    `action` is on the one button of the fiche, which leads to the first form that a certification has.  `promesse` stands beside that button.  `description` is what a search engine
    shows, with {titre} and {resume}; empty, the site's own is used.  `poids` is what the site's own search multiplies its
    score by: for the same words, the fiche comes first.
    """

    macro: str
    nom: str
    titre: str
    action: str = ""
    toc: bool = True
    description: str = ""
    poids: float = 1
    promesse: str = ""
    applies: Callable[[Collection, str], bool] = always

    @property
    def formulaire(self) -> bool:
        """Whether the page is one to fill: these stand apart among the tabs, and have no table of contents."""
        return not self.toc

    @property
    def adresse(self) -> str:
        """Address below the certification's own: empty for the fiche."""
        return "" if self.macro == "fiche" else f"{self.macro.replace('_', '-')}/"

    @property
    def fichier(self) -> str:
        """File of the stub below the certification's folder."""
        return f"{self.adresse}index.md"


def _of_form(genre: Genre) -> Rubrique:
    def applies(collection: Collection, slug: str) -> bool:
        return genre.offered(collection.certification(slug))

    page = genre.page
    return Rubrique(
        genre.dossier,
        page.nom,
        page.titre,
        page.action,
        toc=False,
        description=page.description,
        poids=page.poids,
        promesse=page.promesse,
        applies=applies,
    )


RUBRIQUES = (
    Rubrique("fiche", "Fiche", "", description="{titre}. {resume}", poids=1.5),
    Rubrique(
        "referentiel",
        "Référentiel",
        "Référentiel : ",
        applies=has_referentiel,
        description="{titre} : ses composantes, ses compétences et ses critères, chacun avec sa source.",
    ),
    Rubrique(
        "evaluations",
        "Évaluations",
        "Évaluations : ",
        applies=has_evaluations,
        description="{titre} : les épreuves, leur déroulement, qui est présent et ce qu’il faut apporter.",
    ),
    Rubrique(
        "reglement",
        "Règlement",
        "Règlement : ",
        applies=has_regles,
        description="{titre} : les règles de délivrance, une par une, avec les délais, les seuils et leur source.",
    ),
    Rubrique(
        "cahier_des_charges",
        "Cahier des charges",
        "Cahier des charges : ",
        applies=has_cahier_des_charges,
        description="{titre} : ce qu’un organisme habilité doit faire, et le dossier à envoyer pour le devenir.",
    ),
    Rubrique(
        "partenaires",
        "Partenaires",
        "Partenaires : ",
        applies=has_partenaires,
        description="{titre} : les organismes habilités à y former ou à l’évaluer, un par un, tels que France compétences les déclare.",
    ),
    *(_of_form(genre) for genre in registre.genres()),
)


def having(collection: Collection, slug: str, macro: str) -> Certification:
    """Return a certification that has a page; raises KeyError where it has not: no stub of it is made."""
    (rubrique,) = (one for one in RUBRIQUES if one.macro == macro)
    if not rubrique.applies(collection, slug):
        message = f"{slug} n’a pas la page « {rubrique.nom} »"
        raise KeyError(message)
    return collection.certification(slug)


def rubriques(collection: Collection, slug: str) -> list[Rubrique]:
    """Return the pages that a certification has, in the order of its tabs."""
    return [rubrique for rubrique in RUBRIQUES if rubrique.applies(collection, slug)]
