"""One event, one field; a delay whose two days are known raises an alert when it is broken, whatever the rule."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.livret_de_reperage.derivation import derive, jours
from forms.questionnaire.derivation.comptes import comptes
from forms.questionnaire.echeances import echeances as computed
from forms.questionnaire.echeances import holidays
from forms.questionnaire.jours_comptes import DelaiCompte
from forms.questionnaire.modele import Bloc, Champ, Questionnaire, Section
from forms.questionnaire.valeurs import Valeurs
from forms.questionnaire.valeurs import read as valeurs_of
from referentials.load import load
from referentials.model_certification import Certification, Regle

CERTIFICATIONS = load().certifications
FORMS = {c.slug: form for c in CERTIFICATIONS if (form := derive(c))}
DELAYS = [(c, regle) for c in CERTIFICATIONS for regle in c.regles if regle.parametres.nature == "delai"]
IDS = [f"{c.slug} {regle.code}" for c, regle in DELAYS]
START = date(2026, 3, 2)
DAYS = st.dates(date(2025, 1, 1), date(2029, 12, 31))


def field(form: Questionnaire, code: str) -> Champ | None:
    """Return the field of a form that has this code, wherever it is asked."""
    return next((e for e in form.racines() if e.code == code and isinstance(e, Champ)), None)


def alone(certification: Certification, regle: Regle) -> Questionnaire:
    """Return a form that asks for the two days of one rule: what the engine makes of a rule that no form asks about."""
    (controle,) = comptes(certification, regle, jours.champ_of)
    champs = tuple(Champ(code, "date", code) for code in (controle.champ, controle.acte.champ))
    bloc = Bloc("DELAI", regle.intitule, champs, controles=(controle,), regles=(regle.code,))
    base = FORMS.get(certification.slug) or next(iter(FORMS.values()))
    return Questionnaire(
        "essai", certification.slug, "Essai", "1.0.0", (Section("s", "S", (bloc,)),), feries=base.feries
    )


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last one of a shorter month."""
    month = day.year * 12 + day.month - 1 + months
    for number in range(day.day, 0, -1):
        try:
            return date(month // 12, month % 12 + 1, number)
        except ValueError:
            continue
    raise AssertionError(day)


def counted(parametres: Any, start: date, feries: tuple[str, ...]) -> date:
    """Return the day that a delay sets, one day at a time: not the way of the engine."""
    sign = -1 if parametres.sens == "avant" else 1
    if parametres.unite in {"mois", "an"}:
        return months_after(start, sign * parametres.valeur * (12 if parametres.unite == "an" else 1))
    left, day = parametres.valeur * (7 if parametres.unite == "semaine" else 1), start
    while left:
        day += timedelta(days=sign)
        left -= parametres.unite != "jour_ouvre" or (day.weekday() < 5 and day.isoformat() not in feries)
    return day


def broken(parametres: Any, start: date, done: date, feries: tuple[str, ...]) -> bool:
    """Say, from the words of a delay, whether what it asks for is out of it."""
    limit = counted(parametres, start, feries)
    if parametres.comparaison == "exactement":
        return done != limit
    low, high = min(start, limit), max(start, limit)
    if parametres.comparaison == "au_plus":
        return not low <= done <= high
    return done > limit if parametres.sens == "avant" else done < limit


@pytest.mark.parametrize(("certification", "regle"), DELAYS, ids=IDS)
@given(start=DAYS, away=st.integers(-900, 900))
def test_a_delay_whose_two_days_are_known_is_told_when_it_is_broken(
    certification: Certification, regle: Regle, start: date, away: int
) -> None:
    """Every rule with a delay of every certification, on any two days: an alert where it is broken, and only there."""
    form, done = alone(certification, regle), start + timedelta(days=away)
    controle = next(bloc for _, bloc in form.blocs()).controles[0]
    found = valeurs_of(form, {controle.champ: start.isoformat(), controle.acte.champ: done.isoformat()})
    (one,) = computed(form, found, START)
    assert bool(one.alerte) == broken(regle.parametres, start, done, form.feries), one


@pytest.mark.parametrize("slug", FORMS)
def test_every_delay_of_a_livret_has_its_two_days_in_it(slug: str) -> None:
    """One field for an event, in whatever rule it stands; asked for wherever a rule that needs it is."""
    form = FORMS[slug]
    for _, bloc in form.blocs():
        for controle in bloc.controles:
            if not isinstance(controle, DelaiCompte):
                continue
            for code in (controle.champ, controle.acte.champ):
                champ = field(form, code)
                assert champ, code
                asked = {route for condition in champ.si for route in condition.parmi}
                needed = {route for condition in bloc.si for route in condition.parmi}
                assert not asked or needed <= asked
                assert needed or not asked


def test_the_delays_that_no_form_asks_about_come_after_the_evaluations() -> None:
    """Their days are in no form: nothing of them is known, and none can be broken unseen."""
    in_forms = {code for form in FORMS.values() for _, bloc in form.blocs() for code in bloc.regles}
    left = {regle.code: regle.moment for _, regle in DELAYS if regle.code not in in_forms}
    assert {*left.values()} <= {"apres", "toujours"}, left


def test_two_rules_about_one_event_pour_into_one_field() -> None:
    """The reception of the VAE file is asked once, and keeps both rules."""
    form = FORMS["cqp-vendeur-conseil-a-distance"]
    blocs = {bloc.code: bloc for _, bloc in form.blocs()}
    both = [blocs[f"ECHEANCE-R-VAE-{name}"].controles[0] for name in ("CONVOCATION", "PROGRAMMATION")]
    assert {controle.champ for controle in both} == {"r-vae-convocation-jour"}
    codes = [element.code for element in form.racines()]
    assert codes.count("r-vae-convocation-jour") == 1
    assert "r-vae-programmation-jour" not in codes


def test_published_codes_of_days_are_kept() -> None:
    """What a file saved before has its place still."""
    assert jours.champ_of("evaluations") == "evaluations-jour"
    assert jours.champ_of("reception_demande_vae") == "r-vae-instruction-jour"


def vae(**days: str) -> dict[str, str]:
    """Return the alerts of a VAE of the published certification by their rule, with plain spaces."""
    form = FORMS["cqp-vendeur-conseil-a-distance"]
    found = valeurs_of(form, {key.replace("_", "-"): day for key, day in days.items()})
    return {one.regle: one.alerte.replace("\u00a0", " ") for one in computed(form, found, START) if one.alerte}


def test_evaluations_beyond_two_months_after_the_file_are_told() -> None:
    """Received on 10 January, evaluated on 1 June: too late, with the clause."""
    found = vae(r_vae_convocation_jour="2026-01-10", evaluations_jour="2026-06-01")
    assert found["R-VAE-PROGRAMMATION"] == "Trop tard : les évaluations, le 1er juin 2026 (§ 4.2, p. 11)."
    assert "R-VAE-PROGRAMMATION" not in vae(r_vae_convocation_jour="2026-01-10", evaluations_jour="2026-03-10")


def test_what_follows_an_event_does_not_precede_it() -> None:
    """Evaluations before the file is received."""
    found = vae(r_vae_convocation_jour="2026-05-10", evaluations_jour="2026-05-01")
    assert found["R-VAE-PROGRAMMATION"] == "Trop tôt : les évaluations, le 1er mai 2026 (§ 4.2, p. 11)."


def test_a_limit_on_a_day_off_says_the_last_working_day_beside_it() -> None:
    """A working day says nothing; a Saturday and a public holiday do."""
    form = FORMS["cqp-vendeur-conseil-a-distance"]

    def told(day: str, regle: str = "R-VAE-PROGRAMMATION", **others: str) -> tuple[str, date | None]:
        found: Valeurs = valeurs_of(form, {"r-vae-convocation-jour": day, **others})
        one = next(one for one in computed(form, found, START) if one.regle == regle)
        return one.phrase.replace("\u00a0", " "), one.dernier_jour_ouvre

    assert told("2026-01-10")[1] is None
    phrase, last = told("2026-03-08")  # Friday 8 May 2026, a holiday
    assert last == date(2026, 5, 7)
    assert "au plus tard le 8 mai 2026" in phrase
    assert "C’est un jour non ouvré : le dernier jour ouvré d’avant est le jeudi 7 mai 2026." in phrase
    assert told("2026-04-30", "R-VAE-CONVOCATION")[1] == date(2026, 5, 29)  # Saturday 30 May
    assert told("2026-04-15", "R-VAE-CONVOCATION")[1] is None


def test_a_limit_that_was_kept_is_not_said_to_have_passed() -> None:
    """Once the day of what it asks for is known, only that day counts."""
    assert vae(r_vae_convocation_jour="2026-01-10")["R-VAE-CONVOCATION"] == "Ce jour est passé."
    assert "R-VAE-CONVOCATION" not in vae(r_vae_convocation_jour="2026-01-10", convocation_jour="2026-02-09")


def test_practice_that_ends_after_the_file_that_it_feeds_is_due_is_told() -> None:
    """Six months from 5 January: 5 July.  Evaluations on 15 July: the file is due on 23 June."""
    found = vae(r_pratique_6mois_debut="2026-01-05", evaluations_jour="2026-07-15")
    assert found["R-PRATIQUE-6MOIS"] == (
        "L’envoi du dossier professionnel à l’organisme, au plus tard le 23 juin 2026 (§ 3.3, p. 8) : "
        "avant la fin de cette durée."
    )
    sent = vae(r_pratique_6mois_debut="2026-01-05", envoi_dossier_professionnel_jour="2026-06-01")
    assert sent["R-PRATIQUE-6MOIS"].startswith("L’envoi du dossier professionnel à l’organisme, le 1er juin 2026")
    assert "R-PRATIQUE-6MOIS" not in vae(r_pratique_6mois_debut="2026-01-05", evaluations_jour="2026-09-15")


def test_holidays_are_those_of_the_territory() -> None:
    """A limit on Good Friday is off in Alsace and Moselle only."""
    form = FORMS["cqp-vendeur-conseil-a-distance"]
    found = valeurs_of(form, {"territoire": "alsace_moselle"})
    assert "2027-03-26" in holidays(form, found)
