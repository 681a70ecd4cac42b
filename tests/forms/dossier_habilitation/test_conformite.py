"""The state of a dossier: what is done, missing or not conforming, in the words that the organisation reads."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.dossier_habilitation.conformite import evaluate
from forms.dossier_habilitation.controles import CHECKS
from forms.dossier_habilitation.etat import Constat, EtatDossier, to_json
from forms.questionnaire.dates import add_months
from forms.socle.phrases import NBSP
from referentials.check.schemas import validator
from tests.forms.dossier_habilitation.outils_dossier import JOUR, changed, conforming, example
from tests.forms.questionnaire.outils_questionnaire import published
from tests.forms.questionnaire.test_valeurs import JSON

ECARTS = example("ecarts")
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def state(answers: dict[str, Any], jour: date = JOUR) -> EtatDossier:
    """Return the state of answers to the published form."""
    return evaluate(published(), answers, jour)


def etats(dossier: EtatDossier) -> dict[str, str]:
    """Return the state of each requirement."""
    return {exigence.code: exigence.etat for exigence in dossier.exigences}


def phrases(dossier: EtatDossier, code: str) -> list[str]:
    """Return what is said of one requirement, with plain spaces."""
    found = next(exigence for exigence in dossier.exigences if exigence.code == code)
    return [constat.phrase.replace(NBSP, " ") for constat in found.constats]


def test_a_complete_dossier_conforms() -> None:
    """Everything asked for is done; what concerns a company, and subcontracting, is not asked for."""
    found = state(conforming())
    without_object = {code for code, etat in etats(found).items() if etat == "sans_objet"}
    assert without_object == {"P-SERVICE-INTERNE", "P-CONDITIONS-OPCO", "P-SOUS-TRAITANCE"}
    assert found.etat == "fait"
    assert found.phrase.replace(NBSP, " ").startswith("26 exigences satisfaites sur 26")


@pytest.mark.parametrize("ecart", ECARTS, ids=lambda ecart: ecart["ecart"])
def test_each_way_of_not_conforming_is_said_and_nothing_else(ecart: dict[str, Any]) -> None:
    """One detail of the conforming dossier is changed: one requirement falls, with these words and a clause."""
    before, after = state(conforming()), state(changed(conforming(), ecart["changer"]))
    assert phrases(after, ecart["exigence"]) == ecart["phrases"]
    fallen = {code: etat for code, etat in etats(after).items() if etat not in {"fait", "sans_objet"}}
    assert fallen == {ecart["exigence"]: ecart["etat"]}
    others = {code for code in etats(before) if code != ecart["exigence"]}
    assert {code: etats(after)[code] for code in others} == {code: etats(before)[code] for code in others}


def test_every_nature_of_control_has_an_example_that_fails_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its check, the examples would not give what they give: none of them is idle."""
    faulty = [changed(conforming(), ecart["changer"]) for ecart in ECARTS]
    expected = [to_json(state(answers)) for answers in faulty]
    for nature in {type(controle) for _, bloc in published().blocs() for controle in bloc.controles}:
        with monkeypatch.context() as patch:
            patch.setattr("forms.dossier_habilitation.conformite.CHECKS", {**CHECKS, nature: lambda *_: iter(())})
            # The first that differs is enough: most of them do not have this nature.
            pairs = zip(faulty, expected, strict=True)
            assert any(to_json(state(answers)) != before for answers, before in pairs), nature


@pytest.mark.parametrize(
    ("changes", "pieces", "point"),
    [
        ({}, (), ""),
        ({"offres": ["vae"]}, ("P-QUALIOPI-FORMATION", "P-MODULES", "P-FORMATEURS"), "Accompagner des VAE sans former"),
        (
            {"demandeur": "entreprise_service_interne"},
            ("P-CONDITIONS-OPCO", "P-MODULES", "P-FORMATEURS"),
            "Ce que l’on demande à un service de formation interne",
        ),
    ],
)
def test_non_conforming_is_never_said_on_a_reading_that_the_source_leaves_open(
    monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any], pieces: tuple[str, ...], point: str
) -> None:
    """Whatever a control refuses: what the source may not ask of this applicant is to be verified, the rest not conforming.

    Of everybody, the two years of the evaluators; of whom it may not apply to, all that training is asked for.
    """

    def refuse(controle: Any, contexte: Any) -> Any:
        return iter([Constat("non_conforme", f"Refusé {controle.nature}.", contexte.bloc.code)])

    monkeypatch.setattr("forms.dossier_habilitation.conformite.CHECKS", dict.fromkeys(CHECKS, refuse))
    opened = set()
    for exigence in state(changed(conforming(), changes)).exigences:
        for constat in exigence.constats:
            if "Conseil de Repère" in constat.phrase:
                assert constat.etat == "a_verifier"
                continue
            experience = exigence.code == "P-EVALUATEURS" and "experience_minimale" in constat.phrase
            softened = experience or exigence.code in pieces or exigence.code == "P-ACCESSIBILITE"
            assert constat.etat == ("a_verifier" if softened else "non_conforme"), exigence.code
            assert ("à vérifier auprès de la branche" in constat.phrase) == softened
            if exigence.code in pieces:
                assert point in constat.phrase
                opened.add(exigence.code)
    assert opened == {*pieces}


@pytest.mark.parametrize(
    ("changes", "etat"),
    [({}, "non_conforme"), ({"offres": ["vae"]}, "a_verifier"), ({"offres": ["formation"]}, "non_conforme")],
)
def test_a_training_offer_is_left_open_for_who_offers_none(changes: dict[str, Any], etat: str) -> None:
    """Modules of the first domaine only: the source decides for who trains, not for who accompanies VAE alone."""
    one = [{**module, "composante": "D1"} for module in conforming()["modules"]]
    found = state(changed(conforming(), {"modules": one, **changes}))
    assert etats(found)["P-MODULES"] == etat
    assert ("« Accompagner des VAE sans former »" in phrases(found, "P-MODULES")[0]) == (etat == "a_verifier")


def test_what_every_reading_refuses_does_not_conform() -> None:
    """Too old on the day of sending, the earliest of the days that the source may mean, is too old on each of them."""
    found = state(changed(conforming(), {"p-kbis-date": "2026-09-01"}))
    (kbis,) = [exigence for exigence in found.exigences if exigence.code == "P-KBIS"]
    assert kbis.etat == "non_conforme"
    assert [lecture.code for lecture in kbis.lectures] == ["DISC-PIECES-DATE"]


def test_the_state_carries_the_readings_that_it_rests_on() -> None:
    """Done or not, each requirement says by which reading it is judged; the whole counts what is to be verified."""
    found = to_json(state(changed(conforming(), {"evaluateurs/e2/experience": 1})))
    assert [fault.message for fault in validator("etat-dossier").iter_errors(found)] == []
    assert (found["etat"], found["compte"]["a_verifier"]) == ("a_verifier", 1)
    by_code = {exigence["code"]: exigence for exigence in found["exigences"]}
    assert [one["code"] for one in by_code["P-KBIS"]["lectures"]] == ["DISC-PIECES-DATE"]
    assert "DISC-EXPERIENCE-METIER" in [one["code"] for one in by_code["P-EVALUATEURS"]["lectures"]]
    assert by_code["P-EVALUATEURS"]["constats"][0]["etat"] == "a_verifier"


def test_an_empty_form_says_what_to_begin_with() -> None:
    """Nothing is done, nothing is wrong: all that can be asked already is to be completed."""
    found = state({})
    assert set(etats(found).values()) == {"manque", "sans_objet"}
    assert etats(found)["DEMANDE"] == etats(found)["P-KBIS"] == "manque"


def test_a_company_with_an_internal_service_has_its_own_pieces() -> None:
    """It shows its service, its rooms and its means, and neither declaration nor Qualiopi."""
    found = etats(state(changed(conforming(), {"demandeur": "entreprise_service_interne"})))
    assert {code for code, etat in found.items() if etat == "manque"} == {"P-SERVICE-INTERNE", "P-CONDITIONS-OPCO"}
    gone = ("P-DECLARATION", "P-QUALIOPI-FORMATION", "P-QUALIOPI-VAE")
    assert {found[code] for code in gone} == {"sans_objet"}


def test_without_vae_nothing_is_asked_about_vae() -> None:
    """Answers given before stay in the file; they are neither shown nor judged."""
    found = state(
        changed(conforming(), {"offres": ["formation"], "accompagnateurs": [{"id": "a", "experience": "peu"}]})
    )
    assert found.etat == "fait"
    assert {"P-QUALIOPI-VAE", "offre_vae"} <= {*found.caches}


def test_vae_alone_does_not_free_from_the_offer_of_formation() -> None:
    """§ 6.2.2 asks it of everybody, § 6.2.3 adds VAE to it: who ticks VAE only still owes modules and Qualiopi."""
    found = etats(state(changed(conforming(), {"offres": ["vae"], "modules": [], "p-qualiopi-formation-document": ""})))
    assert {found[code] for code in ("P-MODULES", "P-QUALIOPI-FORMATION")} == {"manque"}


def test_days_to_come_are_told_the_nearest_first() -> None:
    """Insurance, then each document that grows old, with the first day on which it no longer conforms."""
    found = [(e.jour.isoformat(), e.place) for e in state(conforming()).echeances()]
    assert found == [
        ("2027-01-01", "p-assurance-fin"),
        ("2027-01-05", "p-kbis-date"),
        ("2027-02-02", "p-casier-date"),
        ("2028-04-01", "p-qualiopi-formation-fin"),
        ("2028-04-01", "p-qualiopi-vae-fin"),
    ]


@given(day=DAYS, after=st.integers(0, 200))
def test_less_than_three_months_is_strict_and_counted_on_the_calendar(day: date, after: int) -> None:
    """A document conforms until the day before its third month, and the day to come is the first on which it does not."""
    envoi = day + timedelta(days=after)
    found = state({"p-kbis-document": "kbis.pdf", "p-kbis-date": day.isoformat()}, envoi)
    limit = add_months(day, 3)
    conforms = etats(found)["P-KBIS"] == "fait"
    assert conforms == (envoi < limit)
    assert [e.jour for e in found.echeances()] == ([limit] if conforms else [])


@given(fin=DAYS, after=st.integers(-50, 50))
def test_the_last_day_of_validity_counts(fin: date, after: int) -> None:
    """Sent on the last day, the attestation is still valid; on the next, it is not."""
    envoi = fin + timedelta(days=after)
    answers = {"p-assurance-document": "a.pdf", "p-assurance-fin": fin.isoformat()}
    assert (etats(state(answers, envoi))["P-ASSURANCE"] == "fait") == (after <= 0)


def test_documents_are_judged_on_the_day_of_sending_not_on_today() -> None:
    """Today the extract is recent; on the day when the dossier leaves it no longer is."""
    answers = changed(conforming(), {"p-kbis-date": "2026-08-25"})
    assert etats(state(answers))["P-KBIS"] == "non_conforme"
    assert etats(state(changed(answers, {"date_envoi": "2026-11-24"})))["P-KBIS"] == "fait"
    assert etats(state(changed(answers, {"date_envoi": ""})))["P-KBIS"] == "fait"


def test_a_day_of_sending_that_has_gone_by_is_noticed() -> None:
    """The dossier may have left: it is judged as on that day, and the person is asked."""
    found = state(conforming(), date(2026, 12, 2))
    assert found.envoi == date(2026, 12, 1)
    (avis,) = found.avis
    assert avis.replace(NBSP, " ").startswith("Le jour d’envoi que vous donnez, le 1er décembre 2026, est passé :")


def test_no_day_to_come_is_past() -> None:
    """A dossier opened two years after it was sent announces nothing that is behind, and no day to send it by."""
    found = state(conforming(), date(2028, 11, 25))
    assert (found.echeances(), found.au_plus_tard()) == ([], None)
    first, *others = state(conforming(), date(2026, 12, 2)).echeances()
    assert [one.jour for one in state(conforming(), first.jour).echeances()] == [one.jour for one in others]


@given(
    answers=st.dictionaries(
        st.sampled_from([element.code for element in published().racines()]),
        JSON | st.just([{"id": "x", "nom": "a", "fonctions_tenues": ["F-SESSION"]}, {"id": "x"}]),
    )
)
def test_any_file_has_a_state_that_follows_its_schema(answers: dict[str, Any]) -> None:
    """Whatever the answers, each requirement stands somewhere, with reasons exactly where it is not done."""
    found = state(answers)
    assert [fault.message for fault in validator("etat-dossier").iter_errors(to_json(found))] == []
    for exigence in found.exigences:
        assert bool(exigence.constats) == (exigence.etat in {"manque", "non_conforme"})


def test_every_finding_stands_at_a_place_of_the_form() -> None:
    """A page can lead from the sentence to the field: its code, its list, or its row and field."""
    codes = {element.code for element in published().racines()}
    for ecart in ECARTS:
        for exigence in state(changed(conforming(), ecart["changer"])).exigences:
            assert {constat.place.partition("/")[0] for constat in exigence.constats} <= codes


def test_an_alarm_names_every_way_that_the_cahier_des_charges_admits() -> None:
    """Of each experience asked for: what it is of, and what is admitted in its place."""
    asked = [
        controle
        for _, bloc in published().blocs()
        for controle in bloc.controles
        if getattr(controle, "alternative", None)
    ]
    told = [constat.phrase for constat in all_too_short()]
    assert len(asked) == 2
    for controle in asked:
        ways = (controle.objet, controle.alternative)
        assert [one for one in told if all(way in one.replace(NBSP, " ") for way in ways)], ways


def all_too_short() -> list[Constat]:
    """Return what is said of a dossier where nobody has any experience."""
    answers = conforming()
    for liste in ("formateurs", "accompagnateurs", "evaluateurs"):
        answers = changed(answers, {f"{liste}/{row['id']}/experience": "0" for row in answers[liste]})
    return [constat for exigence in state(answers).exigences for constat in exigence.constats]


@pytest.mark.parametrize(("jour", "sooner"), [(date(2026, 11, 23), True), (date(2026, 12, 1), False)])
def test_a_document_too_old_on_the_day_of_sending_may_be_sent_sooner_where_there_is_time(
    jour: date, *, sooner: bool
) -> None:
    """The KBIS and the insurance both say so while their last day is to come, and no longer once it has gone by."""
    answers = changed(conforming(), {"p-kbis-date": "2026-09-01", "p-assurance-fin": "2026-11-30"})
    found = state(answers, jour)
    for code in ("P-KBIS", "P-ASSURANCE"):
        (phrase,) = phrases(found, code)
        assert ("ou envoyez le dossier" in phrase) == sooner


def test_a_dossier_is_never_called_complete() -> None:
    """Documents are named, not seen: what is said of them is said of the answers only."""
    said = [exigence.intitule for exigence in state(conforming()).exigences]
    assert "complet" not in "".join((state(conforming()).phrase, *said))
    assert "n’a pas vu vos documents" in state(conforming()).phrase.replace(NBSP, " ")
