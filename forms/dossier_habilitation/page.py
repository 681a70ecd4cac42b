"""The page of the dossier d'habilitation: a form of fields made from the cahier des charges, its state, its documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from forms.questionnaire import echange
from forms.questionnaire.modele import Questionnaire
from forms.socle.publication import Page
from referentials.model_certification import Certification


def valeurs(_: Certification, form: Questionnaire) -> Mapping[str, Any]:
    """Return how many requirements it answers."""
    return {"exigences": sum(1 for _ in form.blocs())}


def donnees(form: Questionnaire) -> Any:
    """Return the JSON of the form, without what its papers are made of: a page asks for that once it needs one."""
    return echange.to_json(replace(form, annexe=None, convention=None, suite=None))


PAGE = Page(
    nom="Dossier d’habilitation",
    action="Préparer un dossier d’habilitation",
    titre="Dossier d’habilitation : ",
    description="{titre} : préparer la demande d’habilitation, pièce par pièce, et voir ce qui manque.",
    poids=1,
    donnees=donnees,
    valeurs=valeurs,
)
