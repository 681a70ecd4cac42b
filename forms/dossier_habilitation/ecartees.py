"""What a dossier keeps aside, in words: values that its form has no place for, or could not show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from forms.questionnaire import en_mots
from forms.questionnaire.lignes import are_rows
from forms.questionnaire.modele import Liste, Questionnaire
from forms.socle.phrases import typeset


@dataclass(frozen=True, slots=True)
class Ecarte:
    """A value that is kept aside; a field that the form has not is called by its code, under no question."""

    ou: str
    question: str
    reponse: str
    signature: str = ""
    raison: str = "sans_place"


def put_aside(questionnaire: Questionnaire, ecartees: Mapping[str, Any]) -> Iterator[Ecarte]:
    """Yield each value put aside, in the order of the file."""
    known = {element.code: element for element in questionnaire.racines()}
    for code, value in ecartees.items():
        element = known.get(code)
        if not are_rows(value):
            yield Ecarte(typeset(element.libelle) if element else code, "", en_mots.bare(value))
            continue
        fields = {champ.code: champ.libelle for champ in element.champs} if isinstance(element, Liste) else {}
        for row in value:
            for field, inner in row.items():
                if field != "id":
                    where = element.libelle if element else code
                    yield Ecarte(typeset(where), typeset(fields.get(field, field)), en_mots.bare(inner))
