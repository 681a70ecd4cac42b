"""What the page of the dossier asks of Python: a frozen type in, JSON out, one function an action."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from forms.dossier_habilitation import (
    annexe,
    bordereau,
    conformite,
    convention,
    ecartees,
    etat,
    matrices,
    modification,
    tableur,
    texte,
    texte_convention,
    texte_modification,
)
from forms.dossier_habilitation.genre import GENRE
from forms.dossier_habilitation.modification import Envoye
from forms.dossier_habilitation.natures import DuDossier
from forms.questionnaire import echange, ouverture
from forms.questionnaire.modele import Annexe, Convention, Questionnaire, Suite
from forms.socle import mise_en_page
from forms.socle.feuille import to_csv, too_long
from forms.socle.genre import Action


@dataclass(frozen=True, slots=True)
class Demande:
    """The dossier on screen, read as on a day."""

    valeurs: Mapping[str, Any]
    jour: date


@dataclass(frozen=True, slots=True)
class DemandePapier(Demande):
    """The same, with what a paper is made of, that is no part of the page."""

    annexe: Annexe | None = None
    convention: Convention | None = None
    suite: Suite | None = None

    def of(self, form: Questionnaire) -> Questionnaire:
        """Return the form with it."""
        return replace(form, annexe=self.annexe, convention=self.convention, suite=self.suite)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandeModification(DemandePapier):
    """The same, with what « ouvrir » gave of the file that was sent."""

    envoye: Envoye


@dataclass(frozen=True, slots=True)
class Fichier:
    """The text of a file to open."""

    texte: str


@dataclass(frozen=True, slots=True)
class Ecartees:
    """The answers that the form has no place for."""

    valeurs_ecartees: Mapping[str, Any]


def lire(donnees: Any) -> Questionnaire:
    """Return the form that the page has as JSON (questionnaire.schema.json)."""
    return echange.from_json(donnees, DuDossier)


def _etat(form: Questionnaire, demande: Demande) -> Any:
    return etat.to_json(conformite.evaluate(form, demande.valeurs, demande.jour))


def _ouvrir(form: Questionnaire, demande: Fichier) -> Any:
    return ouverture.to_json(ouverture.open_file(demande.texte, form, GENRE))


def _matrice(form: Questionnaire, demande: Demande) -> Any:
    return matrices.matrice(form, demande.valeurs, demande.jour)


def _bordereau(form: Questionnaire, demande: Demande) -> Any:
    return bordereau.to_json(conformite.evaluate(form, demande.valeurs, demande.jour).bordereau)


def _engagements(form: Questionnaire, demande: DemandePapier) -> Any:
    return annexe.annexe(demande.of(form), demande.valeurs, demande.jour)


def _engagements_en_texte(form: Questionnaire, demande: DemandePapier) -> Any:
    return {"texte": annexe.texte(demande.of(form), demande.valeurs, demande.jour)}


def _convention(form: Questionnaire, demande: DemandePapier) -> Any:
    return convention.projet(demande.of(form), demande.valeurs, demande.jour)


def _convention_en_texte(form: Questionnaire, demande: DemandePapier) -> Any:
    return {"texte": texte_convention.texte(demande.of(form), demande.valeurs, demande.jour)}


def _modification(form: Questionnaire, demande: DemandeModification) -> Any:
    return modification.lettre(demande.of(form), demande.envoye, demande.valeurs, demande.jour)


def _modification_en_texte(form: Questionnaire, demande: DemandeModification) -> Any:
    return {"texte": texte_modification.texte(demande.of(form), demande.envoye, demande.valeurs, demande.jour)}


def _csv(form: Questionnaire, demande: Demande) -> Any:
    feuilles = tableur.feuilles(form, demande.valeurs, demande.jour)
    return {"feuilles": [{"nom": feuille.nom, "texte": to_csv(feuille)} for feuille in feuilles]}


def _xlsx(form: Questionnaire, demande: Demande) -> Any:
    # Its library reaches the browser only once somebody asks for a workbook.
    classeur = importlib.import_module("forms.socle.classeur")
    feuilles = tableur.feuilles(form, demande.valeurs, demande.jour)
    papier = mise_en_page.papier(form.intitule, form.etats, demande.jour)
    return {"base64": classeur.to_base64(feuilles, papier), "avis": too_long(feuilles)}


def _ecartees(form: Questionnaire, demande: Ecartees) -> Any:
    return [asdict(one) for one in ecartees.put_aside(form, demande.valeurs_ecartees)]


def _texte(form: Questionnaire, demande: Demande) -> Any:
    return {"texte": texte.texte(form, demande.valeurs, demande.jour)}


ACTIONS: Mapping[str, Action] = {
    "etat": Action(Demande, _etat),
    "ouvrir": Action(Fichier, _ouvrir),
    "matrice": Action(Demande, _matrice),
    "bordereau": Action(Demande, _bordereau),
    "engagements": Action(DemandePapier, _engagements),
    "engagements_en_texte": Action(DemandePapier, _engagements_en_texte),
    "convention": Action(DemandePapier, _convention),
    "convention_en_texte": Action(DemandePapier, _convention_en_texte),
    "modification": Action(DemandeModification, _modification),
    "modification_en_texte": Action(DemandeModification, _modification_en_texte),
    "csv": Action(Demande, _csv),
    "xlsx": Action(Demande, _xlsx),
    "ecartees": Action(Ecartees, _ecartees),
    "texte": Action(Demande, _texte),
}
