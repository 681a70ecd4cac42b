"""The one door between the page and Python: JSON text in, JSON text out."""

from __future__ import annotations

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


@lru_cache(maxsize=2)
def _formulaire(text: str) -> Formulaire:
    return forms_data.from_json(json.loads(text))


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

    `formulaire`: the text of a form (formulaire.schema.json), the same at each call.
    `requete`: {"action": one of ACTIONS, "corps": {…}}.
    Returns {"ok": true, "resultat": …} or {"ok": false, "message": "…"}.
    """
    message = json.loads(requete)
    try:
        answer = ACTIONS[message["action"]](_formulaire(formulaire), message["corps"])
    except Refus as refusal:
        return json.dumps({"ok": False, "message": str(refusal)}, ensure_ascii=False)
    return json.dumps({"ok": True, "resultat": answer}, ensure_ascii=False)
