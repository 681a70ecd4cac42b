"""What Python may be asked of a livret: every action, on answers of every nature and two hands."""

from __future__ import annotations

import json
from typing import Any

from forms.auto_positionnement import exemples
from forms.auto_positionnement import formulaire as forms_data
from forms.auto_positionnement.derivation import derive as derive_auto_positionnement
from forms.livret_de_reperage.derivation import derive
from forms.livret_de_reperage.genre import GENRE
from forms.questionnaire.exemples import JOUR, answer
from forms.questionnaire.modele import Champ, Liste, Questionnaire
from referentials.model_certification import Certification


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


def requests(certification: Certification) -> list[dict[str, Any]]:
    """Return requests to `forms.bridge.handle`; an auto-positionnement on the same certification is poured."""
    form = derive(certification)
    if form is None:
        return []
    source = derive_auto_positionnement(certification)
    full = _values(form)
    export = {
        "format": GENRE.format,
        "version": GENRE.version,
        "certification": form.certification,
        "version_referentiel": "0.0.1",
        "exporte_le": f"{JOUR}T08:30:00+01:00",
        "outil": {"nom": "Repère", "version": "0.1.0"},
        "valeurs": {**full, "disparu": _written("x", "Ana")},
    }
    other = {**export, "valeurs": {"projet": _written("Autre chose", "Paul"), "candidat-nom": full["candidat-nom"]}}
    texts = [json.dumps(one, ensure_ascii=False) for one in (export, other, {**export, "valeurs": {"a": {}}})]
    aside = [
        {"place": place, **_written(["a", "b"], "Paul"), "raison": "sans_place"} for place in ("projet", "disparu")
    ]
    poured = {"texte": exemples.export(source), "formulaire": forms_data.to_json(source)}
    return [
        *(
            {"action": name, "corps": {"valeurs": v, "jour": JOUR}}
            for name in ("etat", "texte", "resultats")
            for v in ({}, full)
        ),
        *({"action": "ouvrir", "corps": {"texte": text}} for text in (*texts, "bonjour")),
        {"action": "fusionner", "corps": {"valeurs": full, "texte": texts[1]}},
        {"action": "fusionner", "corps": {"valeurs": full, "texte": texts[1], "choix": {"projet": "ici"}}},
        {"action": "verser", "corps": {"valeurs": {}, **poured}},
        {"action": "ecartees", "corps": {"valeurs": full, "ecartees": aside}},
        {"action": "accorder", "corps": {"valeurs": full, "ligne": "a"}},
        {"action": "ouvrir", "corps": {"texte": json.dumps({**export, "version": 1}, ensure_ascii=False)}},
    ]


def on_demand(_: Certification) -> list[dict[str, Any]]:
    """Return no request: nothing that the page asks needs a package of its own."""
    return []
