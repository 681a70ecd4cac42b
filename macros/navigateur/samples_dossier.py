"""What Python is asked of a dossier while it is watched: every action, on answers of every nature."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from forms.dossier_habilitation.fichier import DOSSIER
from forms.questionnaire.modele import Champ, Liste, Questionnaire

JOUR = "2026-11-21"
ANSWERS: Mapping[str, Any] = {
    "texte": "Été 2026 — œuvre",
    "texte_long": "Une ligne\nune autre",
    "date": JOUR,
    "nombre": "1 234,5",
    "oui_non": True,
    "renvois": ["a"],
    "empreinte": "0" * 64,
}


def answer(champ: Champ) -> Any:
    """Return a raw answer of the nature that a field has."""
    if champ.options:
        return champ.options[0].code if champ.nature == "choix" else [option.code for option in champ.options]
    return ANSWERS[champ.nature]


def _values(form: Questionnaire) -> dict[str, Any]:
    return {
        element.code: [{"id": "a", **{champ.code: answer(champ) for champ in element.champs}}]
        if isinstance(element, Liste)
        else answer(element)
        for element in form.racines()
    }


def on_demand(form: Questionnaire) -> list[dict[str, Any]]:
    """Return the requests that need a package of their own, on nothing answered and on everything answered."""
    return [{"action": "xlsx", "corps": {"valeurs": one, "jour": JOUR}} for one in ({}, _values(form))]


def requests(form: Questionnaire) -> list[dict[str, Any]]:
    """Return requests to `forms.bridge.handle`: nothing answered, everything answered, everything misread."""
    full = _values(form)
    export = {
        "format": DOSSIER.format,
        "version": DOSSIER.version,
        "certification": form.certification,
        "version_referentiel": "0.0.1",
        "exporte_le": "2026-11-21T08:30:00+01:00",
        "outil": {"nom": "Repère", "version": "0.1.0"},
        "valeurs": {**full, "disparu": "x"},
        "valeurs_ecartees": {"ancien": "y"},
    }
    texts = [json.dumps(export, ensure_ascii=False), json.dumps({**export, "valeurs": {"a": {}}}), "bonjour"]
    values = [{}, full, dict.fromkeys(full, "?")]
    judged = ("etat", "matrice", "bordereau", "csv", "texte")
    return [
        *({"action": action, "corps": {"valeurs": one, "jour": JOUR}} for action in judged for one in values),
        *({"action": "ouvrir", "corps": {"texte": text}} for text in texts),
    ]
