"""What Python may be asked of an auto-positionnement: every action, answered and refused."""

from __future__ import annotations

import json
from typing import Any

from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.genre import GENRE
from referentials.model_certification import Certification

JOUR = "2026-11-21"


def _answers(form: Formulaire) -> dict[str, Any]:
    values = [valeur.code for valeur in form.echelle]
    return {
        item.code: {"valeur": values[rank % len(values)], "note": "Exemple : été 2026 — œuvre."}
        for rank, item in enumerate(form.all_items())
    }


def _first_pass(form: Formulaire) -> dict[str, str]:
    values = [valeur.code for valeur in form.premier_tour]
    return {groupe.code: values[rank % len(values)] for rank, groupe in enumerate(form.competences() if values else ())}


def _export(form: Formulaire) -> dict[str, Any]:
    return {
        "format": GENRE.format,
        "version": GENRE.version,
        "certification": form.certification,
        "version_referentiel": form.version_referentiel,
        "exporte_le": f"{JOUR}T08:30:00+01:00",
        "outil": {"nom": "Repère", "version": "0.1.0"},
        "nom": "Mon brouillon",
        "echelle": [{"code": v.code, "libelle": v.libelle, "effet": v.effet} for v in form.echelle],
        "reponses": _answers(form),
        "premier_tour": {code: {"valeur": valeur} for code, valeur in _first_pass(form).items()},
    }


def export(form: Formulaire) -> str:
    """Return the text of a file of this form, everything answered."""
    return _text(_export(form))


def on_demand(certification: Certification) -> list[dict[str, Any]]:
    """Return the request that needs a package of its own: a workbook."""
    return [{"action": "xlsx", "corps": {"reponses": _answers(derive(certification)), "jour": JOUR}}]


def requests(certification: Certification) -> list[dict[str, Any]]:
    """Return requests to `forms.bridge.handle`: nothing answered, everything answered, files that open and files refused."""
    form = derive(certification)
    answers, export = _answers(form), _export(form)
    second = {key: value for key, value in export.items() if key != "premier_tour"} | {"version": 2}
    first = {key: value for key, value in second.items() if key not in {"nom", "echelle"}} | {"version": 1}
    texts = [
        _text(export),
        _text(first),
        _text(second),
        _text({**export, "premier_tour": {"ZZ": {"valeur": "jamais"}}, "voie_souhaitee": "vae"}),
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
        {"action": "evaluer", "corps": {"reponses": {}, "premier_tour": _first_pass(form)}},
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
