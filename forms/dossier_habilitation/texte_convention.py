"""The draft of a convention as plain text: what a person pastes in a letter, and changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from forms.dossier_habilitation import phrases_convention as phrases
from forms.dossier_habilitation.convention import projet
from forms.dossier_habilitation.phrases import with_clause
from forms.dossier_habilitation.phrases_annexe import to_fill
from forms.questionnaire.modele import Questionnaire
from forms.socle import etat_certification
from forms.socle.phrases import typeset


def texte(questionnaire: Questionnaire, donnees: Mapping[str, Any], jour: date) -> str:
    """Return the text of the draft, which ends with a line break.  Raises Refus where nothing provides for a convention."""
    found = projet(questionnaire, donnees, jour)
    head = [phrases.TITRE, typeset(found["intitule"]), *etat_certification.lines(questionnaire.etats, found["jour"])]
    parties = (line for partie in found["parties"] for line in ("", partie["intitule"], *_lines(partie["lignes"])))
    rubriques = (line for rubrique in found["rubriques"] for line in _rubrique(rubrique))
    signing = ("", *(to_fill(libelle) for libelle in found["a_signer"]), "")
    return "\n".join([*head, found["preparation"], "", *found["reserves"], *parties, *rubriques, *signing])


def _rubrique(rubrique: Mapping[str, Any]) -> Iterator[str]:
    yield from ("", rubrique["intitule"].upper(), f"{rubrique['demande']} ({rubrique['texte']})")
    for clause in rubrique["clauses"]:
        yield "  " + with_clause(clause["enonce"], clause["clause"])
    for loi in rubrique["droit"]:
        yield f"  {loi['enonce']} ({loi['source']})"
    yield from _lines(rubrique["lignes"])


def _lines(lignes: list[Mapping[str, str]]) -> Iterator[str]:
    for ligne in lignes:
        first, *rest = (ligne["texte"] or phrases.A_CONVENIR.upper()).splitlines()
        yield typeset(f"  - {ligne['libelle']} : ") + first
        yield from (f"    {line}" for line in rest)
