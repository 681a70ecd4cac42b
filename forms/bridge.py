"""The one door between the page and Python: JSON text in, JSON text out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from forms import comparaison, ouverture, reponses, resultat, tableur, texte
from forms import formulaire as forms_data
from forms.comparaison import Cote
from forms.dossier import actions as dossier
from forms.evaluation import evaluate
from forms.formulaire import Formulaire
from forms.questionnaire import echange
from forms.questionnaire.modele import Questionnaire
from forms.refus import Refus


@lru_cache(maxsize=2)
def _formulaire(text: str) -> Formulaire | Questionnaire:
    donnees = json.loads(text)
    fields = donnees.get("format") == echange.FORMAT
    return echange.from_json(donnees) if fields else forms_data.from_json(donnees)


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


# A form of fields says in `genre` what it fills, and so what can be asked of it.
GENRES: Mapping[str, Mapping[str, Callable[[Questionnaire, Mapping[str, Any]], Any]]] = {
    "dossier-habilitation": dossier.ACTIONS,
}


def _answer(form: Formulaire | Questionnaire, action: str, corps: Mapping[str, Any]) -> Any:
    if isinstance(form, Questionnaire):
        return GENRES[form.genre][action](form, corps)
    return ACTIONS[action](form, corps)


def handle(formulaire: str, requete: str) -> str:
    """Answer the page.  Only a refusal is turned into a message: a bug stays a bug.

    `formulaire`: the text of a form (formulaire.schema.json or questionnaire.schema.json), the same at each call.
    `requete`: {"action": one of ACTIONS, or of those of its genre, "corps": {…}}.
    Returns {"ok": true, "resultat": …} or {"ok": false, "message": "…"}.
    """
    message = json.loads(requete)
    try:
        answer = _answer(_formulaire(formulaire), message["action"], message["corps"])
    except Refus as refusal:
        return json.dumps({"ok": False, "message": str(refusal)}, ensure_ascii=False)
    return json.dumps({"ok": True, "resultat": answer}, ensure_ascii=False)
