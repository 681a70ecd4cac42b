"""The one door between the page and Python: JSON text in, JSON text out."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from forms import comparaison, ouverture, reponses, resultat, tableur, texte
from forms import formulaire as forms_data
from forms.comparaison import Cote
from forms.evaluation import evaluate
from forms.formulaire import Formulaire
from forms.refus import Refus

# What can be asked of a form of fields, by its `genre`.  Its modules are loaded only once such a form is there.
GENRES = {
    "dossier-habilitation": "forms.dossier.actions",
    "livret-de-reperage": "forms.livret.actions",
}


@lru_cache(maxsize=2)
def _read(text: str) -> tuple[Any, Mapping[str, Any] | None]:
    """Return a form, with its own actions where it is a form of fields."""
    donnees = json.loads(text)
    if donnees.get("format") != "repere/questionnaire":
        return forms_data.from_json(donnees), None
    questionnaire = importlib.import_module("forms.questionnaire.echange").from_json(donnees)
    return questionnaire, importlib.import_module(GENRES[questionnaire.genre]).ACTIONS


def _evaluer(form: Formulaire, corps: Mapping[str, Any]) -> Any:
    return resultat.to_json(evaluate(form, reponses.from_json(corps["reponses"])))


def _ouvrir(form: Formulaire, corps: Mapping[str, Any]) -> Any:
    return ouverture.to_json(ouverture.open_export(corps["texte"], form))


def _comparer(form: Formulaire, corps: Mapping[str, Any]) -> Any:
    avant, apres = (
        Cote(corps[side]["libelle"], reponses.from_json(corps[side]["reponses"])) for side in ("avant", "apres")
    )
    return comparaison.to_json(comparaison.compare(form, avant, apres))


def _texte(form: Formulaire, corps: Mapping[str, Any]) -> Any:
    return {"texte": texte.write(form, reponses.from_json(corps["reponses"]), corps["nom"], corps["jour"])}


def _csv(form: Formulaire, corps: Mapping[str, Any]) -> Any:
    return {"texte": tableur.write(form, reponses.from_json(corps["reponses"]))}


ACTIONS: Mapping[str, Callable[[Formulaire, Mapping[str, Any]], Any]] = {
    "evaluer": _evaluer,
    "ouvrir": _ouvrir,
    "comparer": _comparer,
    "texte": _texte,
    "csv": _csv,
}


def handle(formulaire: str, requete: str) -> str:
    """Answer the page.  Only a refusal is turned into a message: a bug stays a bug.

    `formulaire`: the text of a form (formulaire.schema.json or questionnaire.schema.json), the same at each call.
    `requete`: {"action": one of ACTIONS, or of those of its genre, "corps": {…}}.
    Returns {"ok": true, "resultat": …} or {"ok": false, "message": "…"}.
    """
    message = json.loads(requete)
    try:
        form, actions = _read(formulaire)
        answer = (actions or ACTIONS)[message["action"]](form, message["corps"])
    except Refus as refusal:
        return json.dumps({"ok": False, "message": str(refusal)}, ensure_ascii=False)
    return json.dumps({"ok": True, "resultat": answer}, ensure_ascii=False)
