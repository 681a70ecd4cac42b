"""Answers as the cells of a table: a number and a day are values that a spreadsheet computes with, all else is words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from forms.questionnaire import en_mots, natures
from forms.questionnaire.en_mots import Noms
from forms.questionnaire.lignes import are_rows
from forms.questionnaire.modele import Champ, Liste, Questionnaire
from forms.questionnaire.natures import NotUnderstood
from forms.socle.feuille import Case, Donnee


def case(champ: Champ, raw: Any, noms: Noms) -> Case:
    """Return a raw answer as a cell; what cannot be understood stays as it was typed."""
    texte = en_mots.answer(champ, raw, noms)
    if champ.nature not in {"date", "nombre"} or natures.blank(raw):
        return texte
    try:
        value = natures.read(champ, raw)
    except NotUnderstood:
        return texte
    if isinstance(value, date):
        return Donnee(texte, value)
    return Donnee(texte, value, champ.unite, en_mots.one(champ.unite)) if isinstance(value, float) else texte


def by_place(questionnaire: Questionnaire, donnees: Mapping[str, Any], noms: Noms) -> dict[str, Case]:
    """Return each answer that a questionnaire asks for, by its place: the code of a field, or <list>/<row>/<field>."""
    found: dict[str, Case] = {}
    for element in questionnaire.racines():
        raw = donnees.get(element.code)
        if not isinstance(element, Liste):
            found[element.code] = case(element, raw, noms)
        else:
            for row in raw or () if are_rows(raw) else ():
                for champ in element.champs:
                    found[f"{element.code}/{row['id']}/{champ.code}"] = case(champ, row.get(champ.code), noms)
    return found
