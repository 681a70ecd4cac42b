"""A place of a dossier: which requirement answers for it, and what to call it."""

from __future__ import annotations

from collections.abc import Iterator

from forms.questionnaire.modele import Liste, Questionnaire
from forms.questionnaire.valeurs import Ligne, Valeurs


def owner(questionnaire: Questionnaire, place: str) -> str | None:
    """Return the code of the requirement that a place keeps from being done: the first that looks at it, else its bloc."""
    return next(_owners(questionnaire, *_parts(place)), None)


def owners(questionnaire: Questionnaire, place: str) -> frozenset[str]:
    """Return the codes of all the requirements that a place answers: those that look at it, and its own bloc."""
    return frozenset(_owners(questionnaire, *_parts(place)))


def called(questionnaire: Questionnaire, found: Valeurs, place: str) -> str:
    """Return what to call a place: its question, with its row where it stands in one."""
    code, champ = _parts(place)
    names = {ligne.place: ligne.nom for rows in found.listes.values() for ligne in rows}
    row = names.get(place.removesuffix(champ), "") if champ else ""
    label = _label(questionnaire, code, champ)
    return f"{row}, « {label} »" if row else f"« {label} »"


def rows(questionnaire: Questionnaire, found: Valeurs) -> Iterator[tuple[Liste, Ligne]]:
    """Yield each row of each list that is asked for."""
    for element in questionnaire.racines():
        if isinstance(element, Liste):
            yield from ((element, row) for row in found.listes[element.code])


def title(liste: Liste, row: Ligne) -> str:
    """Return what a person wrote to name a row, nothing where they did not."""
    return " ".join(" ".join(str(row.valeurs.get(code, "")).split()) for code in liste.titre).strip()


def _parts(place: str) -> tuple[str, str]:
    code, _, rest = place.partition("/")
    return code, rest.rpartition("/")[2]


def _owners(questionnaire: Questionnaire, code: str, champ: str) -> Iterator[str]:
    blocs = [bloc for _, bloc in questionnaire.blocs()]
    for bloc in blocs:
        for controle in bloc.controles:
            if champ and controle.dans == code and champ in controle.vus:
                yield bloc.code
    yield from (bloc.code for bloc in blocs if code in {element.code for element in bloc.elements})


def _label(questionnaire: Questionnaire, code: str, champ: str) -> str:
    element = questionnaire.racine(code)
    fields = element.champs if isinstance(element, Liste) else ()
    return next((one.libelle for one in fields if one.code == champ), element.libelle)
