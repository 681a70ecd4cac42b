"""What is asked for, given values.  The values of the rest are kept in the file, neither shown nor judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from forms.questionnaire.modele import Bloc, Condition, Liste, Ouvert, Questionnaire
from forms.socle.lectures import Lecture


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


def opened(bloc: Bloc, valeurs: Mapping[str, Any]) -> tuple[Lecture, ...]:
    """Return the readings by which what a bloc refuses may yet be admitted of who gives these values, each once."""
    codes = {one.lecture for one in bloc.ouverts if _concerned(one, valeurs)}
    return tuple(lecture for lecture in bloc.lectures if lecture.code in codes)


def _concerned(ouvert: Ouvert, valeurs: Mapping[str, Any]) -> bool:
    answers = [_codes(valeurs.get(champ)) for champ in ouvert.selon]
    parmi = {*ouvert.parmi}
    return not ouvert.selon or any(found & parmi and not (ouvert.seul and found - parmi) for found in answers)


def _codes(value: Any) -> set[str]:
    if isinstance(value, bool):
        return {"oui" if value else "non"}
    values = value if isinstance(value, list | tuple) else (value,)
    return {item for item in values if isinstance(item, str)}


def asked(questionnaire: Questionnaire, valeurs: Mapping[str, Any]) -> Questionnaire:
    """Return the questionnaire with only the sections, blocs, lists and fields that these values ask for.

    A section left with nothing to ask goes too.  In a row, conditions are those of the form, not of the row.
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

    sections = (
        replace(section, elements=tuple(one for element in section.elements for one in kept(element)))
        for section in questionnaire.sections
        if holds(section.si, valeurs)
    )
    return replace(questionnaire, sections=tuple(section for section in sections if section.elements))


def hidden(whole: Questionnaire, kept: Questionnaire) -> tuple[str, ...]:
    """Return the codes of what `asked` took away, in reading order; what a hidden part contains is not named again."""
    here = {code for code, _ in _codes_of(kept)}
    return tuple(code for code, above in _codes_of(whole) if code not in here and here.issuperset(above))


def _codes_of(questionnaire: Questionnaire) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the code of each part with those of the parts that contain it."""
    for section in questionnaire.sections:
        yield section.code, ()
        for element in section.elements:
            above: tuple[str, ...] = (section.code,)
            if isinstance(element, Bloc):
                yield element.code, above
                above = (*above, element.code)
            for inner in element.elements if isinstance(element, Bloc) else (element,):
                yield inner.code, above
                if isinstance(inner, Liste):
                    yield from ((f"{inner.code}/{champ.code}", (*above, inner.code)) for champ in inner.champs)
