"""What Python is asked while it is watched: every action, answered and refused, on the forms that we publish."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from forms.auto_positionnement import formulaire as forms_data
from forms.auto_positionnement.derivation import derive
from forms.dossier_habilitation import derivation as dossier
from forms.livret_de_reperage import derivation as livret
from forms.questionnaire import echange
from forms.questionnaire.modele import Questionnaire
from forms.socle import fichier
from macros.navigateur import samples_dossier, samples_livret
from referentials.load import load


def samples() -> list[dict[str, str]]:
    """Return pairs {formulaire, requete} to pass to `forms.bridge.handle`."""
    certifications = load().certifications
    dossiers = [form for form in map(dossier.derive, certifications) if form]
    asked = [(forms_data.to_json(form), _requests(form)) for form in map(derive, certifications)]
    asked += [(echange.to_json(form), samples_dossier.requests(form)) for form in dossiers]
    asked += [(echange.to_json(form), samples_livret.requests(form, own, _export(own))) for form, own in _livrets()]
    return [{"formulaire": _text(form), "requete": _text(request)} for form, requests in asked for request in requests]


def samples_on_demand() -> list[dict[str, str]]:
    """Return pairs for the actions that need more than what starts Python."""
    certifications = load().certifications
    dossiers = [form for form in map(dossier.derive, certifications) if form]
    asked = [(echange.to_json(form), request) for form in dossiers for request in samples_dossier.on_demand(form)]
    asked += [(forms_data.to_json(form), _workbook(form)) for form in map(derive, certifications)]
    return [{"formulaire": _text(form), "requete": _text(request)} for form, request in asked]


def _workbook(form: forms_data.Formulaire) -> dict[str, Any]:
    csv = next(request for request in _requests(form) if request["action"] == "csv")
    return {"action": "xlsx", "corps": {**csv["corps"], "jour": "2026-11-21"}}


def _livrets() -> Iterator[tuple[Questionnaire, forms_data.Formulaire]]:
    for certification in load().certifications:
        form = livret.derive(certification)
        if form:
            yield form, derive(certification)


def _export(form: forms_data.Formulaire) -> str:
    """Return an export of this form: the first file that it is asked to open."""
    return str(next(request["corps"]["texte"] for request in _requests(form) if request["action"] == "ouvrir"))


def _requests(form: forms_data.Formulaire) -> list[dict[str, Any]]:
    values = [valeur.code for valeur in form.echelle]
    answers = {
        item.code: {"valeur": values[rank % len(values)], "note": "Exemple : été 2026 — œuvre."}
        for rank, item in enumerate(form.all_items())
    }
    export = {
        "format": fichier.FORMAT,
        "version": fichier.VERSION,
        "certification": form.certification,
        "version_referentiel": form.version_referentiel,
        "exporte_le": "2026-11-21T08:30:00+01:00",
        "outil": {"nom": "Repère", "version": "0.1.0"},
        "nom": "Mon brouillon",
        "echelle": [{"code": v.code, "libelle": v.libelle, "effet": v.effet} for v in form.echelle],
        "reponses": answers,
    }
    first = {key: value for key, value in export.items() if key not in {"nom", "echelle"}} | {"version": 1}
    texts = [
        _text(export),
        _text(first),
        _text(export)[:-20],
        "bonjour",
        "[]",
        _text({**export, "version": 99}),
        _text({**export, "version": "1"}),
        _text({**export, "certification": "autre"}),
        _text({**export, "version_referentiel": "0.0.1", "reponses": {"ZZ-9": {"valeur": "oui"}}}),
        _text({**export, "exporte_le": "hier", "reponses": {"a": {}}}),
    ]
    return [
        {"action": "evaluer", "corps": {"reponses": {}}},
        {"action": "evaluer", "corps": {"reponses": answers}},
        {
            "action": "comparer",
            "corps": {
                "avant": {"libelle": "Mars", "reponses": dict(list(answers.items())[::2])},
                "apres": {"libelle": "", "reponses": answers},
            },
        },
        {"action": "texte", "corps": {"reponses": answers, "nom": "Mon brouillon", "jour": "2026-11-21"}},
        {"action": "csv", "corps": {"reponses": answers}},
        *({"action": "ouvrir", "corps": {"texte": text}} for text in texts),
    ]


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
