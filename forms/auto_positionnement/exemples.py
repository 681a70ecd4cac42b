"""What Python may be asked of an auto-positionnement: every action, answered and refused."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.genre import GENRE
from forms.auto_positionnement.passerelles.liens import (
    IDENTIQUE,
    Cible,
    Lien,
    Origine,
    Vers,
    Voisine,
    origine_to_json,
    voisines_to_json,
)
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


def _moving(form: Formulaire) -> list[dict[str, Any]]:
    """Return requests about answers that move: a certification of the same questions, the first of which is the same."""
    other = replace(form, certification="autre-exemple")
    competences, items = [*form.competences()], [*form.all_items()]
    asked = [[one.code for one in competences], [one.code for one in items]]
    same = [Lien((codes[0],), codes[0], IDENTIQUE) for codes in asked]
    near = [Lien((code,), code, "proche", "Les deux se ressemblent.") for codes in asked for code in codes[1:]]
    cibles = tuple(Cible(one.code, one.nom, tuple(item.code for item in one.items)) for one in competences)
    there, here = (
        origine_to_json(Origine("Une autre", source, (Vers(target, cibles, (*same, *near)),)))
        for source, target in ((other, form.certification), (form, other.certification))
    )
    texte = _text({**_export(form), "certification": other.certification})
    voisines = voisines_to_json([Voisine(one.certification, one.intitule, form.etats) for one in (form, other)])
    seen = {"reponses": _answers(form), "origine": here, "collection": voisines, "jour": JOUR}
    return [
        {"action": "transposer", "corps": {"texte": texte, "origine": there, "reponses": {}}},
        {"action": "transposer", "corps": {"texte": texte, "origine": here, "reponses": _answers(form)}},
        {"action": "passerelles", "corps": seen},
    ]


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
        {"action": "conseiller", "corps": {"reponses": answers, "nom": "Mon brouillon", "jour": JOUR}},
        {"action": "csv", "corps": {"reponses": answers, "jour": JOUR}},
        *({"action": "ouvrir", "corps": {"texte": text}} for text in texts),
        *_moving(form),
    ]


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
