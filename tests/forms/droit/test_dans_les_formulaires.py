"""The law in the forms: beside each day that a rule sets, on the day of the reading, in every output; the rule stays."""

from __future__ import annotations

from datetime import date
from typing import Any

from forms.droit.derivation import lois
from forms.livret_de_reperage.derivation import derive
from forms.questionnaire import echange, echeances, valeurs
from forms.questionnaire.modele import Questionnaire
from forms.socle.lois import LoiDuJour, beside
from forms.socle.phrases import NBSP
from referentials.load import load
from tests.outils import PUBLISHED

INSTRUCTION, SILENCE = "R-VAE-INSTRUCTION", "R. 6412-4"


def livret() -> Questionnaire:
    """Return the livret of the published certification that has a VAE route."""
    form = derive(load().certification(PUBLISHED))
    assert form is not None
    return form


def told(jour: date, **answers: Any) -> str:
    """Return what the livret says of the two months of the branche, read on a day."""
    form = livret()
    found = echeances.echeances(form, valeurs.read(form, answers), jour)
    return next(one.phrase for one in found if one.regle == INSTRUCTION).replace(NBSP, " ")


def test_a_limit_says_the_law_beside_the_rule_that_counts_it() -> None:
    """The day is that of the source; after it, what the law says, its condition, its text."""
    phrase = told(
        date(2026, 12, 1), **{"demande-vae-recue-le": "2026-12-01", "reception-demande-vae-jour": "2026-12-01"}
    )
    assert "Aujourd’hui, en plus, voie : VAE, si la certification est sur le portail France VAE : " in phrase
    assert "la demande est recevable" in phrase
    assert SILENCE in phrase


def test_before_the_law_nothing_is_said_of_it() -> None:
    """Read on a day before it was in force, the rule stands alone."""
    assert SILENCE not in told(date(2023, 12, 28))


def test_the_law_goes_with_the_form() -> None:
    """What the page gets as JSON holds it, and gives it back."""
    form = livret()
    carried = [bloc.droit for _, bloc in form.blocs() if bloc.droit]
    assert carried
    donnees = echange.to_json(form)
    again = [one["droit"] for section in donnees["sections"] for one in section["elements"] if one.get("droit")]
    assert [len(one) for one in again] == [len(one) for one in carried]
    assert all(set(law) <= {"phrase", "du", "au"} for one in again for law in one)


def test_a_rule_that_no_law_touches_carries_none() -> None:
    """Neither an empty key nor an empty sentence."""
    assert lois(load().certification(PUBLISHED), ["R-DOSSIER-RECEPTION"]) == ()
    assert beside("Une phrase.", (), "2026-12-01") == "Une phrase."


def test_a_law_of_another_day_is_not_told() -> None:
    """Its first and its last day are in; the day before and the day after are not."""
    law = (LoiDuJour("La loi.", "2026-01-01", "2026-12-31"),)
    days = ("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01")
    assert [beside("A.", law, day) for day in days] == ["A.", "A. La loi.", "A. La loi.", "A."]
