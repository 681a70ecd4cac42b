"""elements.json as fields: what no referential holds, the questions asked of a module, a trainer, an organisation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from forms.questionnaire.derivation.champs import read_champ
from forms.questionnaire.modele import Champ, Liste

HERE = Path(__file__).parent


@cache
def donnees() -> Mapping[str, Any]:
    """Return elements.json, which follows dossier-elements.schema.json."""
    parsed: Mapping[str, Any] = json.loads((HERE / "elements.json").read_text("utf-8"))
    return parsed


def base(element: str, rubriques: Iterable[str]) -> list[Champ]:
    """Return the fields of an element (module, formateur…) that are asked for, in the order of elements.json.

    Those that name a row always are: without them nobody could tell one row from another.
    """
    modele = donnees()["elements"][element]
    asked = {*rubriques, *modele["titre"]}
    return [read_champ(one) for one in modele["champs"] if one["code"] in asked]


def every(element: str) -> list[str]:
    """Return the codes of all the fields that an element may have."""
    return [modele["code"] for modele in donnees()["elements"][element]["champs"]]


def liste(element: str, champs: Iterable[Champ]) -> Liste:
    """Return the list of an element, with these fields."""
    modele = donnees()["elements"][element]
    return Liste(
        code=modele["code"],
        libelle=modele["libelle"],
        libelle_element=modele["libelle_element"],
        titre=tuple(modele["titre"]),
        champs=tuple(champs),
        aide=modele.get("aide", ""),
    )
