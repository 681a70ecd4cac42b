"""The rules of success, as worked examples that a jury member can read: tests/forms/exemples/*.yaml."""

from __future__ import annotations

from typing import Any

import pytest

from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.formulaire import Formulaire, Groupe, GroupesRequis, Item, Seuil
from forms.auto_positionnement.phrases import AVERTISSEMENT
from forms.auto_positionnement.reponses import Reponse
from forms.auto_positionnement.resultat import Resultat, to_json
from forms.socle import phrases
from referentials.load import load
from tests.outils_exemples import ARRONDIS, answers, examples, form_of, situations
from tests.outils_formulaires import SCALE, flat, small

LISTES = ("sais_faire", "a_confirmer", "a_apprendre", "sans_reponse")
WHOLE = {"certification", "a_repondre", "phrase", "manques", "profil", *LISTES}
SITUATIONS = situations()


def told(resultat: Resultat) -> dict[str, Any]:
    """Return a result under the words of the examples."""

    def groups(groupes: list[dict[str, Any]]) -> dict[str, Any]:
        found = {g["code"]: {"etat": g["etat"], **g.get("seuil", {}), **g["compte"]} for g in groupes}
        return {**found, **{code: told for g in groupes for code, told in groups(g["groupes"]).items()}}

    donnees = to_json(resultat)
    return {
        "certification": resultat.etat,
        "a_repondre": len(resultat.a_repondre),
        "phrase": resultat.phrase.replace(phrases.NBSP, " "),
        "manques": [phrase.replace(phrases.NBSP, " ") for phrase in resultat.manques],
        "profil": resultat.suivi.profil,
        **{name: [entree.code for entree in getattr(resultat.listes, name)] for name in LISTES},
        **groups(donnees["groupes"]),
    }


@pytest.mark.parametrize(("slug", "example"), SITUATIONS, ids=[example["situation"] for _, example in SITUATIONS])
def test_a_situation_gives_the_result_expected(slug: str, example: dict[str, Any]) -> None:
    """What the example states of the result is what the engine gives for its answers."""
    form = form_of(slug)
    found = told(evaluate(form, answers(form, example["reponses"])))
    for key, expected in example["attendu"].items():
        if key in WHOLE:
            # Long lists are told by their number.
            assert (len(found[key]) if key in LISTES and isinstance(expected, int) else found[key]) == expected, key
        else:
            assert {name: found[key][name] for name in expected} == expected, key


@pytest.mark.parametrize("example", examples(ARRONDIS), ids=lambda e: f"{e['pourcentage']} % de {e['enonces']}")
def test_the_threshold_is_rounded_up(example: dict[str, int]) -> None:
    """So many positives are needed, and one fewer is not enough."""
    form, need = flat(example["enonces"], example["pourcentage"]), example["il_en_faut"]
    result = evaluate(form, answers(form, {"G1": {"oui": need, "non": example["enonces"] - need}}))
    assert result.groupes[0].seuil is not None
    assert result.groupes[0].seuil.requis == need
    assert result.groupes[0].etat == "atteint"
    if need:
        fewer = answers(form, {"G1": {"oui": need - 1, "non": example["enonces"] - need + 1}})
        assert evaluate(form, fewer).groupes[0].etat == "non_atteint"


def test_every_way_of_scoring_has_its_examples() -> None:
    """Each scale and each kind of rule that a certification has is worked out, from nothing answered; no name twice."""
    published = [form_of(certification.slug) for certification in load().certifications if certification.has_statements]
    worked = [form_of(slug) for slug, example in SITUATIONS if not example["reponses"]]
    assert {form.echelle for form in worked} == {form.echelle for form in published}
    assert {bool(form.seuils) for form in worked} == {bool(form.seuils) for form in published}
    assert {bool(form.groupes_requis) for form in worked} >= {True}
    names = [example["situation"] for _, example in SITUATIONS]
    assert len(set(names)) == len(names)


def test_unanswered_items_are_listed_in_reading_order() -> None:
    """The page sends to the first one: the order is that of the form, whatever that of the answers."""
    given = {"D2-C1-E2": Reponse("fait"), "U1-C1-E1": Reponse("hesite")}
    assert evaluate(small(), given).a_repondre == ("U1-C1-E2", "U2-C1-E1", "D2-C1-E1")


def test_answers_to_unknown_items_count_for_nothing() -> None:
    """A file of another version may hold items that the form no longer has."""
    assert evaluate(small(), {"Z9": Reponse("fait")}) == evaluate(small(), {})


def test_inner_groups_have_their_own_counts_and_no_threshold() -> None:
    """Units and competences show where one stands; only domains decide."""
    result = evaluate(small(), {"U1-C1-E1": Reponse("fait"), "U2-C1-E1": Reponse("pas_fait")})
    (u1, u2) = result.groupes[0].groupes
    assert [(g.code, g.etat, g.compte.positifs, g.compte.total) for g in (u1, u2)] == [
        ("U1", "sans_seuil", 1, 2),
        ("U2", "sans_seuil", 0, 1),
    ]
    assert u1.phrase == f"1{phrases.NBSP}énoncé positif sur 2."


def test_an_inner_group_may_have_a_threshold_too() -> None:
    """A rule may set the threshold of a unit: it is applied where it stands."""
    items = tuple(Item(f"E{rank}", "Je le fais.", "document", ()) for rank in (1, 2))
    outer = Groupe("G1", "bloc", "Un bloc", (Groupe("G2", "unite", "Une unité", (), items),), ())
    form = Formulaire("essai", "Essai", "1.0.0", SCALE, (outer,), (Seuil("R", "G2", 50),), None)
    result = evaluate(form, {"E1": Reponse("oui")})
    assert (result.groupes[0].etat, result.groupes[0].groupes[0].etat) == ("sans_seuil", "atteint")


def test_without_required_groups_nothing_is_decided() -> None:
    """Where the source sets no rule of success, Repère does not invent one."""
    whole = flat(3, 50)
    form = Formulaire(whole.certification, whole.intitule, "1.0.0", SCALE, whole.groupes, whole.seuils, None)
    assert evaluate(form, {"E1": Reponse("oui"), "E2": Reponse("oui")}).etat == "sans_seuil"


def test_a_required_group_without_threshold_decides_nothing() -> None:
    """Nothing says when such a group succeeds: the whole is neither reached nor missed, and the sentence says why."""
    whole = flat(1, 50)
    form = Formulaire("essai", "Essai", "1.0.0", SCALE, whole.groupes, (), GroupesRequis("R", ("G1",)))
    result = evaluate(form, {"E1": Reponse("oui")})
    assert result.etat == "sans_seuil"
    assert result.phrase.replace(phrases.NBSP, " ").endswith("; le document ne fixe pas de seuil.")


def test_the_result_always_says_that_it_is_an_estimate() -> None:
    """Neither an exam nor a promise: the warning is part of the result itself."""
    assert evaluate(small(), {}).avertissement == AVERTISSEMENT
    assert "ni un examen, ni une promesse de réussite" in AVERTISSEMENT


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ({"oui": 4}, "4 énoncés positifs sur 5 : d’après votre estimation, le seuil de 4 (80 %) est atteint."),
        (
            {"oui": 1},
            (
                "Le seuil est de 4 énoncés positifs sur 5 (80 %) ; d’après votre estimation, vous en avez 1. "
                "4 énoncés restent sans réponse : il est trop tôt pour conclure."
            ),
        ),
        (
            {"oui": 3, "non": 1},
            (
                "Le seuil est de 4 énoncés positifs sur 5 (80 %) ; d’après votre estimation, vous en avez 3. "
                "1 énoncé reste sans réponse : il est trop tôt pour conclure."
            ),
        ),
        (
            {"non": 2},
            "0 énoncé positif sur 5 ; il en faut 4 (80 %). D’après votre estimation, il en manque 4 : les listes disent par où commencer.",
        ),
    ],
    ids=["atteint", "en cours", "un seul ouvert", "non atteint"],
)
def test_the_sentence_of_a_group_agrees_in_number(counts: dict[str, int], sentence: str) -> None:
    """The words that people read, with their plurals; spaces before signs do not break."""
    form = flat(5, 80)
    phrase = evaluate(form, answers(form, {"G1": counts})).groupes[0].phrase
    assert phrase.replace(phrases.NBSP, " ") == sentence
    assert " :" not in phrase
    assert " %" not in phrase
