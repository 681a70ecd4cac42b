"""Values are read after their nature; what cannot be understood is said in French and stays as it was typed."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.questionnaire import en_mots, natures, tri, valeurs
from forms.questionnaire.modele import Champ, Questionnaire
from forms.socle.phrases import NBSP, in_french
from macros.rendering import environment
from referentials.check.schemas import registry
from tests.forms.questionnaire.outils_questionnaire import TEXT, small

FORM: Questionnaire = small()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
CODES = st.sampled_from(["titre", "couleur", "jour", "ouvert", "ateliers", "vert-pourquoi", "heure", "disparu"])


def read(donnees: dict[str, Any]) -> valeurs.Valeurs:
    """Read values with the small form."""
    return valeurs.read(FORM, donnees)


def messages(donnees: dict[str, Any]) -> dict[str, str]:
    """Return what is not understood, by place, with plain spaces."""
    return {p.place: p.message.replace(NBSP, " ") for p in read(donnees).problemes}


def test_each_nature_is_read() -> None:
    """Text as it is, a choice among those offered, a day, yes or no, rows with fields of their own."""
    rows = [{"id": "a", "nom": "Tri", "couleurs": ["vert"], "places_min": "12,5", "apres": ["b"]}, {"id": "b"}]
    found = read({"titre": " été ", "couleur": "vert", "jour": "2026-11-23", "ouvert": False, "ateliers": rows})
    assert found.champs == {"titre": " été ", "couleur": "vert", "jour": date(2026, 11, 23), "ouvert": False}
    first, second = found.listes["ateliers"]
    assert (first.nom, first.place) == (f"atelier «{NBSP}Tri{NBSP}»", "ateliers/a/")
    assert first.valeurs == {"nom": "Tri", "couleurs": ("vert",), "places_min": 12.5, "apres": ("b",)}
    assert (second.nom, second.valeurs) == ("atelier 2", {})


@pytest.mark.parametrize(
    ("donnees", "place", "message"),
    [
        ({"jour": "31/02/2026"}, "jour", "« 31/02/2026 » n’est pas une date du calendrier : écrivez-la JJ/MM/AAAA, comme 05/10/2026."),
        ({"jour": "0202-11-23"}, "jour", "L’année 202 est sûrement une erreur : vérifiez la date."),
        ({"couleur": "bleu"}, "couleur", "Cette réponse n’est pas l’un des choix proposés : choisissez de nouveau."),
        ({"ouvert": "peut-être"}, "ouvert", "Répondez par oui ou par non."),
        ({"titre": 3}, "titre", "Cette réponse n’est pas un texte : écrivez-la de nouveau."),
        ({"ateliers": [{"id": "a", "places_min": "douze"}]}, "ateliers/a/places_min", "« douze » n’est pas un nombre : écrivez-le en chiffres."),
        ({"ateliers": [{"id": "a", "places_min": 0}]}, "ateliers/a/places_min", "Le nombre est trop petit : il faut au moins 1."),
        ({"ateliers": [{"id": "a", "places_min": 101}]}, "ateliers/a/places_min", "Le nombre est trop grand : il faut au plus 100."),
        ({"ateliers": [{"id": "a", "places_min": 5, "places_max": 4}]}, "ateliers/a/places_max", "Le nombre est plus petit que « Places, au moins » : corrigez l’un ou l’autre."),
        ({"ateliers": [{"id": "a", "apres": ["z"]}]}, "ateliers/a/apres", "Cette réponse désigne une ligne qui n’existe plus : choisissez de nouveau."),
        ({"ateliers": [{"id": "a", "apres": "a"}]}, "ateliers/a/apres", "Cette réponse ne désigne aucune ligne : choisissez de nouveau."),
        ({"ateliers": "trois"}, "ateliers", "Cette liste ne se lit pas (Ateliers) : remplissez-la de nouveau."),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said(donnees: dict[str, Any], place: str, message: str) -> None:
    """Where, what, and what to do; nothing else is reported."""
    assert messages(donnees) == {place: message}


@pytest.mark.parametrize("value", [None, "", "  ", []])
def test_no_answer_is_no_fault(value: Any) -> None:
    """An empty box is neither a value nor something misunderstood."""
    assert read({"titre": value, "jour": value, "ateliers": value}) == valeurs.Valeurs({}, {"ateliers": ()}, ())


@given(donnees=st.dictionaries(CODES, JSON))
def test_reading_never_fails(donnees: dict[str, Any]) -> None:
    """Whatever a file holds, it is read: each answer is either understood or reported, at a place of the form."""
    found = read(donnees)
    for code in ("titre", "couleur", "jour", "ouvert"):
        answered = not natures.blank(donnees.get(code))
        assert answered == (code in found.champs or code in found.illisibles())


@given(day=st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_day_is_read_as_written_by_hand(day: date) -> None:
    """31/12/2026 and 2026-12-31 are the same day."""
    by_hand = f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
    assert read({"jour": by_hand}).champs == read({"jour": day.isoformat()}).champs == {"jour": day}


@given(value=st.integers(-(10**9), 10**9), decimals=st.integers(0, 999))
def test_a_french_number_is_read(value: int, decimals: int) -> None:
    """A comma, and any space between thousands."""
    text = f"{value:,}".replace(",", "\u202f") + f",{decimals:03d}"
    assert natures.number(text) == float(f"{value}.{decimals:03d}")


@pytest.mark.parametrize("text", ["1e5", "NaN", "inf", "1,2,3", "-", "0x10", "١٢", "9" * 400])
def test_what_is_not_a_number_is_none(text: str) -> None:
    """Neither the words of computers nor digits that would be rounded in silence."""
    assert natures.number(text) is None


@given(value=st.floats(-1e9, 1e9).map(lambda value: round(value, 3)))
def test_a_number_survives_its_french_text(value: float) -> None:
    """What is printed can be typed again."""
    assert natures.number(in_french(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234.5, "1\u202f234,5"),
        (1234567.0, "1\u202f234\u202f567"),
        (12, "12"),
        (-1200.25, "-1\u202f200,25"),
        (0.5, "0,5"),
    ],
)
def test_a_number_is_printed_in_one_way(value: float, text: str) -> None:
    """A comma, thousands apart, no decimals that say nothing: in forms and on pages."""
    assert in_french(value) == text
    assert environment().filters["nombre"] is in_french


def test_choices_and_fields_that_are_gone_are_set_aside() -> None:
    """In rows too, each with the id of its row; together both parts are all that was given."""
    row = {"id": "a", "nom": "Tri", "couleurs": ["vert", "bleu"], "ancien": "x"}
    kept, aside = tri.split(FORM, {"titre": "t", "couleur": "bleu", "parti": 3, "ateliers": [row]})
    assert kept == {"titre": "t", "ateliers": [{"id": "a", "nom": "Tri", "couleurs": ["vert"]}]}
    assert aside == {"couleur": "bleu", "parti": 3, "ateliers": [{"id": "a", "couleurs": ["bleu"], "ancien": "x"}]}


def test_what_comes_back_finds_its_place_unless_a_newer_answer_stands_there() -> None:
    """The newer answer stays, the older one stays aside: neither is lost."""
    aside = {
        "titre": "vieux",
        "jour": "2026-01-01",
        "ateliers": [{"id": "a", "nom": "Ancien", "places_min": 2}, {"id": "z", "nom": "Seul"}],
    }
    kept = {"titre": "neuf", "ateliers": [{"id": "a", "nom": "Tri"}]}
    values, left = tri.back(FORM, kept, aside)
    assert values == {"titre": "neuf", "jour": "2026-01-01", "ateliers": [{"id": "a", "nom": "Tri", "places_min": 2}]}
    assert left == {"titre": "vieux", "ateliers": [{"id": "a", "nom": "Ancien"}, {"id": "z", "nom": "Seul"}]}


def leaves(value: Any) -> list[str]:
    """Return every simple value of a JSON value, the ids of rows apart; a lone answer counts as a list of one."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() if key != "id" for found in leaves(inner)]
    if isinstance(value, list):
        return [found for inner in value for found in leaves(inner)]
    return [] if natures.blank(value) else [json.dumps(value)]


@given(donnees=st.dictionaries(CODES, JSON))
def test_nothing_that_was_written_is_lost(donnees: dict[str, Any]) -> None:
    """What is shown and what is set aside are, together, what the file held; put back, they still are."""
    kept, aside = tri.split(FORM, donnees)
    both = sorted(leaves(kept) + leaves(aside))
    assert set(both) == set(leaves(donnees))
    values, left = tri.back(FORM, kept, aside)
    assert set(leaves(values) + leaves(left)) == set(both)


def test_a_field_keeps_the_text_that_it_cannot_read() -> None:
    """« environ 12 » stays in the values that go back to the page and to the file."""
    kept, aside = tri.split(FORM, {"ateliers": [{"id": "a", "places_min": "environ 12"}]})
    assert kept == {"ateliers": [{"id": "a", "places_min": "environ 12"}]}
    assert aside == {}


def test_every_nature_of_field_has_its_reader() -> None:
    """A nature without a reader would fail on the first answer."""
    schema = registry().contents("questionnaire.schema.json")["$defs"]["champ"]["properties"]["nature"]["enum"]
    assert natures.READERS.keys() == {*schema}


def test_a_year_is_not_an_amount() -> None:
    """2019, and 1 234,5 hours."""
    assert en_mots.answer(Champ("annee", "nombre", "Année"), 2019, {}) == en_mots.bare(2019) == "2019"
    assert en_mots.answer(Champ("duree", "nombre", "Durée", unite="heures"), 1234.5, {}).startswith("1\u202f234,5")
