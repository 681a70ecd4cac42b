"""Forms of fields as HTML: every section, requirement, list and field is there, named, described, with its condition."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from forms.dossier_habilitation.derivation import derive
from forms.livret_de_reperage.derivation import derive as derive_livret
from forms.questionnaire.modele import Bloc, Champ, Liste, Questionnaire
from macros import pages
from macros.pages.commun import Contexte
from macros.vues import questionnaires
from referentials.load import load
from tests.outils_pages import ASSETS, Element, Reading, read

COLLECTION = load()
SLUG = "cqp-vendeur-conseil-a-distance"
KINDS = {"dossier_habilitation": derive, "livret_de_reperage": derive_livret}


def reading_of(kind: str) -> Reading:
    """Return a page of the published data."""
    return read(pages.CERTIFICATION[kind](COLLECTION, SLUG, Contexte("../../../", lambda _: ASSETS)))


@pytest.fixture(scope="module", params=KINDS)
def page(request: pytest.FixtureRequest) -> tuple[Questionnaire, Reading]:
    """Return a form of fields and its page."""
    form = KINDS[request.param](COLLECTION.certification(SLUG))
    assert form
    return form, reading_of(request.param)


def fields(form: Questionnaire) -> list[tuple[str, Champ]]:
    """Return every field with what it is called by: its code, or <list>/<field>."""
    found = []
    for element in form.racines():
        if isinstance(element, Liste):
            found += [(f"{element.code}/{champ.code}", champ) for champ in element.champs]
        else:
            found.append((element.code, element))
    return found


def boxed(reading: Reading) -> list[Element]:
    """Return the boxes of the fields."""
    return [e for e in reading.elements if "data-place" in e.attributes]


def test_every_field_is_there_and_described(page: tuple[Questionnaire, Reading]) -> None:
    """Each has its box, described by its help where it has one; in a list, in the first row alone."""
    form, reading = page
    boxes = Counter(e.attributes["data-question"] for e in boxed(reading))
    assert boxes == {name: 1 for name, _ in fields(form)}
    identifiers = [e.attributes["id"] for e in reading.elements if e.attributes.get("id")]
    assert [name for name, count in Counter(identifiers).items() if count > 1] == []
    described = " ".join(e.attributes.get("aria-describedby") or "" for e in reading.elements).split()
    assert set(described) <= set(identifiers)
    places = {str(e.attributes["data-question"]): str(e.attributes["data-place"]) for e in boxed(reading)}
    # A day says how it is written where nothing else is said of it.
    helped = {places[name] for name, champ in fields(form) if champ.aide or champ.nature == "date"}
    helps = {f"a-{place.replace('/', '_')}" for place in helped}
    assert helps == {name for name in identifiers if name and name.startswith("a-")}
    assert helps <= set(described)


def test_every_control_has_a_label(page: tuple[Questionnaire, Reading]) -> None:
    """Text fields are named by their label; choices are inside theirs, in a group with a legend."""
    form, reading = page
    labelled = {e.attributes.get("for") for e in reading.all("label")}
    texts = [e for e in reading.elements if str(e.attributes.get("id")).startswith("f-") and e.tag != "fieldset"]
    assert len(texts) > len(fields(form)) / 2
    assert [e.attributes["id"] for e in texts if e.attributes["id"] not in labelled] == []
    groups = reading.all("fieldset")
    assert len(reading.all("legend")) == len(groups)


def test_conditions_are_said_in_words(page: tuple[Questionnaire, Reading]) -> None:
    """Whatever has a condition says it, with the words of the question and of the answer, never a code."""
    form, reading = page
    said = [
        e.text.replace("\xa0", " ") for e in reading.elements if "r-si" in (e.attributes.get("class") or "").split()
    ]
    assert said
    conditional = [bloc for _, bloc in form.blocs() if bloc.si]
    for bloc in conditional:
        words = f"Demandé si {', et si '.join(questionnaires.conditions(bloc, form))}."
        assert words.replace("\xa0", " ") in said
    codes = {condition.champ for bloc in conditional for condition in bloc.si}
    assert [sentence for sentence in said if any(re.search(rf"\b{code}\b", sentence) for code in codes)] == []


def test_a_requirement_without_fields_says_where_it_is_answered() -> None:
    """It leads to the lists that its controls look at."""
    form = derive(COLLECTION.certification(SLUG))
    assert form
    reading = reading_of("dossier_habilitation")
    bare = [bloc for _, bloc in form.blocs() if isinstance(bloc, Bloc) and not bloc.elements]
    assert {bloc.code for bloc in bare} == {"P-METHODES", "P-DUREES", "P-MODALITES", "P-REFERENT"}
    links = {e.attributes.get("href") for e in reading.all("a")}
    for bloc in bare:
        assert {f"#l-{liste.code}" for liste in questionnaires.elsewhere(bloc, form)} <= links
        assert questionnaires.elsewhere(bloc, form)
