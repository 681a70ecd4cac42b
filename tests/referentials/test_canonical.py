"""The common form: the order of the schemas, one text for one content, and nothing lost on the way."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referentials.canonical import text_of
from referentials.read import PLACES, ROOT, parse, read_tree

SCHEMAS = sorted({name for _, name in PLACES})
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["code", "source", "nature", "été"]), inner),
)


def turned(node: Any) -> Any:
    """Return the same content, the keys of each object the other way round."""
    if isinstance(node, dict):
        return {key: turned(value) for key, value in reversed(node.items())}
    return [turned(value) for value in node] if isinstance(node, list) else node


@given(VALUES, st.sampled_from(SCHEMAS))
def test_nothing_is_lost_whatever_the_content(donnees: Any, schema: str) -> None:
    """Valid or not, a content is the same once written and read again, and its text is already canonical."""
    text = text_of(donnees, schema)
    assert parse(text) == donnees
    assert text_of(parse(text), schema) == text


def test_order_in_does_not_matter() -> None:
    """Two people who type the same facts in another order write the same published file, to the byte."""
    for fichier in read_tree(ROOT):
        assert fichier.schema
        text = text_of(fichier.donnees, fichier.schema)
        assert text_of(turned(fichier.donnees), fichier.schema) == text


@pytest.mark.parametrize(
    ("donnees", "keys"),
    [
        ({"objet": "", "unite": "an", "duree": 1, "valeur": 2, "nature": "frequence"}, ["valeur", "duree", "unite"]),
        ({"evenement": "", "valeur": 2, "comparaison": "au_plus", "nature": "delai"}, ["comparaison", "valeur"]),
    ],
)
def test_a_choice_gives_the_order_of_the_branch_that_is_meant(donnees: dict[str, Any], keys: list[str]) -> None:
    """Parameters of a rule follow the form that their nature names, not the first form of the schema."""
    (regle,) = json.loads(text_of([{"parametres": donnees}], "regles"))
    assert list(regle["parametres"])[: len(keys) + 1] == ["nature", *keys]


def test_unknown_keys_come_last_in_their_own_order() -> None:
    """A misspelled key is for the schema to tell: it is neither lost nor moved about."""
    assert list(json.loads(text_of({"zz": 1, "aa": 2, "echelle": "fait"}, "referentiel"))) == ["echelle", "zz", "aa"]
