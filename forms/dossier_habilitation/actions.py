"""What the page of the dossier asks of Python: JSON in, JSON out, one function an action."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from forms.dossier_habilitation import bordereau, conformite, ecartees, etat, matrices, tableur, texte
from forms.dossier_habilitation.genre import GENRE
from forms.dossier_habilitation.natures import DuDossier
from forms.questionnaire import echange, ouverture
from forms.questionnaire.modele import Questionnaire
from forms.socle.feuille import to_csv, too_long

Corps = Mapping[str, Any]


def lire(donnees: Any) -> Questionnaire:
    """Return the form that the page has as JSON (questionnaire.schema.json)."""
    return echange.from_json(donnees, DuDossier)


def _jour(corps: Corps) -> date:
    return date.fromisoformat(corps["jour"])


def _etat(form: Questionnaire, corps: Corps) -> Any:
    return etat.to_json(conformite.evaluate(form, corps["valeurs"], _jour(corps)))


def _ouvrir(form: Questionnaire, corps: Corps) -> Any:
    return ouverture.to_json(ouverture.open_file(corps["texte"], form, GENRE))


def _matrice(form: Questionnaire, corps: Corps) -> Any:
    return matrices.matrice(form, corps["valeurs"], _jour(corps))


def _bordereau(form: Questionnaire, corps: Corps) -> Any:
    return bordereau.to_json(bordereau.bordereau(form, corps["valeurs"]))


def _csv(form: Questionnaire, corps: Corps) -> Any:
    feuilles = tableur.feuilles(form, corps["valeurs"], _jour(corps))
    return {"feuilles": [{"nom": feuille.nom, "texte": to_csv(feuille)} for feuille in feuilles]}


def _xlsx(form: Questionnaire, corps: Corps) -> Any:
    # Its library reaches the browser only once somebody asks for a workbook.
    classeur = importlib.import_module("forms.socle.classeur")
    jour = _jour(corps)
    feuilles = tableur.feuilles(form, corps["valeurs"], jour)
    return {"base64": classeur.to_base64(feuilles, jour), "avis": too_long(feuilles)}


def _ecartees(form: Questionnaire, corps: Corps) -> Any:
    return [asdict(one) for one in ecartees.put_aside(form, corps["valeurs_ecartees"])]


def _texte(form: Questionnaire, corps: Corps) -> Any:
    return {"texte": texte.texte(form, corps["valeurs"], _jour(corps))}


ACTIONS: Mapping[str, Callable[[Questionnaire, Corps], Any]] = {
    "etat": _etat,
    "ouvrir": _ouvrir,
    "matrice": _matrice,
    "bordereau": _bordereau,
    "csv": _csv,
    "xlsx": _xlsx,
    "ecartees": _ecartees,
    "texte": _texte,
}
