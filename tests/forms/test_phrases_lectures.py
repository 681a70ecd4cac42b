"""What a source leaves open is said in one sentence, by whatever form asks."""

from __future__ import annotations

import pytest

from forms.socle.lectures import Lecture
from forms.socle.phrases import NBSP
from forms.socle.phrases_lectures import BRANCHE, CERTIFICATEUR, left_open, reading

LECTURE = Lecture("DISC-AGE", "Jour où s’apprécie l’âge d’une pièce.", "Le jour de l’envoi.")


def plain(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace(NBSP, " ")


@pytest.mark.parametrize("aupres", [CERTIFICATEUR, BRANCHE])
def test_what_a_reading_refuses_says_who_to_ask(aupres: str) -> None:
    """A title that ends with a full stop loses it inside the sentence."""
    assert plain(left_open("Trop tard.", [LECTURE], aupres)) == (
        "Trop tard. Le document laisse ce point ouvert (« Jour où s’apprécie l’âge d’une pièce ») : "
        f"à vérifier auprès {aupres}."
    )


def test_nothing_is_left_open_without_a_reading_or_without_a_fault() -> None:
    """The sentence alone, or none."""
    assert left_open("Trop tard.", [], BRANCHE) == "Trop tard."
    assert left_open("", [LECTURE], BRANCHE) == ""


def test_a_reading_says_what_is_open_and_what_was_chosen() -> None:
    """Both, in one line."""
    assert plain(reading(LECTURE)) == (
        "Point laissé ouvert par le document : Jour où s’apprécie l’âge d’une pièce. Notre lecture : Le jour de l’envoi."
    )
