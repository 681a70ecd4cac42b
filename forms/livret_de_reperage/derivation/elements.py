"""elements.json as fields: what no referential holds, the questions of a conversation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from forms.questionnaire.derivation.champs import read_champ
from forms.questionnaire.modele import Champ, Liste, Option

BOTH = "interlocuteur"
HERE = Path(__file__).parent


@cache
def donnees() -> Mapping[str, Any]:
    """Return elements.json, which follows livret-elements.schema.json."""
    parsed: Mapping[str, Any] = json.loads((HERE / "elements.json").read_text("utf-8"))
    return parsed


def champs(modeles: Iterable[Mapping[str, Any]], prefix: str = "") -> tuple[Champ, ...]:
    """Return the fields of a list of JSON models, their codes behind a prefix."""
    return tuple(read_champ(modele, code=f"{prefix}{modele['code']}") for modele in modeles)


def competence(prefix: str) -> Iterator[Champ]:
    """Yield the questions on a competence.  Those on what is seen have a place for each of the two who may lead the talk.

    Livrets begun before had one place for both: what it holds stays there, whoever wrote it.
    """
    modeles = donnees()["competence"]
    seen = [modele for modele in modeles if modele["voix"] == BOTH]
    yield from champs((modele for modele in modeles if modele["voix"] != BOTH), prefix)
    for voix, qui in donnees()["interlocuteurs_en_mots"].items():
        for modele in seen:
            code, libelle = f"{prefix}{modele['code']}", modele["libelle"].format(qui=qui)
            if voix == BOTH:
                yield read_champ(modele, code=code, libelle=libelle, facultatif=True)
            else:
                yield read_champ(modele, code=f"{code}-{voix}", libelle=libelle, voix=voix, question=code)


def liste(modele: Mapping[str, Any], **options: tuple[Option, ...]) -> Liste:
    """Return a list from its JSON; `options` gives their choices to the fields that have none, by code.

    The voice of a list is that of each of its fields: two people can write in one row.
    """
    own = {key: value for key, value in modele.items() if key != "voix"}
    whose = {"voix": modele["voix"]} if "voix" in modele else {}
    inner = (
        read_champ({**whose, **one}, **({"options": options[one["code"]]} if one["code"] in options else {}))
        for one in modele["champs"]
    )
    return Liste(**{**own, "titre": tuple(modele["titre"]), "champs": tuple(inner)})


def options(modeles: Iterable[Mapping[str, Any]]) -> tuple[Option, ...]:
    """Return choices from their JSON."""
    return tuple(Option(modele["code"], modele["libelle"]) for modele in modeles)
