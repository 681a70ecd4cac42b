"""What Python is asked of a livret while it is watched: every action, on answers of every nature and two hands."""

from __future__ import annotations

import json
from typing import Any

from forms.auto_positionnement import formulaire as forms_data
from forms.auto_positionnement.formulaire import Formulaire
from forms.livret_de_reperage.fichier import LIVRET
from forms.questionnaire.modele import Champ, Liste, Questionnaire
from macros.navigateur.samples_dossier import JOUR, answer


def _written(valeur: Any, nom: str) -> dict[str, Any]:
    return {"valeur": valeur, "par": {"role": "candidat", "nom": nom}, "le": f"{JOUR}T08:30:00+01:00"}


def _values(form: Questionnaire) -> dict[str, Any]:
    fields: list[tuple[str, Champ]] = []
    for element in form.racines():
        if isinstance(element, Liste):
            fields += [(f"{element.code}/a/{champ.code}", champ) for champ in element.champs]
        else:
            fields.append((element.code, element))
    return {place: _written(answer(champ), "Ana") for place, champ in fields}


def requests(form: Questionnaire, source: Formulaire, auto_positionnement: str) -> list[dict[str, Any]]:
    """Return requests to `forms.bridge.handle`; an export of `source`, the form of the same certification, is poured."""
    full = _values(form)
    export = {
        "format": LIVRET.format,
        "version": LIVRET.version,
        "certification": form.certification,
        "version_referentiel": "0.0.1",
        "exporte_le": f"{JOUR}T08:30:00+01:00",
        "outil": {"nom": "Repère", "version": "0.1.0"},
        "valeurs": {**full, "disparu": _written("x", "Ana")},
    }
    other = {**export, "valeurs": {"projet": _written("Autre chose", "Paul"), "candidat-nom": full["candidat-nom"]}}
    texts = [json.dumps(one, ensure_ascii=False) for one in (export, other, {**export, "valeurs": {"a": {}}})]
    poured = {"texte": auto_positionnement, "formulaire": forms_data.to_json(source)}
    return [
        *({"action": name, "corps": {"valeurs": v, "jour": JOUR}} for name in ("etat", "texte") for v in ({}, full)),
        *({"action": "ouvrir", "corps": {"texte": text}} for text in (*texts, "bonjour")),
        {"action": "fusionner", "corps": {"valeurs": full, "texte": texts[1]}},
        {"action": "fusionner", "corps": {"valeurs": full, "texte": texts[1], "choix": {"projet": "ici"}}},
        {"action": "verser", "corps": {"valeurs": {}, **poured}},
        {"action": "accorder", "corps": {"valeurs": full, "ligne": "a"}},
        {"action": "ouvrir", "corps": {"texte": json.dumps({**export, "version": 1}, ensure_ascii=False)}},
    ]
