"""The page of the livret de repérage: a form of fields that several hands fill, and the path that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forms.livret_de_reperage import phrases
from forms.livret_de_reperage.derivation import elements
from forms.plusieurs_mains import phrases as phrases_mains
from forms.questionnaire import echange
from forms.questionnaire.modele import Questionnaire
from forms.socle.publication import Page
from referentials.model_certification import Certification


def valeurs(_: Certification, __: Questionnaire) -> Mapping[str, Any]:
    """Return its words on what was set aside, and its roles."""
    return {
        "nature": phrases.NATURE,
        "regle": phrases.REGLE,
        "raisons": {f"ecarte_{code}": phrase for code, phrase in phrases_mains.REASONS.items()},
        "roles": elements.donnees()["roles"],
    }


PAGE = Page(
    nom="Livret de repérage",
    action="Préparer un entretien de repérage",
    titre="Livret de repérage : ",
    description="{titre} : un livret pour la conversation du candidat avec son interlocuteur, et le parcours qui en sort.",
    poids=0.8,
    donnees=echange.to_json,
    valeurs=valeurs,
)
