"""What is asked for follows from the values; the rest is kept and left alone."""

from __future__ import annotations

from typing import Any

import pytest

from forms.questionnaire.conditions import asked, hidden, holds, opened
from forms.questionnaire.modele import Bloc, Condition, Ouvert
from forms.socle.lectures import Lecture
from tests.forms.questionnaire.outils_questionnaire import published, small


@pytest.mark.parametrize(
    ("donnees", "expected"),
    [
        ({}, ["B-VERT", "heure", "teintes"]),
        ({"couleur": "vert"}, ["heure", "teintes"]),
        ({"ouvert": True}, ["B-VERT", "teintes"]),
        ({"ouvert": "oui"}, ["B-VERT", "teintes"]),
        ({"ouvert": False}, ["B-VERT", "heure", "teintes"]),
        ({"ateliers": [{"id": "a"}, {"id": "b", "couleurs": ["rouge", "vert"]}]}, ["B-VERT", "heure"]),
        ({"ateliers": [{"id": "a", "couleurs": ["rouge"]}]}, ["B-VERT", "heure", "teintes"]),
        ({"ateliers": "illisible", "couleur": {"vert": 1}}, ["B-VERT", "heure", "teintes"]),
    ],
)
def test_what_is_not_asked_for_is_named(donnees: dict[str, Any], expected: list[str]) -> None:
    """A section, a bloc or a field, by its code; one row of a list is enough."""
    assert hidden(small(), asked(small(), donnees)) == tuple(expected)


def test_all_conditions_must_hold() -> None:
    """Two conditions are one after the other, never either."""
    both = (Condition("couleur", ("vert", "rouge")), Condition("ouvert", ("oui",)))
    assert holds(both, {"couleur": "rouge", "ouvert": True})
    assert not holds(both, {"couleur": "rouge"})
    assert holds((), {})


def test_a_company_is_not_asked_for_a_declaration() -> None:
    """§ 6.2.1: an internal service shows other pieces than a training organisation."""
    values = {"demandeur": "entreprise_service_interne", "offres": ["formation"]}
    out = hidden(published(), asked(published(), values))
    assert {"P-DECLARATION", "P-QUALIOPI-FORMATION", "offre_vae"} <= {*out}
    assert "P-SERVICE-INTERNE" not in out


def test_the_platform_is_asked_for_once_a_module_is_at_a_distance() -> None:
    """What the modules say decides: no question is asked twice."""
    values: dict[str, Any] = {"offres": ["formation"], "modules": [{"id": "m", "modalites": ["presentiel"]}]}
    assert "P-PLATEFORME" in hidden(published(), asked(published(), values))
    values["modules"].append({"id": "n", "modalites": ["distance"]})
    assert "P-PLATEFORME" not in hidden(published(), asked(published(), values))


@pytest.mark.parametrize(
    ("ouvert", "donnees", "admitted"),
    [
        (Ouvert("DISC-A"), {}, True),
        (Ouvert("DISC-A", ("offres", "metier"), ("vae",)), {}, False),
        (Ouvert("DISC-A", ("offres", "metier"), ("vae",)), {"offres": ["formation"]}, False),
        (Ouvert("DISC-A", ("offres", "metier"), ("vae",)), {"offres": ["formation", "vae"]}, True),
        (Ouvert("DISC-A", ("offres", "metier"), ("vae",)), {"metier": "vae"}, True),
        (Ouvert("DISC-A", ("offres",), ("vae",), seul=True), {"offres": ["formation", "vae"]}, False),
        (Ouvert("DISC-A", ("offres",), ("vae",), seul=True), {"offres": ["vae"]}, True),
        (Ouvert("DISC-Z"), {}, False),
    ],
)
def test_a_reading_is_open_to_whom_it_says(ouvert: Ouvert, donnees: dict[str, Any], *, admitted: bool) -> None:
    """To everybody, or to who answers one of these fields by one of these codes, and by no other where it says « alone »."""
    lecture = Lecture("DISC-A", "Titre", "Lecture")
    bloc = Bloc("B", "Titre", (), lectures=(lecture,), ouverts=(ouvert, ouvert))
    assert opened(bloc, donnees) == ((lecture,) if admitted else ())
