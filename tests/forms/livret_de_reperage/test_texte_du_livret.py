"""The text of a livret, on made-up forms: what it says beside the answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from forms.livret_de_reperage.texte import texte
from forms.questionnaire.modele import Bloc, Champ, Section
from forms.socle.lectures import Lecture
from forms.socle.phrases_lectures import reading
from tests.forms.livret_de_reperage.outils_livret import published, written

LECTURE = Lecture("DISC-ESSAI", "Qui conduit l’entretien", "Une personne au moins.")
BLOC = Bloc("ESSAI", "Un bloc", (Champ("essai", "texte", "Une question"),), lectures=(LECTURE,))
OTHER = Champ("autre", "texte", "Une autre question")


@pytest.mark.parametrize("elements", [(BLOC,), (BLOC, OTHER)], ids=["alone", "with another"])
def test_the_reading_of_a_bloc_is_above_its_answers(elements: tuple[Bloc | Champ, ...]) -> None:
    """Also where the bloc is alone in its section, whose title is then enough; without an answer, nothing is said of it."""
    form = replace(published(), sections=(Section("s", "Une partie", elements),))
    lines = texte(form, written({"essai": "Oui"}), date(2026, 11, 29)).splitlines()
    head = lines.index("UNE PARTIE")
    title = [] if len(elements) == 1 else [BLOC.intitule]
    assert lines[head + 1 : head + 3 + len(title)] == [*title, f"  ~ {reading(LECTURE)}", "  - Une question\u00a0: Oui"]
    assert reading(LECTURE) not in texte(form, written({}), date(2026, 11, 29))
