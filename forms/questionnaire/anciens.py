"""What a form asked once and asks now of each row of a list: the old answer goes to a first row, as if it were written there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forms.questionnaire import natures
from forms.questionnaire.modele import Liste, Questionnaire

# The id of that row: the same in Python and in the browser, so that a file and a draft of one form meet.
LIGNE = "ancien"


def placed(questionnaire: Questionnaire, donnees: Mapping[str, Any]) -> dict[str, Any]:
    """Return raw values with such answers in their list, where it has no row yet; else they stay under their old code."""
    found = dict(donnees)
    for liste in questionnaire.racines():
        if isinstance(liste, Liste) and natures.blank(found.get(liste.code)):
            row: dict[str, Any] = {}
            for champ in liste.champs:
                # Of two old questions of one field, the first that is answered; the other stays as it was.
                code = next((old for old in champ.anciens if not natures.blank(found.get(old))), None)
                if code is not None:
                    row[champ.code] = found.pop(code)
            if row:
                found[liste.code] = [{"id": LIGNE, **row}]
    return found
