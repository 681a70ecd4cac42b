"""The one door between the page and Python: JSON text in, JSON text out."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from forms.auto_positionnement import comparaison, ouverture, reponses, resultat, tableur, texte
from forms.auto_positionnement import formulaire as forms_data
from forms.auto_positionnement.comparaison import Cote
from forms.auto_positionnement.evaluation import Evaluateur
from forms.auto_positionnement.formulaire import Formulaire
from forms.socle.feuille import too_long
from forms.socle.memoire import Memoire
from forms.socle.refus import Refus

# What can be asked of a form of fields, by its `genre`.  Its modules are loaded only once such a form is there.
GENRES = {
    "dossier-habilitation": "forms.dossier_habilitation.actions",
    "livret-de-reperage": "forms.livret_de_reperage.actions",
}


@dataclass(frozen=True, slots=True)
class Encode:
    """A part of an answer that is JSON text already."""

    texte: str


class AutoPositionnement:
    """A form of statements, and what scoring it remembers from one request to the next."""

    def __init__(self, form: Formulaire) -> None:
        """Remember nothing yet."""
        self.form = form
        self.evaluateur = Evaluateur(form)
        self.lignes = Memoire[str]()


def _evaluer(page: AutoPositionnement, corps: Mapping[str, Any]) -> Any:
    # Notes are neither looked at nor built: while one answers, this is asked at each answer.
    valeurs = {code: reponse.get("valeur") for code, reponse in corps["reponses"].items()}
    return Encode(resultat.to_line(page.evaluateur.evaluate(valeurs, corps.get("jour")), page.lignes))


def _ouvrir(page: AutoPositionnement, corps: Mapping[str, Any]) -> Any:
    return ouverture.to_json(ouverture.open_export(corps["texte"], page.form))


def _comparer(page: AutoPositionnement, corps: Mapping[str, Any]) -> Any:
    avant, apres = (
        Cote(corps[side]["libelle"], reponses.from_json(corps[side]["reponses"])) for side in ("avant", "apres")
    )
    return comparaison.to_json(comparaison.compare(page.form, avant, apres, corps.get("jour")))


def _texte(page: AutoPositionnement, corps: Mapping[str, Any]) -> Any:
    return {"texte": texte.write(page.form, reponses.from_json(corps["reponses"]), corps["nom"], corps["jour"])}


def _csv(page: AutoPositionnement, corps: Mapping[str, Any]) -> Any:
    return {"texte": tableur.write(page.form, reponses.from_json(corps["reponses"]), corps.get("jour"))}


def _xlsx(page: AutoPositionnement, corps: Mapping[str, Any]) -> Any:
    # Its library reaches the browser only once somebody asks for a workbook.
    classeur = importlib.import_module("forms.socle.classeur")
    feuilles = tableur.feuilles(page.form, reponses.from_json(corps["reponses"]), corps["jour"])
    return {"base64": classeur.to_base64(feuilles, date.fromisoformat(corps["jour"])), "avis": too_long(feuilles)}


ACTIONS: Mapping[str, Callable[[AutoPositionnement, Mapping[str, Any]], Any]] = {
    "evaluer": _evaluer,
    "ouvrir": _ouvrir,
    "comparer": _comparer,
    "texte": _texte,
    "csv": _csv,
    "xlsx": _xlsx,
}


def _read(text: str) -> tuple[Any, Mapping[str, Any]]:
    """Return a form as its actions want it, and these actions."""
    donnees = json.loads(text)
    if donnees.get("format") != "repere/questionnaire":
        return AutoPositionnement(forms_data.from_json(donnees)), ACTIONS
    questionnaire = importlib.import_module("forms.questionnaire.echange").from_json(donnees)
    return questionnaire, importlib.import_module(GENRES[questionnaire.genre]).ACTIONS


@lru_cache(maxsize=2)
def answering(formulaire: str) -> Callable[[str], str]:
    """Return what answers the requests of a page about its form.

    `formulaire`: the text of a form (formulaire.schema.json or questionnaire.schema.json), read once.
    """
    form, actions = _read(formulaire)

    def answer(requete: str) -> str:
        message = json.loads(requete)
        try:
            found = actions[message["action"]](form, message["corps"])
        except Refus as refusal:
            return json.dumps({"ok": False, "message": str(refusal)}, ensure_ascii=False)
        text = found.texte if isinstance(found, Encode) else json.dumps(found, ensure_ascii=False)
        return f'{{"ok": true, "resultat": {text}}}'

    return answer


def handle(formulaire: str, requete: str) -> str:
    """Answer the page.  Only a refusal is turned into a message: a bug stays a bug.

    `formulaire`: see `answering`.  `requete`: {"action": one of ACTIONS, or of those of its genre, "corps": {…}}.
    Returns {"ok": true, "resultat": …} or {"ok": false, "message": "…"}.
    """
    return answering(formulaire)(requete)
