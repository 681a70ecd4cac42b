"""What Python may be asked of a dossier: every action, on answers of every nature."""

from __future__ import annotations

import json
from typing import Any

from forms.dossier_habilitation.derivation import derive
from forms.dossier_habilitation.genre import GENRE
from forms.questionnaire.echange import papers
from forms.questionnaire.exemples import JOUR, answer
from forms.questionnaire.modele import Liste, Questionnaire
from referentials.model_certification import Certification

# Asked only of a form that has commitments, or a convention to come.
ANNEXE = ("engagements", "engagements_en_texte")
CONVENTION = ("convention", "convention_en_texte")
# Asked only of a form that has something to say of a change.
MODIFICATION = ("modification", "modification_en_texte")


def _values(form: Questionnaire) -> dict[str, Any]:
    return {
        element.code: [{"id": "a", **{champ.code: answer(champ) for champ in element.champs}}]
        if isinstance(element, Liste)
        else answer(element)
        for element in form.racines()
    }


def on_demand(certification: Certification) -> list[dict[str, Any]]:
    """Return the requests that need a package of their own, on nothing answered and on everything answered."""
    form = derive(certification)
    if form is None:
        return []
    return [{"action": "xlsx", "corps": {"valeurs": one, "jour": JOUR}} for one in ({}, _values(form))]


def requests(certification: Certification) -> list[dict[str, Any]]:
    """Return requests to `forms.bridge.handle`: nothing answered, everything answered, everything misread."""
    form = derive(certification)
    if form is None:
        return []
    full = _values(form)
    export = {
        "format": GENRE.format,
        "version": GENRE.version,
        "certification": form.certification,
        "version_referentiel": "0.0.1",
        "exporte_le": "2026-11-21T08:30:00+01:00",
        "outil": {"nom": "Repère", "version": "0.1.0"},
        "valeurs": {**full, "disparu": "x"},
        "valeurs_ecartees": {"ancien": "y"},
    }
    texts = [json.dumps(export, ensure_ascii=False), json.dumps({**export, "valeurs": {"a": {}}}), "bonjour"]
    values = [{}, full, dict.fromkeys(full, "?")]
    envoye = {"valeurs": full, "exporte_le": export["exporte_le"], "avis": ["x"]}
    judged = ("etat", "matrice", "bordereau", "csv", "texte")
    made = (*(ANNEXE if form.annexe else ()), *(CONVENTION if form.convention else ()))
    return [
        *({"action": action, "corps": {"valeurs": one, "jour": JOUR}} for action in judged for one in values),
        *(
            {"action": action, "corps": {**papers(form), "valeurs": one, "jour": JOUR}}
            for action in made
            for one in values
        ),
        *(
            {"action": action, "corps": {**papers(form), "valeurs": one, "jour": JOUR, "envoye": envoye}}
            for action in (MODIFICATION if form.suite else ())
            for one in values
        ),
        *({"action": "ouvrir", "corps": {"texte": text}} for text in texts),
        {
            "action": "ecartees",
            "corps": {"valeurs_ecartees": {**full, "ancien": [True, 12.5], "lignes": [{"id": "a", "x": "y"}]}},
        },
    ]
