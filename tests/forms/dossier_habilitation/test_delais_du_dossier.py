"""In the dossier too: a piece whose day and the day of sending are known is told when its delay is broken, and only then."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.dossier_habilitation.conformite import evaluate
from forms.dossier_habilitation.derivation import derive
from forms.questionnaire.modele import Bloc, Questionnaire
from referentials.load import load

FORMS = [form for certification in load().certifications if (form := derive(certification))]
DATED = [
    (form, bloc, controle)
    for form in FORMS
    for _, bloc in form.blocs()
    for controle in bloc.controles
    if controle.nature in {"date_recente", "en_cours_de_validite"}
]
IDS = [f"{form.certification} {bloc.code}" for form, bloc, _ in DATED]
TODAY = date(2028, 3, 1)
MONTHS, ANSWERS = {"mois": 1, "an": 12}, {"demandeur": "organisme_formation", "offres": ["formation", "vae"]}


def too_old(day: date, envoi: date, months: int) -> bool:
    """Say whether a document of a day has had so many months on the day of sending, counted on the calendar."""
    gone = (envoi.year - day.year) * 12 + envoi.month - day.month
    last = (date(envoi.year + envoi.month // 12, envoi.month % 12 + 1, 1) - timedelta(days=1)).day
    return gone > months or (gone == months and (envoi.day >= day.day or envoi.day == last))


def broken(controle: Any, day: date, envoi: date) -> bool:
    """Say, from the words of a requirement, whether a document does not do on the day of sending."""
    if controle.nature == "en_cours_de_validite":
        return day < envoi
    return day > TODAY or day > envoi or too_old(day, envoi, controle.valeur * MONTHS[controle.unite])


@pytest.mark.parametrize(("form", "bloc", "controle"), DATED, ids=IDS)
@given(envoi=st.dates(TODAY - timedelta(days=90), TODAY + timedelta(days=90)), away=st.integers(-150, 150))
def test_a_delay_whose_two_days_are_known_is_told_when_it_is_broken(
    form: Questionnaire, bloc: Bloc, controle: Any, envoi: date, away: int
) -> None:
    """Each piece with a day, on any day of sending: something is said of it where it does not do."""
    day = envoi + timedelta(days=away)
    answers = {**ANSWERS, "date_envoi": envoi.isoformat(), controle.champ: day.isoformat()}
    found = next(one for one in evaluate(form, answers, TODAY).exigences if one.code == bloc.code)
    told = [constat for constat in found.constats if constat.place == controle.champ]
    assert bool(told) == broken(controle, day, envoi)


def test_every_kind_of_delay_of_a_dossier_is_among_them() -> None:
    """Recent documents and documents still valid: the trials look at some of both."""
    assert {controle.nature for _, _, controle in DATED} == {"date_recente", "en_cours_de_validite"}
