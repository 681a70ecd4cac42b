"""The letter of a change as plain text: what a person pastes in a message, or prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from forms.dossier_habilitation import phrases_modification as phrases
from forms.dossier_habilitation.modification import Envoye, lettre
from forms.dossier_habilitation.phrases import with_clause
from forms.dossier_habilitation.phrases_annexe import to_fill
from forms.questionnaire.modele import Questionnaire
from forms.socle import etat_certification
from forms.socle.phrases import typeset


def texte(questionnaire: Questionnaire, envoye: Envoye, donnees: Mapping[str, Any], jour: date) -> str:
    """Return the text of the letter, which ends with a line break.  Raises Refus as `lettre` does."""
    found = lettre(questionnaire, envoye, donnees, jour)
    return "\n".join([*_lines(questionnaire, found), ""])


def _lines(questionnaire: Questionnaire, found: Mapping[str, Any]) -> Iterator[str]:
    yield from (phrases.TITRE, found["proposition"], "", *found["expediteur"], "", *found["destinataire"], "")
    yield from (found["objet"], *etat_certification.lines(questionnaire.etats, found["jour"]), found["preparation"])
    yield from ("", found["depuis"])
    for one in found["modifications"]:
        yield from _bloc(one)
    for one in found["toujours"]:
        yield from ("", one["phrase"], *_clauses(one["regles"]))
    yield from ("", *(to_fill(libelle) for libelle in found["a_signer"]))
    yield from ("", phrases.POUR_VOUS.upper(), found["documents"], *found["avis"])
    yield from found["habilitation"]["phrases"]
    yield from (*_clauses(found["habilitation"]["regles"]), *_clauses(found["reserves"]), *found["lectures"])


def _bloc(one: Mapping[str, Any]) -> Iterator[str]:
    yield from ("", with_clause(one["intitule"], one["clause"]) if one["clause"] else typeset(one["intitule"]))
    for element in one["elements"]:
        if element["titre"]:
            yield f"  {element['titre']}"
        for ligne in element["lignes"]:
            said = phrases.change(ligne["libelle"], ligne["avant"], ligne["apres"], element["mouvement"])
            first, *rest = said.splitlines()
            yield f"  - {first}"
            yield from (f"    {line}" for line in rest)
    yield from _clauses(one["regles"])


def _clauses(clauses: list[Mapping[str, str]]) -> Iterator[str]:
    return (f"  * {with_clause(one['enonce'], one['clause'])}" for one in clauses)
