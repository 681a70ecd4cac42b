"""The page of the dossier d'habilitation: a form of fields made from the cahier des charges, its state, its documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forms.questionnaire import echange
from forms.questionnaire.modele import Questionnaire
from forms.socle.publication import Page
from referentials.model_certification import Certification


def valeurs(_: Certification, form: Questionnaire) -> Mapping[str, Any]:
    """Return how many requirements it answers."""
    return {"exigences": sum(1 for _ in form.blocs())}


PAGE = Page(
    nom="Dossier d’habilitation",
    action="Préparer un dossier d’habilitation",
    titre="Dossier d’habilitation : ",
    description="{titre} : préparer la demande d’habilitation, pièce par pièce, et voir ce qui manque.",
    poids=1,
    donnees=echange.to_json,
    valeurs=valeurs,
)
