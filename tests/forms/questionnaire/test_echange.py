"""A questionnaire goes through JSON and comes back the same; its JSON says nothing in vain."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings

from forms.dossier_habilitation.natures import DuDossier
from forms.questionnaire.echange import from_json, to_json
from forms.questionnaire.modele import Questionnaire
from referentials.check.schemas import validator
from tests.forms.questionnaire.outils_questionnaire import QUESTIONNAIRES, published, small


@settings(max_examples=40)
@given(questionnaire=QUESTIONNAIRES)
def test_a_questionnaire_survives_its_json(questionnaire: Questionnaire) -> None:
    """Whatever its words, what is written is read back equal."""
    assert from_json(json.loads(json.dumps(to_json(questionnaire), ensure_ascii=False)), DuDossier) == questionnaire


def test_the_json_follows_the_published_schema() -> None:
    """The small form and the published one, with every nature of field between them."""
    for questionnaire in (small(), published()):
        assert [fault.message for fault in validator("questionnaire").iter_errors(to_json(questionnaire))] == []


def empties(value: Any, place: str = "") -> list[str]:
    """Return the places of a JSON value that hold nothing."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in empties(inner, f"{place}/{key}")]
    if isinstance(value, list) and value:
        return [found for inner in value for found in empties(inner, place)]
    return [place] if value in (None, "", []) or value is False else []


def test_nothing_is_written_for_what_is_not_said() -> None:
    """A template may test for the presence of a key: only lists that one walks through can be empty."""
    assert {place.rpartition("/")[2] for place in empties(to_json(published()))} <= {"elements", "blocs"}
