"""What each row of a list covers: the competences of a certification and the modules that work on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from forms.dossier_habilitation.natures import CompetencesCouvertes
from forms.questionnaire.modele import Champ, Option, Questionnaire
from forms.questionnaire.valeurs import Ligne, Valeurs
from forms.socle.majuscules import capitalized


@dataclass(frozen=True, slots=True)
class LigneCouverte:
    """A competence, what it is a part of, and the ranks of the columns that work on it, from 0."""

    groupe: str
    libelle: str
    dans: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Couverture:
    """A table: a row a competence, a column a module, called as the person calls it."""

    intitule: str
    colonnes: tuple[str, ...]
    lignes: tuple[LigneCouverte, ...]


def couvertures(asked: Questionnaire, found: Valeurs) -> Iterator[Couverture]:
    """Yield a table for each list that is asked what it covers and has rows.  Give the questionnaire as asked."""
    for _, bloc in asked.blocs():
        for controle in bloc.controles:
            if isinstance(controle, CompetencesCouvertes):
                liste = asked.liste(controle.liste)
                rows = found.listes.get(liste.code, ())
                champ = next((one for one in liste.champs if one.code == controle.champ), None)
                if champ and rows:
                    yield _of(champ, rows)


def to_json(found: Couverture) -> dict[str, Any]:
    """Return the JSON of a table."""
    lines = [{**asdict(ligne), "dans": [*ligne.dans]} for ligne in found.lignes]
    return {"intitule": found.intitule, "colonnes": [*found.colonnes], "lignes": lines}


def _of(champ: Champ, rows: tuple[Ligne, ...]) -> Couverture:
    chosen = [_codes(row, champ) for row in rows]
    return Couverture(
        champ.libelle,
        tuple(capitalized(row.nom) for row in rows),
        tuple(_line(option, chosen) for option in champ.options),
    )


def _line(option: Option, chosen: list[frozenset[str]]) -> LigneCouverte:
    ranks = tuple(rank for rank, codes in enumerate(chosen) if option.code in codes)
    return LigneCouverte(option.groupe, option.libelle, ranks)


def _codes(row: Ligne, champ: Champ) -> frozenset[str]:
    value = row.valeurs.get(champ.code)
    return frozenset(value) if isinstance(value, tuple) else frozenset()
