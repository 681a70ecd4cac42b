"""What the page of the livret asks of Python: JSON in, JSON out, one function an action."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from forms.auto_positionnement import formulaire, ouverture
from forms.livret_de_reperage import (
    accords,
    conflits,
    ecrits,
    etat,
    fichier,
    fusion,
    paroles,
    phrases,
    texte,
    versement,
)
from forms.livret_de_reperage.controles import DuLivret
from forms.livret_de_reperage.ecrits import Livret
from forms.questionnaire import echange
from forms.questionnaire.modele import Questionnaire

Corps = Mapping[str, Any]


def lire(donnees: Any) -> Questionnaire:
    """Return the form that the page has as JSON (questionnaire.schema.json)."""
    return echange.from_json(donnees, DuLivret)


def _livret(form: Questionnaire, corps: Corps) -> Livret:
    return fichier.place(ecrits.from_json(corps), form)


def _jour(corps: Corps) -> date:
    return date.fromisoformat(corps["jour"])


def _etat(form: Questionnaire, corps: Corps) -> Any:
    return etat.to_json(etat.evaluate(form, _livret(form, corps), _jour(corps)))


def _ouvrir(form: Questionnaire, corps: Corps) -> Any:
    opened = fichier.open_file(corps["texte"], form)
    return {
        "nom": opened.nom,
        **ecrits.to_json(opened.livret),
        "exporte_le": opened.exporte_le,
        "version_referentiel": opened.version_referentiel,
        "avis": list(opened.avis),
    }


def _fusionner(form: Questionnaire, corps: Corps) -> Any:
    """Merge the livret of the page with the text of another file; `livret` is null while a conflict is open."""
    ici, autre = _livret(form, corps), fichier.open_file(corps["texte"], form)
    found = fusion.merge(ici, autre.livret, corps.get("choix"), paroles.voices(form))
    told = conflits.described(form, ici, autre.livret, found.conflits)
    avis = phrases.agreements([one.etat for one in accords.read(form, found.livret.ecrits)]) if found.livret else ()
    return {
        "livret": ecrits.to_json(found.livret) if found.livret else None,
        "conflits": [asdict(one) for one in told],
        "divergences": [asdict(one) for one in conflits.differences(form, ici, autre.livret, found.divergences)],
        "avis": list(dict.fromkeys((*autre.avis, *avis))),
        "ajoutees": len(autre.livret.ecrits.keys() - ici.ecrits.keys()),
    }


def _verser(form: Questionnaire, corps: Corps) -> Any:
    """Pour the text of an auto-positionnement; `formulaire` is the JSON of its own form."""
    source = formulaire.from_json(corps["formulaire"])
    opened = ouverture.open_export(corps["texte"], source)
    done = versement.pour(_livret(form, corps), form, source, opened)
    return {**ecrits.to_json(done.livret), **{k: v for k, v in asdict(done).items() if k != "livret"}}


def _ecartees(form: Questionnaire, corps: Corps) -> Any:
    return [asdict(one) for one in conflits.put_aside(form, _livret(form, corps))]


def _accorder(form: Questionnaire, corps: Corps) -> Any:
    """Return the digest of what a row of the agreements agrees to, as the livret stands in the request."""
    return {"empreinte": accords.now(form, _livret(form, corps).ecrits, corps["ligne"])}


def _texte(form: Questionnaire, corps: Corps) -> Any:
    return {"texte": texte.texte(form, _livret(form, corps), _jour(corps))}


ACTIONS: Mapping[str, Callable[[Questionnaire, Corps], Any]] = {
    "etat": _etat,
    "ouvrir": _ouvrir,
    "fusionner": _fusionner,
    "verser": _verser,
    "ecartees": _ecartees,
    "accorder": _accorder,
    "texte": _texte,
}
