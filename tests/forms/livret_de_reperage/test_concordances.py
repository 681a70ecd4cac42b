"""Days, durations and answers that a rule or another answer ties: what does not go together is told, nothing else is."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from forms.livret_de_reperage.etat import evaluate, to_json
from forms.livret_de_reperage.texte import texte
from forms.socle.phrases import NBSP
from tests.forms.livret_de_reperage.outils_livret import form_of, published, written
from tests.outils import PUBLISHED

JOUR = date(2026, 11, 29)
FORMATION: dict[str, Any] = {"voies": ["formation"]}


def told(answers: dict[str, Any], jour: date = JOUR) -> list[tuple[str, str, str]]:
    """Return what is told: place, level, sentence with plain spaces."""
    etat = evaluate(published(), written({**FORMATION, **answers}), jour)
    return [(one.place, one.niveau, one.phrase.replace("\u00a0", " ")) for one in etat.alertes]


PRATIQUE = "r-pratique-6mois"
PAIRS: list[tuple[str, dict[str, Any], tuple[str, str, str]]] = [
    (
        "done, two months of six",
        {f"{PRATIQUE}-etat": "fait", f"{PRATIQUE}-duree": "2"},
        (
            f"{PRATIQUE}-duree",
            "alerte",
            "La réponse dit « C’est fait » avec 2 mois ; la règle en demande au moins 6 (§ 3.3, p. 8).",
        ),
    ),
    (
        "not yet, eight months of six",
        {f"{PRATIQUE}-etat": "pas_encore", f"{PRATIQUE}-duree": "8"},
        (f"{PRATIQUE}-etat", "a_verifier", "La réponse dit « Pas encore » avec 8 mois"),
    ),
    (
        "done, begun less than six months ago",
        {f"{PRATIQUE}-etat": "fait", f"{PRATIQUE}-debut": "2026-09-01"},
        (
            f"{PRATIQUE}-debut",
            "alerte",
            "La réponse dit « C’est fait », et la durée commencée le 1er septembre 2026",
        ),
    ),
    (
        "five months since two months ago",
        {f"{PRATIQUE}-duree": "5", f"{PRATIQUE}-debut": "2026-09-29"},
        (f"{PRATIQUE}-duree", "a_verifier", "5 mois ne tiennent pas depuis le 29 septembre 2026"),
    ),
    (
        "one month since yesterday",
        {f"{PRATIQUE}-duree": "1", f"{PRATIQUE}-debut": "2026-11-28"},
        (f"{PRATIQUE}-duree", "a_verifier", "1 mois ne tient pas depuis le 28 novembre 2026"),
    ),
    (
        "four months and a half since four months ago",
        {f"{PRATIQUE}-duree": "4,5", f"{PRATIQUE}-debut": "2026-07-29"},
        (f"{PRATIQUE}-duree", "a_verifier", "4,5 mois ne tiennent pas depuis le 29 juillet 2026"),
    ),
    (
        "longer than any calendar",
        {f"{PRATIQUE}-duree": "99999", f"{PRATIQUE}-debut": "2026-07-29"},
        (f"{PRATIQUE}-duree", "a_verifier", "99\u202f999 mois ne tiennent pas depuis le 29 juillet 2026"),
    ),
    (
        "two months of six, said six days ago, evaluations in two days, no first day",
        {f"{PRATIQUE}-etat": "pas_encore", f"{PRATIQUE}-duree": "2", "evaluations-jour": "2026-12-01"},
        (
            f"{PRATIQUE}-duree",
            "alerte",
            "2 mois au 23 novembre 2026, et les évaluations le 1er décembre 2026 : la règle en demande au moins 6 avant (§",
        ),
    ),
    (
        "evaluations on a Sunday",
        {"evaluations-jour": "2027-02-07"},
        (
            "evaluations-jour",
            "a_verifier",
            "Les évaluations sont prévues le dimanche 7 février 2027 : vérifiez ce jour.",
        ),
    ),
    (
        "evaluations on a public holiday",
        {"evaluations-jour": "2027-07-14"},
        ("evaluations-jour", "a_verifier", "Les évaluations sont prévues le mercredi 14 juillet 2027, jour férié"),
    ),
    (
        "a holiday of the territory",
        {"evaluations-jour": "2027-03-26", "territoire": "alsace_moselle"},
        ("evaluations-jour", "a_verifier", "Les évaluations sont prévues le vendredi 26 mars 2027, jour férié"),
    ),
    (
        "interview after the evaluations",
        {"evaluations-jour": "2027-02-08", "entretien-jour": "2027-03-01"},
        ("entretien-jour", "a_verifier", "L’entretien, le 1er mars 2027, vient après les évaluations"),
    ),
    (
        "an agreement in the future",
        {"accords/a/nom": "Ana", "accords/a/jour": "2026-12-01"},
        ("accords/a/jour", "alerte", "Accord « Ana » : le 1er décembre 2026 n’est pas encore venu"),
    ),
    (
        "an agreement before the interview",
        {"accords/a/nom": "Ana", "accords/a/jour": "2026-11-01", "entretien-jour": "2026-11-20"},
        (
            "accords/a/jour",
            "a_verifier",
            "Accord « Ana » : donné le 1er novembre 2026, avant l’entretien du 20 novembre",
        ),
    ),
]


@pytest.mark.parametrize(("answers", "expected"), [pair[1:] for pair in PAIRS], ids=[pair[0] for pair in PAIRS])
def test_what_does_not_go_together_is_told(answers: dict[str, Any], expected: tuple[str, str, str]) -> None:
    """Each pair of answers, alone: one alert, at its place, at its level, with its clause where a rule says it."""
    (found,) = told(answers)
    assert found[:2] == expected[:2]
    assert found[2].startswith(expected[2])


@pytest.mark.parametrize(
    "answers",
    [
        {f"{PRATIQUE}-etat": "fait", f"{PRATIQUE}-duree": "6", f"{PRATIQUE}-debut": "2026-05-29"},
        {f"{PRATIQUE}-etat": "prevu", f"{PRATIQUE}-duree": "2", f"{PRATIQUE}-debut": "2026-09-29"},
        {f"{PRATIQUE}-duree": "2", "evaluations-jour": "2027-03-23"},
        {f"{PRATIQUE}-duree": "4,5", f"{PRATIQUE}-debut": "2026-07-14"},
        {f"{PRATIQUE}-duree": "0", f"{PRATIQUE}-debut": "2026-12-15"},
        {"evaluations-jour": "2027-02-06"},
        {"evaluations-jour": "2027-03-26"},
        {"accords/a/jour": "2026-11-29", "entretien-jour": "2026-11-29", "evaluations-jour": "2027-02-08"},
        {f"{PRATIQUE}-etat": "fait", f"{PRATIQUE}-duree": "beaucoup"},
    ],
)
def test_what_goes_together_is_not_told(answers: dict[str, Any]) -> None:
    """The last day that does, a Saturday, another territory's holiday; what cannot be read is told elsewhere."""
    assert told(answers) == []


SIX, DIRECT = "Pratique en entreprise d’un candidat individuel", "Six mois de pratique, et évaluation sans formation"
CUMUL = "Deux périodes de 140 heures, ou une seule ?"
SHORT = {f"{PRATIQUE}-etat": "fait", f"{PRATIQUE}-duree": "2"}
TP, TITRE, CCP = "tp-conseiller-commercial", "r-periode-titre", "r-periode-ccp"
# Certification, answers, place → the points that the source leaves open for this person; none where it decides.
OPEN: list[tuple[str, dict[str, Any], dict[str, list[str]]]] = [
    (PUBLISHED, {"voies": ["formation"], **SHORT}, {f"{PRATIQUE}-duree": []}),
    (PUBLISHED, {"voies": ["formation", "candidature_individuelle"], **SHORT}, {f"{PRATIQUE}-duree": [SIX]}),
    (
        PUBLISHED,
        {"voies": ["formation"], "d2-decision": "evaluation_directe", **SHORT},
        {f"{PRATIQUE}-duree": [DIRECT]},
    ),
    (PUBLISHED, {"voies": ["formation"], "d2-decision": "formation", **SHORT}, {f"{PRATIQUE}-duree": []}),
    (TP, {"voies": ["formation"], f"{TITRE}-etat": "fait", f"{TITRE}-duree": "200"}, {f"{TITRE}-duree": []}),
    (TP, {"voies": ["formation"], f"{CCP}-etat": "fait", f"{CCP}-duree": "90"}, {f"{CCP}-duree": []}),
    (TP, {"voies": ["capitalisation"], f"{CCP}-etat": "fait", f"{CCP}-duree": "90"}, {f"{CCP}-duree": [CUMUL]}),
]


@pytest.mark.parametrize(("slug", "answers", "expected"), OPEN)
def test_only_what_the_source_leaves_open_for_this_person_is_to_be_verified(
    slug: str, answers: dict[str, Any], expected: dict[str, list[str]]
) -> None:
    """A route or a decision opens a point; without it the rule is plain, and its alert too."""
    found = evaluate(form_of(slug), written(answers), JOUR).alertes
    assert {one.place: one.niveau for one in found} == {
        place: "a_verifier" if points else "alerte" for place, points in expected.items()
    }
    for one in found:
        phrase = one.phrase.replace(NBSP, " ")
        assert [point for point in (SIX, DIRECT, CUMUL) if f"« {point} »" in phrase] == expected[one.place]
        assert ("laisse ce point ouvert" in one.phrase) == bool(expected[one.place])
        assert one.lectures, "the reading itself stays beside the alert"


def test_a_deadline_that_the_source_states_is_not_left_open() -> None:
    """In VAE the month before the evaluations is written; practice ends before them, or a route leaves it open."""
    late = {"voies": ["vae"], "evaluations-jour": "2027-02-08", "annonce-evaluations-jour": "2027-02-01"}
    before = {f"{PRATIQUE}-debut": "2026-09-01", "evaluations-jour": "2026-12-01"}
    alone = ["formation", "candidature_individuelle"]
    for answers, regle, niveau in (
        (late, "R-VAE-ANNONCE", "alerte"),
        ({**FORMATION, **before}, "R-PRATIQUE-6MOIS", "alerte"),
        ({"voies": alone, **before}, "R-PRATIQUE-6MOIS", "a_verifier"),
    ):
        [delay] = [one for one in evaluate(published(), written(answers), JOUR).echeances if one.regle == regle]
        assert (delay.niveau, "laisse ce point ouvert" in delay.alerte) == (niveau, niveau == "a_verifier")


def test_a_part_that_is_not_asked_for_is_not_compared() -> None:
    """In VAE, the six months are not asked for: what was written of them is kept and says nothing."""
    assert told({"voies": ["vae"], f"{PRATIQUE}-etat": "fait", f"{PRATIQUE}-duree": "2"}) == []


def test_an_experience_does_not_end_before_it_begins() -> None:
    """The two days of a row, as the two numbers of another."""
    row = {"experiences/a/debut": "2026-03-01", "experiences/a/fin": "2025-03-01"}
    found = evaluate(published(), written(row), JOUR).problemes
    assert [one.place for one in found] == ["experiences/a/fin"]
    assert "Depuis" in found[0].message


def test_the_text_and_the_json_say_it_too() -> None:
    """Page, text, JSON: one state."""
    livret = written({**FORMATION, **PAIRS[0][1]})
    (one,) = to_json(evaluate(published(), livret, JOUR))["alertes"]
    assert (one["regle"], one["source"]["section"]) == ("R-PRATIQUE-6MOIS", "3.3")
    lines = texte(published(), livret, JOUR).splitlines()
    assert lines[lines.index("CE QUI NE S’ACCORDE PAS") + 1] == f"- {one['phrase']}"
    assert json.dumps(one)
