"""The three lists: each competence in one of them or without an answer, whatever the answers and the first pass."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.formulaire import Formulaire, Item, ValeurPremierTour
from forms.auto_positionnement.listes import (
    A_APPRENDRE,
    A_CONFIRMER,
    DETAILS,
    PREMIER_TOUR,
    SAIS_FAIRE,
    Listes,
    from_details,
    sort_out,
)
from forms.auto_positionnement.reponses import Reponse, Reponses
from forms.auto_positionnement.suites import Sens, Suites
from forms.socle.phrases import NBSP
from tests.outils_formulaires import flat, formulaires, published, reponses_a

QUICK = (
    ValeurPremierTour("deja_fait", "Déjà fait", ouvre_le_detail=False),
    ValeurPremierTour("en_partie", "En partie", ouvre_le_detail=True),
    ValeurPremierTour("jamais", "Jamais fait", ouvre_le_detail=False),
)
SENS = {"deja_fait": Sens(SAIS_FAIRE, 100), "en_partie": Sens(A_CONFIRMER, 50), "jamais": Sens(A_APPRENDRE, 0)}
CODES = [valeur.code for valeur in QUICK]
NAMES = ("sais_faire", "a_confirmer", "a_apprendre", "sans_reponse")


def with_first_pass(form: Formulaire) -> Formulaire:
    """Return a form whose competences may be answered whole."""
    return replace(form, premier_tour=QUICK, suites=Suites(premier_tour=SENS))


@st.composite
def situations(draw: st.DrawFn) -> tuple[Formulaire, Reponses, dict[str, str]]:
    """Draw a form, answers to it and a first pass, values that nobody knows included."""
    form = with_first_pass(draw(formulaires()))
    codes = [groupe.code for groupe in form.competences()]
    tour = draw(st.dictionaries(st.sampled_from([*codes, "AUTRE"]), st.sampled_from([*CODES, "inconnue"])))
    return form, draw(reponses_a(form)), tour


def sorted_of(form: Formulaire, reponses: Reponses, tour: dict[str, str]) -> Listes:
    """Return the lists of some answers."""
    return sort_out(form, form.groupes, {code: reponse.valeur for code, reponse in reponses.items()}, tour)


def codes(listes: Listes) -> dict[str, list[str]]:
    """Return the codes of each list."""
    return {name: [entree.code for entree in getattr(listes, name)] for name in NAMES}


@given(situation=situations())
def test_each_competence_is_in_exactly_one_list(situation: tuple[Formulaire, Reponses, dict[str, str]]) -> None:
    """None is lost, none is told twice, each list is in reading order; one without an answer says nothing."""
    form, reponses, tour = situation
    found = codes(sorted_of(form, reponses, tour))
    every = [groupe.code for groupe in form.competences()]
    assert sorted(chain(*found.values())) == sorted(every)
    assert all(listed == [code for code in every if code in listed] for listed in found.values())
    for entree in sorted_of(form, reponses, tour).sans_reponse:
        assert (entree.precision, entree.dit, entree.acquis) == ("", "", 0)


@given(situation=situations())
def test_details_in_full_give_the_same_lists_whatever_the_first_pass(
    situation: tuple[Formulaire, Reponses, dict[str, str]],
) -> None:
    """Once every statement is answered, what was said of the whole before changes nothing, its precision included."""
    form, reponses, tour = situation
    whole = {item.code: Reponse((reponses.get(item.code) or Reponse()).valeur or "non") for item in form.all_items()}
    listes = sorted_of(form, whole, tour)
    assert listes == sorted_of(form, whole, {})
    assert {entree.precision for entree in listes.every()} <= {DETAILS}


@given(situation=situations())
def test_can_do_is_never_less_than_all(situation: tuple[Formulaire, Reponses, dict[str, str]]) -> None:
    """From statements, « je sais faire » means that each is positive; from the first pass, that none says otherwise."""
    form, reponses, tour = situation
    items = {groupe.code: groupe.items for groupe in form.competences()}
    for entree in sorted_of(form, reponses, tour).sais_faire:
        said = [reponses.get(item.code, Reponse()).valeur for item in items[entree.code]]
        assert {*said} <= ({"oui"} if entree.precision == DETAILS else {"oui", None})


@given(situation=situations())
def test_the_first_pass_reaches_no_count(situation: tuple[Formulaire, Reponses, dict[str, str]]) -> None:
    """Counts, thresholds, states and what is missing are those of the statements alone."""
    form, reponses, tour = situation
    one, other = evaluate(form, reponses, None, tour), evaluate(form, reponses)
    assert (one.compte, one.groupes, one.etat, one.manques, one.a_repondre) == (
        other.compte,
        other.groupes,
        other.etat,
        other.manques,
        other.a_repondre,
    )


@given(situation=situations())
def test_what_is_left_is_not_positive(situation: tuple[Formulaire, Reponses, dict[str, str]]) -> None:
    """A statement that a list names as left to confirm or to learn is one that the person did not answer « oui » to."""
    form, reponses, tour = situation
    listes = sorted_of(form, reponses, tour)
    for entree in (*listes.a_confirmer, *listes.a_apprendre, *listes.sans_reponse):
        assert all(reponses.get(code, Reponse()).valeur != "oui" for code in entree.enonces)


@pytest.mark.parametrize(
    ("effets", "liste"),
    [
        (["positif"] * 3, SAIS_FAIRE),
        # Three of five were a strength; two are left to learn.
        (["positif"] * 3 + ["negatif"] * 2, A_APPRENDRE),
        (["positif"] * 4 + ["sans_avis"], A_CONFIRMER),
        (["positif"] * 4 + [None], A_CONFIRMER),
        (["positif"] * 2 + ["non_observe"], A_CONFIRMER),
        (["positif", "negatif", "sans_avis"], A_CONFIRMER),
        (["negatif"] * 3, A_APPRENDRE),
        (["non_observe"] * 3, A_CONFIRMER),
        # No « no » among them: a doubt and two occasions that did not come are left to confirm, with their questions.
        (["sans_avis", "non_observe", "non_observe"], A_CONFIRMER),
        (["negatif", "non_observe"], A_APPRENDRE),
        (["negatif", "sans_avis"], A_APPRENDRE),
        (["negatif", None], A_CONFIRMER),
        (["sans_avis"] * 2, A_CONFIRMER),
    ],
)
def test_where_a_competence_goes(effets: list[str | None], liste: str) -> None:
    """All positive: can do it.  None positive and a « no »: to learn.  What is not decided first, between the two."""
    assert from_details(effets) == liste


@pytest.mark.parametrize(
    ("tour", "valeurs", "expected"),
    [
        ("deja_fait", {}, (SAIS_FAIRE, PREMIER_TOUR)),
        ("deja_fait", {"E1": "oui"}, (SAIS_FAIRE, PREMIER_TOUR)),
        ("deja_fait", {"E1": "non"}, (A_CONFIRMER, DETAILS)),
        ("jamais", {"E1": "non"}, (A_APPRENDRE, PREMIER_TOUR)),
        ("jamais", {"E1": "oui"}, (A_CONFIRMER, DETAILS)),
        ("en_partie", {"E1": "oui"}, (A_CONFIRMER, PREMIER_TOUR)),
        ("jamais", {"E1": "oui", "E2": "oui"}, (SAIS_FAIRE, DETAILS)),
        ("inconnue", {}, ("sans_reponse", "")),
    ],
)
def test_a_first_pass_holds_until_a_statement_denies_it(
    tour: str, valeurs: dict[str, str | None], expected: tuple[str, str]
) -> None:
    """What was said of the whole stands while nothing answered since says otherwise."""
    form = with_first_pass(flat(2, 80))
    listes = sort_out(form, form.groupes, valeurs, {"G1": tour})
    [(name, entree)] = [(name, entree) for name in NAMES for entree in getattr(listes, name)]
    assert (name, entree.precision) == expected


def test_the_lists_speak_in_the_words_just_answered() -> None:
    """What is said of a competence quotes the answers, counts those that are left, and says when it is a first pass."""
    form = with_first_pass(flat(3, 80))

    def said(valeurs: dict[str, str | None], tour: dict[str, str]) -> str:
        listes = sort_out(form, form.groupes, valeurs, tour)
        return listes.every()[0].dit.replace(NBSP, " ")

    assert said(dict.fromkeys(("E1", "E2", "E3"), "oui"), {}) == "« Oui » à 3 énoncés."
    assert said({"E1": "oui", "E2": "non", "E3": "non"}, {}) == "« Non » à 2 énoncés sur 3."
    assert said({"E1": "oui", "E2": "ne_sait_pas"}, {}) == (
        "« Je ne sais pas encore » à 1 énoncé sur 3 et sans réponse à 1."
    )
    assert said({}, {"G1": "jamais"}) == "« Jamais fait », au premier tour."


def test_a_competence_has_its_short_name_and_no_code() -> None:
    """In a list one reads a name of a few words, where the data give one."""
    form = published()
    valeurs: dict[str, str | None] = {item.code: "oui" for item in form.all_items()}
    names = [entree.intitule for entree in sort_out(form, form.groupes, valeurs, {}).sais_faire]
    assert names == [groupe.nom for groupe in form.competences()]
    assert any(groupe.nom != groupe.intitule for groupe in form.competences())


def test_statements_are_named_where_some_are_left_only() -> None:
    """Where the whole competence is to learn, its own name says it; where a part is, that part is named."""
    form = flat(2, 80)
    one, two = Item("E1", "", "repere", ()), Item("E2", "", "repere", ())
    assert [item.code for item in (one, two)] == [item.code for item in form.all_items()]
    whole = sort_out(form, form.groupes, {"E1": "non", "E2": "non"}, {}).a_apprendre[0]
    part = sort_out(form, form.groupes, {"E1": "oui", "E2": "non"}, {}).a_apprendre[0]
    assert (whole.enonces, part.enonces) == ((), ("E2",))
    assert (whole.acquis, part.acquis) == (0, 50)
