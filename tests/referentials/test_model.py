"""The model mirrors the schemas, key for key: a type asks for what its schema requires, and knows its closed lists."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

import pytest

from forms.questionnaire import controles
from referentials import model_listes
from referentials.check import schemas
from referentials.heritage import FOR_OTHERS
from referentials.levels import NiveauDefini
from referentials.model import Composante, Document, Echelle
from referentials.model_cahier import CahierDesCharges, Terme
from referentials.model_certification import Codes, Evaluations, Referentiel, Regle
from referentials.model_collection import ComparaisonPubliee, Correspondances, Discordance, Rapprochements
from referentials.model_identite import Identite
from referentials.model_law import Droit
from referentials.model_official import Citations, Partenaires
from referentials.model_orientation import GenreDefini, LiensOfficiels, RepertoireDefini, Voisines

FILES: dict[str, Any] = {
    "document": Document,
    "echelle": Echelle,
    "certification": Identite,
    "referentiel": Referentiel,
    "evaluations": Evaluations,
    "regles": tuple[Regle, ...],
    "composante": Composante,
    "cahier-des-charges": CahierDesCharges,
    "glossaire": tuple[Terme, ...],
    "codes": Codes,
    "partenaires": Partenaires,
    "citations": Citations,
    "correspondances": Correspondances,
    "rapprochements": Rapprochements,
    "comparaisons-publiees": tuple[ComparaisonPubliee, ...],
    "discordances": tuple[Discordance, ...],
    "voisines": Voisines,
    "liens-officiels": LiensOfficiels,
    "genres": tuple[GenreDefini, ...],
    "repertoires": tuple[RepertoireDefini, ...],
    "niveaux": tuple[NiveauDefini, ...],
    "droit": Droit,
}
Walk = Iterator[tuple[Any, dict[str, Any], str]]


def reached(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema, through its references."""
    while "$ref" in schema:
        schema = schemas.registry().resolver().lookup(schema["$ref"]).contents
    return schema


def walk(kind: Any, schema: dict[str, Any], place: str, seen: set[Any]) -> Walk:
    """Yield each type of the model with the schema that it stands for, and its place; each dataclass once."""
    schema = reached(schema)
    some = [one for one in typing.get_args(kind) if one is not types.NoneType]
    if typing.get_origin(kind) in {types.UnionType, typing.Union}:
        if len(some) == 1:
            yield from walk(some[0], schema, place, seen)
            return
        natures = {reached(one)["properties"]["nature"]["const"]: one for one in schema["oneOf"]}
        known = {one.default: member for member in some for one in fields(member) if one.name == "nature"}
        assert known.keys() == natures.keys(), place
        for nature, member in known.items():
            yield from walk(member, natures[nature], f"{place}({nature})", seen)
    elif typing.get_origin(kind) is tuple:
        yield from walk(some[0], schema["items"], f"{place}[]", seen)
    elif not is_dataclass(kind):
        yield kind, schema, place
    elif kind not in seen:
        seen.add(kind)
        yield kind, schema, place
        hints = typing.get_type_hints(kind)
        for one in fields(kind):
            if one.name in schema["properties"]:
                yield from walk(hints[one.name], schema["properties"][one.name], f"{place}.{one.name}", seen)


def test_the_model_mirrors_the_schemas() -> None:
    """A key that a schema allows has its field: no valid file can be refused, or read in part, by the model.

    One type may stand for two shapes of which each has keys that the other has not: then none of these is required.
    """
    allowed: dict[Any, set[str]] = {}
    for name, files in FILES.items():
        for kind, schema, place in walk(files, {"$ref": f"{name}{schemas.SUFFIX}"}, name, set()):
            if is_dataclass(kind):
                own = {field.name for field in fields(kind)}
                asked = {field.name for field in fields(kind) if field.default is MISSING}
                keys = {*schema["properties"]} - handed_down(schema)
                # Wherever its file has it, the model gets it.
                required = {*schema.get("required", ()), *keys & {"source"}} - discriminant(kind)
                assert asked == required if own == keys else asked <= required, place
                allowed.setdefault(kind, set()).update(keys)
    assert {kind: {field.name for field in fields(kind)} for kind in allowed} == allowed


def handed_down(schema: dict[str, Any]) -> set[str]:
    """Return the key of a source that stands for what is below it: the file has it, the model writes it where it holds."""
    source = schema["properties"].get("source", {})
    return {"source"} if source.get("$ref", "").endswith(f"/{FOR_OTHERS}") else set()


def discriminant(kind: Any) -> set[str]:
    """Return the key that tells a type from the others of its union: a constant, which the schema requires."""
    return {field.name for field in fields(kind) if field.name == "nature" and isinstance(field.default, str)}


@pytest.mark.parametrize("name", FILES)
def test_a_closed_list_is_a_type(name: str) -> None:
    """Where the schema lists the values that may be, so does the type, in the same order: no other can be compared with."""
    for kind, schema, place in walk(FILES[name], {"$ref": f"{name}{schemas.SUFFIX}"}, name, set()):
        listed = schema.get("enum") or ([schema["const"]] if isinstance(schema.get("const"), str) else None)
        if not is_dataclass(kind):
            assert ([*typing.get_args(kind)] or None) == listed, place


def test_what_the_browser_counts_by_is_what_the_data_hold() -> None:
    """The forms have their own lists, since the browser does not get the model: they are the same."""
    assert controles.Comparaison == model_listes.Comparaison
    assert controles.Cote == model_listes.Lecture
    assert controles.Sens == model_listes.Sens
    assert controles.Unite == model_listes.UniteTemps
