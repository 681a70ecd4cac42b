"""Raw values of a file → values that can be judged, and what could not be understood, each with its place.

A place is the code of a field, or <list>/<id of the row>/<field>.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from forms.questionnaire import natures
from forms.questionnaire.lignes import are_rows
from forms.questionnaire.modele import Champ, Liste, Questionnaire
from forms.questionnaire.natures import NotUnderstood, Simple
from forms.socle.phrases import typeset


@dataclass(frozen=True, slots=True)
class Probleme:
    """Something that cannot be understood, where, and what to do, in French."""

    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Ligne:
    """A row of a list; what is not answered, or not understood, is not in `valeurs`."""

    id: str
    nom: str
    place: str
    valeurs: Mapping[str, Simple]


@dataclass(frozen=True, slots=True)
class Valeurs:
    """What a form was answered: fields by their code, the rows of each list, and what could not be understood."""

    champs: Mapping[str, Simple]
    listes: Mapping[str, tuple[Ligne, ...]]
    problemes: tuple[Probleme, ...]

    def illisibles(self) -> set[str]:
        """Return the places of what could not be understood."""
        return {probleme.place for probleme in self.problemes}


def read(questionnaire: Questionnaire, donnees: Mapping[str, Any]) -> Valeurs:
    """Read raw values.  Give the questionnaire that these values ask for: the answers to the rest are not looked at."""
    champs: dict[str, Simple] = {}
    listes: dict[str, tuple[Ligne, ...]] = {}
    problemes: list[Probleme] = []
    for element in questionnaire.racines():
        raw = donnees.get(element.code)
        if isinstance(element, Champ):
            champs |= _fields([element], {element.code: raw}, "", problemes)
        else:
            listes[element.code] = tuple(_rows(element, raw, problemes))
    for element in questionnaire.racines():
        if isinstance(element, Liste):
            problemes += _dead_links(element, listes)
    return Valeurs(champs, listes, tuple(problemes))


def _fields(
    champs: Sequence[Champ], donnees: Mapping[str, Any], prefix: str, problemes: list[Probleme]
) -> dict[str, Simple]:
    found: dict[str, Simple] = {}
    for champ in champs:
        value = donnees.get(champ.code)
        if natures.blank(value):
            continue
        try:
            found[champ.code] = natures.read(champ, value)
        except NotUnderstood as fault:
            problemes.append(Probleme(f"{prefix}{champ.code}", str(fault)))
    for champ in champs:
        low, value = found.get(champ.borne), found.get(champ.code)
        if isinstance(low, float) and isinstance(value, float) and value < low:
            other = next(one.libelle for one in champs if one.code == champ.borne)
            message = typeset(f"Le nombre est plus petit que « {other} » : corrigez l’un ou l’autre.")
            problemes.append(Probleme(f"{prefix}{champ.code}", message))
        if isinstance(low, date) and isinstance(value, date) and value < low:
            other = next(one.libelle for one in champs if one.code == champ.borne)
            message = typeset(f"Ce jour vient avant « {other} » : corrigez l’un ou l’autre.")
            problemes.append(Probleme(f"{prefix}{champ.code}", message))
    return found


def _rows(liste: Liste, raw: Any, problemes: list[Probleme]) -> Iterator[Ligne]:
    if natures.blank(raw):
        return
    if not are_rows(raw):
        problemes.append(
            Probleme(liste.code, f"Cette liste ne se lit pas ({liste.libelle}) : remplissez-la de nouveau.")
        )
        return
    for rank, row in enumerate(raw, 1):
        place = f"{liste.code}/{row['id']}/"
        valeurs = _fields(liste.champs, row, place, problemes)
        yield Ligne(row["id"], _name(liste, valeurs, rank), place, valeurs)


def _name(liste: Liste, valeurs: Mapping[str, Simple], rank: int) -> str:
    """Return what to call a row: what names it, or its rank."""
    named = " ".join(" ".join(str(valeurs.get(code, "")).split()) for code in liste.titre).strip()
    label = liste.libelle_element
    return typeset(f"{label} « {named} »" if named else f"{label} {rank}")


def _dead_links(liste: Liste, listes: Mapping[str, tuple[Ligne, ...]]) -> Iterator[Probleme]:
    for champ in liste.champs:
        if champ.nature == "renvois":
            known = {ligne.id for ligne in listes.get(champ.liste, ())}
            for ligne in listes[liste.code]:
                links = ligne.valeurs.get(champ.code, ())
                if isinstance(links, tuple) and not known.issuperset(links):
                    message = "Cette réponse désigne une ligne qui n’existe plus : choisissez de nouveau."
                    yield Probleme(f"{ligne.place}{champ.code}", typeset(message))
