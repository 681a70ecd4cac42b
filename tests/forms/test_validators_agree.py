"""The validator generated for the browser and jsonschema accept the same files."""

from __future__ import annotations

import builtins
import hashlib
import json
import types
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.socle.refus import JsonSchemaValueException
from forms.validateurs import (
    export_auto_positionnement,
    export_auto_positionnement_1,
    export_auto_positionnement_2,
    export_dossier_habilitation,
    export_livret_de_reperage,
    export_livret_de_reperage_1,
)
from macros.navigateur import validators
from referentials.check.schemas import SCHEMAS, validator
from tests.outils_formulaires import export, small

VALIDATORS = {
    "export-auto-positionnement": export_auto_positionnement,
    "export-auto-positionnement-1": export_auto_positionnement_1,
    "export-auto-positionnement-2": export_auto_positionnement_2,
    "export-dossier-habilitation": export_dossier_habilitation,
    "export-livret-de-reperage": export_livret_de_reperage,
    "export-livret-de-reperage-1": export_livret_de_reperage_1,
}
FIRST: dict[str, Any] = json.loads(
    export(
        small(),
        {"U1-C1-E1": {"valeur": "fait", "note": "Tous les mardis"}, "U2-C1-E1": {"note": "À revoir"}},
        reponses_ecartees={"U7": {"valeur": "fait"}},
        version=1,
    )
)
SECOND = FIRST | {
    "version": 2,
    "nom": "Avant l’entretien",
    "echelle": [{"code": "fait", "libelle": "Je le fais", "effet": "positif"}],
    "reponses": {"U1-C1-E1": {"valeur": "fait", "note": "Tous les mardis", "enonce": "Je salue."}},
}
NEWEST = SECOND | {
    "version": 3,
    "premier_tour": {"U1-C1": {"valeur": "en_partie", "enonce": "J’accueille."}, "U2-C1": {"valeur": "jamais"}},
    "premier_tour_ecarte": {"U9": {"valeur": "deja_fait"}},
    "voie_souhaitee": "vae",
}
DOSSIER = {key: value for key, value in FIRST.items() if not key.startswith("reponses")} | {
    "format": "repere/dossier-habilitation",
    "nom": "Pour le printemps",
    "valeurs": {
        "denomination": "Val",
        "p-concerne": True,
        "effectif": 3,
        "offres": ["formation", "vae"],
        "modules": [{"id": "m1", "intitule": "Appels", "heures_min": 7.5, "composantes": ["D1"]}],
    },
    "valeurs_ecartees": {"ancien": ""},
}
ECRIT = {
    "valeur": "acquis",
    "par": {"role": "candidat", "nom": "Ana Ruiz"},
    "le": "2026-11-21T18:40:00+01:00",
}
LIVRET = {key: value for key, value in DOSSIER.items() if not key.startswith("valeurs")} | {
    "format": "repere/livret-de-reperage",
    "valeurs": {"u1-c1-dit": ECRIT, "experiences/a/annees": {**ECRIT, "valeur": 2.5}},
    "ecartees": [{**ECRIT, "place": "u1-c1-dit", "valeur": ["a", "b"], "raison": "sans_place"}],
}
VALID = {
    "export-auto-positionnement": NEWEST,
    "export-auto-positionnement-1": FIRST,
    "export-auto-positionnement-2": SECOND,
    "export-dossier-habilitation": DOSSIER,
    "export-livret-de-reperage": LIVRET | {"version": 2},
    "export-livret-de-reperage-1": LIVRET,
}
# What both are known to read in the same way; a new keyword must be tried here before a schema uses it.
UNDERSTOOD = {
    *("$schema", "$ref", "$defs", "title", "description", "examples", "x-aide", "x-montre", "x-raison"),
    *("type", "const", "enum", "pattern", "required", "properties", "additionalProperties", "propertyNames"),
    *("minProperties", "items"),
}


def generated_accepts(name: str, donnees: Any) -> bool:
    """Say whether the generated validator accepts a value."""
    try:
        VALIDATORS[name].validate(donnees)
    except JsonSchemaValueException:
        return False
    return True


def reference_accepts(name: str, donnees: Any) -> bool:
    """Say whether jsonschema accepts a value."""
    return validator(name).is_valid(donnees)


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value of a document, that of the document itself first."""
    yield path
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield from places(value, (*path, key))


def reach(node: Any, path: tuple[Any, ...]) -> Any:
    """Return the value at a path."""
    for key in path:
        node = node[key]
    return node


SCALARS = st.one_of(
    st.sampled_from(
        [None, True, False, 0, 1, 2, -1, 1.0, 1.5, 0.0, "", "1", "fait", "fait\n", "\n", "1.0.0", "1.0.0\n"]
    ),
    st.sampled_from(
        ["repere/auto-positionnement", "repere/auto-positionnement\n", "U1-C1-E1", "cqp-agent", "cqp-agent\n"]
    ),
    st.sampled_from(["2026-11-21T18:40:00+01:00", "2026-11-21T18:40:00+01:00\n", "2026-11-21T18:40:00Z", "٢.٠.٠"]),
    st.text(max_size=4),
    st.integers(-3, 3),
    st.floats(allow_nan=False, allow_infinity=False),
)
KEYS = st.sampled_from([*NEWEST, "U1-C1-E1", "U1\n", "u1", "U1-", "É1", "valeur", "note", "enonce", "effet"]) | (
    st.sampled_from(["{data_key}", "__proto__", "", "%s"])
)
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=4
)


VALUES = (SCALARS.filter(lambda value: value is not None) | st.sampled_from([[], ["a", "b"], [{"id": "x"}]])).map(
    deepcopy
)


def spoil(draw: Any, donnees: Any) -> Any:
    """Change one thing somewhere: a value, a key removed, a key added, a final line break."""
    path = draw(st.sampled_from(list(places(donnees))))
    what = draw(st.sampled_from(["replace", "remove", "add", "break", "rename"]))
    if not path:
        return draw(JSON) if what == "replace" else {**donnees, draw(KEYS): draw(JSON)} if what == "add" else donnees
    parent, value = reach(donnees, path[:-1]), reach(donnees, path)
    if what == "remove":
        del parent[path[-1]]
    elif what == "add" and isinstance(value, dict):
        value[draw(KEYS)] = draw(JSON)
    elif what == "break" and isinstance(value, str):
        parent[path[-1]] = f"{value}\n"
    elif what == "rename" and isinstance(parent, dict):
        parent[draw(KEYS)] = parent.pop(path[-1])
    else:
        parent[path[-1]] = draw(JSON)
    return donnees


def tend(draw: Any, donnees: dict[str, Any]) -> Any:
    """Change one thing that a valid file may have otherwise."""
    what = draw(st.sampled_from(["note", "answer", "forget", "whole"]))
    if donnees["format"] == LIVRET["format"]:
        known = st.text(max_size=4) | st.booleans() | st.integers(-3, 3) | st.lists(st.text(max_size=2), max_size=2)
        donnees["valeurs"][draw(st.sampled_from(["projet", "a/b-1/c_d"]))] = {**deepcopy(ECRIT), "valeur": draw(known)}
    elif "valeurs" in donnees:
        donnees["valeurs"][draw(st.sampled_from(["adresse", "p-kbis-date", "a_b"]))] = draw(VALUES)
    elif what == "note":
        donnees["reponses"]["U1-C1-E1"] = {"note": draw(SCALARS.filter(lambda value: isinstance(value, str)))}
    elif what == "answer":
        donnees["reponses"][draw(st.sampled_from(["U1", "Z9-E1", "A-B-C"]))] = {"valeur": draw(st.just("0_a"))}
    elif what == "forget":
        donnees.pop("reponses_ecartees", None)
    else:
        donnees["version"] = float(donnees["version"])
    return donnees


@st.composite
def exports(draw: st.DrawFn, name: str) -> Any:
    """Draw an export: with changes that keep it valid, then, one time in two, with up to three edits anywhere."""
    donnees: Any = deepcopy(VALID[name])
    for _ in range(draw(st.integers(0, 2))):
        donnees = tend(draw, donnees)
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2, 3]))):
        if isinstance(donnees, dict):
            donnees = spoil(draw, donnees)
    return donnees


@pytest.mark.parametrize("name", VALIDATORS)
def test_both_validators_agree(name: str) -> None:
    """What the page takes is what the published schema describes, and the reverse; edits give files of both kinds, often."""
    outcomes: list[bool] = []

    @settings(max_examples=200)
    @given(donnees=exports(name))
    def agree(donnees: Any) -> None:
        outcomes.append(reference_accepts(name, donnees))
        assert generated_accepts(name, donnees) == outcomes[-1]

    agree()
    assert outcomes.count(True) >= len(outcomes) // 10
    assert outcomes.count(False) >= len(outcomes) // 10


@pytest.mark.parametrize("name", VALIDATORS)
@settings(max_examples=100)
@given(donnees=JSON)
def test_both_validators_agree_on_any_json(name: str, donnees: Any) -> None:
    """Values that were never an export are refused by both, whatever they are."""
    assert not generated_accepts(name, donnees)
    assert not reference_accepts(name, donnees)


def test_every_compiled_schema_is_tried() -> None:
    """A schema compiled for the browser and never compared with the reference proves nothing."""
    assert set(validators.SCHEMAS) == VALIDATORS.keys() == VALID.keys()


@pytest.mark.parametrize("name", VALIDATORS)
def test_both_agree_wherever_one_value_is_another(name: str) -> None:
    """The same question without a strategy of ours: each value of a file replaced by each of a dozen others."""
    valid = VALID[name]
    others = [True, 1, 1.0, 2, "fait", "fait\n", None, [], {}, "U1", valid["exporte_le"], valid["certification"]]
    outcomes = set()
    for path in list(places(valid))[1:]:
        for other in others:
            donnees = deepcopy(valid)
            reach(donnees, path[:-1])[path[-1]] = other
            accepted = reference_accepts(name, donnees)
            assert generated_accepts(name, donnees) == accepted, (path, other)
            outcomes.add(accepted)
    assert outcomes == {True, False}


@pytest.mark.parametrize(
    ("change", "accepted"),
    [
        ({"version": 3.0}, True),
        ({"version": True}, False),
        ({"version": 1}, False),
        ({"nom": ""}, True),
        ({"nom": None}, False),
        ({"echelle": []}, True),
        ({"echelle": {}}, False),
        ({"echelle": [{"code": "fait", "libelle": ""}]}, False),
        ({"echelle": [{"code": "fait", "libelle": "", "effet": "positif\n"}]}, False),
        ({"reponses": {"U1": {"enonce": ""}}}, True),
        ({"certification": "cqp-agent\n"}, False),
        ({"version_referentiel": "1.0.0\n"}, False),
        ({"exporte_le": "2026-11-21T18:40:00+01:00\n"}, False),
        ({"format": "repere/auto-positionnement\n"}, False),
        ({"reponses": {}}, True),
        ({"reponses": {"U1\n": {"valeur": "fait"}}}, False),
        ({"reponses": {"U1": {"valeur": "fait\n"}}}, False),
        ({"reponses": {"U1": {"note": "fait\n"}}}, True),
        ({"reponses": {"U1": {"note": ""}}}, True),
        ({"reponses": {"U1": {}}}, False),
        ({"reponses": {"{data_key}": {"note": "x"}}}, False),
        ({"reponses_ecartees": None}, False),
    ],
    ids=repr,
)
def test_the_cases_where_validators_usually_differ(change: dict[str, Any], accepted: bool) -> None:  # noqa: FBT001
    """Booleans that look like integers, 1.0, line breaks before the end: both say the same, and it is this."""
    name = "export-auto-positionnement"
    donnees = NEWEST | change
    assert (generated_accepts(name, donnees), reference_accepts(name, donnees)) == (accepted, accepted)


def keywords(schema: Any) -> Iterator[str]:
    """Yield the keywords of a schema and of those inside it; the names of properties are not keywords."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            yield key
            for inner in value.values() if key in {"properties", "$defs"} else [value]:
                yield from keywords(inner) if key not in {"const", "enum"} else ()


@pytest.mark.parametrize("name", validators.SCHEMAS)
def test_a_compiled_schema_uses_only_keywords_that_both_understand(name: str) -> None:
    """A keyword that one of the two ignores would make them differ in silence."""
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    assert set(keywords(schema)) <= UNDERSTOOD


def global_names(code: types.CodeType) -> set[str]:
    """Return the names that a compiled module looks up, in its functions too."""
    inner = [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
    return set(code.co_names).union(*map(global_names, inner))


@pytest.mark.parametrize("name", validators.SCHEMAS)
def test_a_generated_validator_lacks_no_name(name: str) -> None:
    """Each branch of the generated code can run: no name of fastjsonschema's is left undefined."""
    source = validators.generate(name)
    foreign = {"JsonSchemaValuesException", "JsonSchemaDefinitionException", "Decimal", "fastjsonschema"}
    names = global_names(compile(source, name, "exec"))
    assert not names & foreign
    known = {*vars(builtins), *vars(VALIDATORS[name]), "forms.socle.refus"}
    methods = {*dir(str), *dir(dict), *dir(set), *dir(float), "compile", "search"}
    assert names <= known | methods


def test_the_validators_are_those_of_the_schemas() -> None:
    """What the browser runs was generated from what is published."""
    for name in validators.SCHEMAS:
        assert validators.target(name).read_text("utf-8") == validators.generate(name), name


def test_a_schema_that_needs_more_than_we_carry_is_refused(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bound on numbers makes fastjsonschema use Decimal, which our modules do not import: it is said, not shipped."""
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "borne.schema.json").write_text('{"type": "integer", "minimum": 1}', "utf-8")
    monkeypatch.setattr(validators, "ROOT", tmp_path)
    with pytest.raises(ValueError, match="borne"):
        validators.generate("borne")


# What each format that is no longer written accepts, as on the day when the next one took its place.
FROZEN = {
    "export-auto-positionnement-1": "26ea17e9006166c733e9b9f899af46dab5a8aa4349d9a0c878be673b3c8c1f7e",
    "export-auto-positionnement-2": "ef83bb1619bf93ace651ea39ca0884363c32abb950f4b7eb393f7e3fca219cc9",
    "export-livret-de-reperage-1": "aa3ca0a481a534f405184fbff6ea866e4a367c694d16a266c642ce054f07cfa9",
}


def bare(node: Any) -> Any:
    """Return a schema without what it says to people: a property may bear the name of a keyword."""
    if isinstance(node, list):
        return [bare(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    said = {"$schema", "title", "description", "examples"}
    return {key: bare(value) for key, value in node.items() if key not in said or isinstance(value, dict)}


def test_a_format_that_is_no_longer_written_accepts_what_it_did() -> None:
    """Nothing is added to an old format: what is new is in the newest only."""
    found = {}
    for path in SCHEMAS.glob("*-[0-9].schema.json"):
        text = json.dumps(bare(json.loads(path.read_text("utf-8"))), sort_keys=True, ensure_ascii=False)
        found[path.name.removesuffix(".schema.json")] = hashlib.sha256(text.encode()).hexdigest()
    assert found == FROZEN
