"""What is asked for, given values.  The values of the rest are kept in the file, neither shown nor judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from forms.questionnaire.modele import Bloc, Condition, Liste, Questionnaire


def holds(conditions: tuple[Condition, ...], valeurs: Mapping[str, Any]) -> bool:
    """Say whether all conditions hold for these values (raw, as in a file).  No answer is no value."""
    return all(_one(condition, valeurs) for condition in conditions)


def _one(condition: Condition, valeurs: Mapping[str, Any]) -> bool:
    liste, slash, champ = condition.champ.partition("/")
    found = valeurs.get(liste)
    if not slash:
        return bool(_codes(found) & {*condition.parmi})
    rows = found if isinstance(found, list | tuple) else ()
    return any(isinstance(row, Mapping) and _codes(row.get(champ)) & {*condition.parmi} for row in rows)


def _codes(value: Any) -> set[str]:
    if isinstance(value, bool):
        return {"oui" if value else "non"}
    values = value if isinstance(value, list | tuple) else (value,)
    return {item for item in values if isinstance(item, str)}


def asked(questionnaire: Questionnaire, valeurs: Mapping[str, Any]) -> Questionnaire:
    """Return the questionnaire with only the sections, blocs, lists and fields of lists that these values ask for.

    Conditions are on fields of the form itself: in a row they are those of the form too.
    """

    def kept(element: Any) -> Iterator[Any]:
        if not holds(element.si, valeurs):
            return
        if isinstance(element, Bloc):
            inner = tuple(one for e in element.elements for one in kept(e))
            yield replace(element, elements=inner)
        elif isinstance(element, Liste):
            yield replace(element, champs=tuple(champ for champ in element.champs if holds(champ.si, valeurs)))
        else:
            yield element

    sections = tuple(
        replace(section, elements=tuple(one for element in section.elements for one in kept(element)))
        for section in questionnaire.sections
        if holds(section.si, valeurs)
    )
    return replace(questionnaire, sections=sections)
