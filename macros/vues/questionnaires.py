"""What the pages of forms of fields say of a questionnaire beyond its own words: conditions, where a bloc is answered."""

from __future__ import annotations

from forms.questionnaire.modele import Bloc, Champ, Condition, Liste, Questionnaire, Section


def conditions(element: Section | Bloc | Liste | Champ, form: Questionnaire) -> list[str]:
    """Return the conditions under which an element is asked for, in words: one entry each, all of them must hold."""
    return [_words(condition, form) for condition in element.si]


def _words(condition: Condition, form: Questionnaire) -> str:
    code, _, inner = condition.champ.partition("/")
    element = form.racine(code)
    if isinstance(element, Liste):
        champ = next(champ for champ in element.champs if champ.code == inner)
        return f"« {champ.libelle} » comprend {_choices(champ, condition)} ({element.libelle_element})"
    verb = "comprend" if element.nature == "choix_multiple" else "est"
    return f"« {element.libelle} » {verb} {_choices(element, condition)}"


def _choices(champ: Champ, condition: Condition) -> str:
    labels = {option.code: option.libelle for option in champ.options} | {"oui": "Oui", "non": "Non"}
    return " ou ".join(f"« {labels.get(code, code)} »" for code in condition.parmi)


def elsewhere(bloc: Bloc, form: Questionnaire) -> list[Liste]:
    """Return the lists that a bloc is answered in without holding them, each once."""
    codes = dict.fromkeys(controle.dans for controle in bloc.controles if controle.dans)
    return [form.liste(code) for code in codes if code not in {element.code for element in bloc.elements}]
