"""Which pages a certification has: file, short name, title.  The addresses are published: they do not change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from referentials.load import Collection


def always(_: Collection, __: str) -> bool:
    """Every certification has the page."""
    return True


def has_cahier_des_charges(collection: Collection, slug: str) -> bool:
    """Only a certification whose data hold a cahier des charges has the page."""
    return f"certifications/{slug}/cahier-des-charges.json" in collection.fichiers


@dataclass(frozen=True, slots=True)
class Rubrique:
    """One page of a certification.  `macro`: name of its module and macro; `titre` goes before the certification's."""

    macro: str
    nom: str
    titre: str
    toc: bool = True
    applies: Callable[[Collection, str], bool] = always

    @property
    def adresse(self) -> str:
        """Address below the certification's own: empty for the fiche."""
        return "" if self.macro == "fiche" else f"{self.macro.replace('_', '-')}/"

    @property
    def fichier(self) -> str:
        """File of the stub below the certification's folder."""
        return f"{self.adresse.removesuffix('/') or 'index'}.md"


RUBRIQUES = (
    Rubrique("fiche", "Fiche", ""),
    Rubrique("referentiel", "Référentiel", "Référentiel : "),
    Rubrique("evaluations", "Évaluations", "Évaluations : "),
    Rubrique("reglement", "Règlement", "Règlement : "),
    Rubrique("cahier_des_charges", "Cahier des charges", "Cahier des charges : ", applies=has_cahier_des_charges),
    Rubrique("auto_positionnement", "Se positionner", "Se positionner : ", toc=False),
)


def rubriques(collection: Collection, slug: str) -> list[Rubrique]:
    """Return the pages that a certification has, in the order of its tabs."""
    return [rubrique for rubrique in RUBRIQUES if rubrique.applies(collection, slug)]
