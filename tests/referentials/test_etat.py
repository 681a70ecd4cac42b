"""State of a certification: from its dates and those of its successors to the state of any day, one table for all."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from forms.socle import etat_certification, phrases_etat
from forms.socle.phrases import NBSP
from referentials.etat import listed, on, own_periods, shift, states
from referentials.load import load
from referentials.model import Source
from referentials.model_identite import Vie
from tests.outils_etats import CASES, VIES, Case, chain, etats, vie

RELEVE = Source("releve", "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def test_the_state_of_a_day(case: Case) -> None:
    """Last days are still in the state; what no document decides is not decided; a chain is followed to its living end."""
    name, jour, etat, motif, suites = case
    found = on(etats(name), jour)
    assert (found.etat, found.motif, list(chain(found.suites))) == (etat, motif, suites)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def test_a_form_chooses_as_the_data_do(case: Case) -> None:
    """What a form carries gives on each day the state that was computed, with its sentence."""
    name, jour, etat, *_ = case
    carried = etat_certification.from_json(etat_certification.to_json(phrases_etat.carried(etats(name))))
    found = etat_certification.on(carried, jour)
    assert found is not None
    assert (found.etat, found.phrase) == (etat, phrases_etat.text(on(etats(name), jour)))


@pytest.mark.parametrize("name", VIES)
def test_states_cover_every_day_once(name: str) -> None:
    """They follow each other without a gap nor an overlap, from always to always."""
    found = etats(name)
    assert (found[0].du, found[-1].au) == (None, None)
    for before, after in pairwise(found):
        assert before.au is not None
        assert after.du == shift(before.au, 1)


def said(name: str, jour: str) -> str:
    """Return the sentence of a day, with plain spaces."""
    return phrases_etat.text(on(etats(name), jour)).replace(NBSP, " ")


def test_between_the_end_of_registration_and_that_of_delivery() -> None:
    """RNCP40344: nobody begins after 28 March 2028, who had begun receives it until 28 March 2032."""
    assert said("RNCP40344", "2030-01-15").startswith(
        "Inscriptions closes après le 28 mars 2028, délivrance jusqu’au 28 mars 2032"
    )
    assert said("RNCP40344", "2032-03-29") == (
        "Son enregistrement a pris fin le 28 mars 2028, sa délivrance le 28 mars 2032."
    )


def test_the_last_delivery_is_compared_as_a_day() -> None:
    """10 July 2028 is after 5 January 2024, though « 10 » comes before « 5 » in the order of words."""
    assert said("delivrance_apres_sa_fin", "2028-07-11") == (
        "Son enregistrement a pris fin le 5 janvier 2024, sa délivrance le 10 juillet 2028."
    )


def test_a_limit_of_delivery_is_that_of_its_own_registration() -> None:
    """One that a later registration has outlived is not told of that one, whether or not days lie between the two."""
    for name in ("delivrance_du_texte_precedent", "delivrance_d_avant_un_trou"):
        assert said(name, "2022-01-01") == "Enregistrée jusqu’au 4 janvier 2024."
        assert said(name, "2024-01-05") == "Son enregistrement a pris fin le 4 janvier 2024."
    between = said("delivrance_d_avant_un_trou", "2018-01-01")
    assert between.startswith("Son enregistrement a pris fin le 9 décembre 2017 (délivrance jusqu’au 9 décembre 2019")


def test_a_replaced_one_says_when_its_successor_is_dead_too() -> None:
    """« Remplacée par » is followed to the end: expired since when, or replaced in its turn by one in force."""
    assert "« Deuxième » (RNCP222), en vigueur." in said("premiere", "2015-01-01")
    later = said("premiere", "2021-01-01")
    assert "« Deuxième » (RNCP222), elle-même remplacée." in later
    assert "remplacée par « Troisième », en vigueur." in later
    # The 31 December is still in force.
    assert "« Troisième », elle-même expirée depuis le 1er janvier 2027." in said("premiere", "2027-01-01")


def test_between_two_registrations_it_is_not_in_force() -> None:
    """What one text ended and another takes up later: both days are said, and a route is not open in between."""
    assert said("deux_textes_avec_un_trou", "2026-11-29") == (
        "Son enregistrement a pris fin le 1er octobre 2026, le suivant prend effet le 1er janvier 2027."
    )
    words = [mots for _, mots in phrases_etat.opening(etats("deux_textes_avec_un_trou"), "Ouverte")]
    assert words == [
        "Pas encore ouverte",
        "Ouverte",
        "Ouverte jusqu’au 1er octobre 2026, puis de nouveau le 1er janvier 2027",
        "Ouverte",
        "Était ouverte jusqu’au 1er janvier 2030",
    ]


def test_two_ways_to_one_living_end_are_one() -> None:
    """Replaced by two that the same one replaces: it is named once."""
    assert [suite.intitule for suite in on(etats("losange"), "2021-01-01").vivantes()] == ["Troisième"]


def test_only_a_document_names_a_successor() -> None:
    """The living end is reached by documents; what Repère places after is told, never promoted."""
    assert [suite.intitule for suite in on(etats("premiere"), "2021-01-01").vivantes()] == ["Troisième"]
    inferred = on(etats("suite_de_repere"), "2026-01-01")
    assert inferred.vivantes() == []
    assert "sans qu’un document dise qu’elle la remplace" in phrases_etat.text(inferred)


DAYS = {"date_effet": "2023-07-31", "date_fin_enregistrement": "2028-07-31", "date_limite_delivrance": "2032-07-31"}


@pytest.mark.parametrize(
    ("key", "doubtful"),
    [
        ("date_effet", ["a_venir", "en_vigueur"]),
        ("date_fin_enregistrement", ["en_vigueur", "inscriptions_closes", "expiree"]),
        ("date_limite_delivrance", ["en_vigueur", "inscriptions_closes", "expiree"]),
        (None, []),
    ],
)
def test_days_read_at_second_hand_say_so(key: str | None, doubtful: list[str]) -> None:
    """Each state that rests on a day of a document that was not read itself says it; another document lifts the doubt."""
    textes = [{name: day, "source": {"document": "releve" if name == key else "fiche"}} for name, day in DAYS.items()]
    found = own_periods(vie({"enregistrements": textes}), {"releve"})
    assert [etat.etat for etat in found if "à recouper" in phrases_etat.text(etat)] == doubtful
    sure = [*textes, DAYS | {"source": {"document": "fiche"}}]
    assert not [etat for etat in own_periods(vie({"enregistrements": sure}), {"releve"}) if etat.a_recouper]


def test_the_doubt_of_a_successor_is_told_with_it() -> None:
    """« en vigueur » and « expirée depuis » of another certification rest on its own days."""
    texte = replace(VIES["troisieme"].enregistrements[0], source=RELEVE)
    every = VIES | {"troisieme": Vie(enregistrements=(texte,))}
    for jour, words in (("2021-01-01", "en vigueur"), ("2027-01-01", "elle-même expirée depuis le 1er janvier 2027")):
        found = on(states("premiere", every, {"releve"}), jour)
        assert f"« Troisième », {words} (date à recouper)." in phrases_etat.text(found).replace(NBSP, " ")
        assert "date à recouper" not in said("premiere", jour)


def test_a_route_is_open_only_while_the_certification_is() -> None:
    """What the source calls open was so, until its last day, once the certification is closed."""
    words = [(etat.du, mots) for etat, mots in phrases_etat.opening(etats("RNCP40344"), "Ouverte")]
    assert words == [
        (None, "Pas encore ouverte"),
        ("2025-03-28", "Ouverte"),
        ("2028-03-29", "Était ouverte jusqu’au 28 mars 2028"),
    ]
    assert [mots for _, mots in phrases_etat.opening(etats("vide"), "Ouverte")] == ["Ouverte d’après le document"]


def test_the_day_of_a_route_keeps_its_doubt() -> None:
    """« Était ouverte jusqu’au » a day that was read at second hand says so, as the state itself does."""
    textes = [DAYS | {"source": {"document": "releve"}}]
    for second_hand, doubt in (({"releve"}, " (date à recouper)"), (set(), "")):
        words = [
            mots
            for _, mots in phrases_etat.opening(own_periods(vie({"enregistrements": textes}), second_hand), "Ouverte")
        ]
        assert words == ["Pas encore ouverte", "Ouverte", f"Était ouverte jusqu’au 31 juillet 2028{doubt}"]


def test_a_successor_that_only_a_survey_knows_has_its_state() -> None:
    """Named by a document and by its number alone, it is in force until the day of the survey, and that day is doubtful."""
    identites = {"morte": VIES["premiere"]}
    assert [one.intitule for one in on(states("morte", identites), "2026-01-01").inconnues()] == ["Deuxième"]
    known = listed(identites, [("RNCP222", "2026-12-31", RELEVE)])
    before, after = (on(states("morte", known, {"releve"}), jour) for jour in ("2026-12-31", "2027-01-01"))
    assert [(one.numero_fiche, one.certification, one.a_recouper) for one in before.vivantes()] == [
        ("RNCP222", None, True)
    ]
    assert (before.inconnues(), after.vivantes()) == ([], [])
    assert "(RNCP222), en vigueur (date à recouper)." in phrases_etat.text(before).replace(NBSP, " ")
    assert listed(VIES, [("RNCP222", "2026-12-31", RELEVE)]) == VIES


def test_the_published_certifications_whose_dates_have_passed() -> None:
    """The fiche of 2018 has expired since its last registration, whatever the day of the build."""
    certification = load().certification("cqp-vendeur-conseil-a-distance-2018")
    last = max(texte.date_fin_enregistrement or "" for texte in certification.identite.enregistrements)
    assert on(certification.etats, last).etat == "en_vigueur"
    assert on(certification.etats, shift(last, 1)).echeance == last
