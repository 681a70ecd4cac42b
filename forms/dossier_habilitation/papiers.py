"""What the papers of a dossier share in JSON: the head that says what each is, and a rule with its place."""

from __future__ import annotations

from datetime import date
from typing import Any

from forms.dossier_habilitation import phrases, reponses
from forms.questionnaire.modele import Clause, Questionnaire
from forms.socle import etat_certification
from forms.socle.phrases import typeset


def entete(questionnaire: Questionnaire, format_: str, version: int, jour: date) -> dict[str, Any]:
    """Return what any paper begins with: its format, its certification and the state of that on `jour`, when it is made."""
    return {
        "format": format_,
        "version": version,
        "certification": questionnaire.certification,
        "intitule": questionnaire.intitule,
        **etat_certification.member(questionnaire.etats, jour.isoformat()),
        "jour": jour.isoformat(),
        "preparation": phrases.prepared(jour),
    }


def regle(clause: Clause) -> dict[str, str]:
    """Return a rule in our words, with where it is printed."""
    return {"code": clause.code, "enonce": typeset(clause.enonce), "clause": reponses.clause(clause.source)}
