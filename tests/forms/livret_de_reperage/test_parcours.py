"""What is proposed and planned, on worked examples; the bridge answers with the same."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms import bridge
from forms.auto_positionnement import formulaire as forms_data
from forms.auto_positionnement.derivation import derive as derive_form
from forms.livret_de_reperage.etat import EtatLivret, evaluate, to_text
from forms.livret_de_reperage.texte import texte
from forms.plusieurs_mains import fichier
from forms.plusieurs_mains.ecrits import Copie, to_json
from forms.questionnaire.echange import to_json as form_json
from referentials.check.schemas import validator
from referentials.load import load
from tests.forms.livret_de_reperage.outils_livret import (
    VALEURS,
    candidat,
    example,
    published,
    saved,
    spelled_out,
    tuteur,
    written,
)
from tests.outils import PUBLISHED
from tests.outils_formulaires import export

JOUR = date(2026, 4, 1)
FORM = json.dumps(form_json(published()), ensure_ascii=False)


def state(answers: dict[str, Any], jour: date = JOUR) -> EtatLivret:
    """Return where a livret stands for these answers."""
    return evaluate(published(), written(answers), jour)


def sentences(answers: dict[str, Any], jour: date = JOUR) -> dict[str, str]:
    """Return the sentences of the deadlines by their rules, with plain spaces, what is wrong at their end."""
    found = state(answers, jour).echeances
    return {one.regle: f"{one.phrase} {one.alerte}".replace("\u00a0", " ").strip() for one in found}


@pytest.mark.parametrize("case", example("parcours"), ids=lambda case: case["situation"])
def test_a_livret_is_read_as_the_example_says(case: dict[str, Any]) -> None:
    """Situation → proposal for each domain, what the decision is to it, the steps in order."""
    found = state(spelled_out(case["reponses"]))
    assert {one.code: one.proposee for one in found.propositions} == case["propose"]
    assert [etape.phrase.replace("\u00a0", " ") for etape in found.parcours.etapes] == case["plan"]
    if "avis" in case:
        assert found.propositions[0].avis.replace("\u00a0", " ") == case["avis"]
    elif not found.propositions[0].decision:
        assert not found.propositions[0].avis


def test_what_is_said_and_seen_otherwise_is_named() -> None:
    """To be taken up together: « je sais le faire » against « une partie se voit »."""
    first = state({"u1-c1-dit": "acquis", "u1-c1-vu": "en_partie"}).propositions[0]
    assert first.ecarts == first.a_former


@given(st.dictionaries(st.sampled_from([element.code for element in published().racines()]), VALEURS, max_size=6))
def test_any_livret_has_a_state_that_follows_its_schema(answers: dict[str, Any]) -> None:
    """Whatever was typed; the text that the page shows is the one that the schema describes."""
    livret = fichier.place(Copie({place: tuteur(value) for place, value in answers.items()}), published())
    donnees = json.loads(to_text(evaluate(published(), livret, JOUR)))
    assert [fault.message for fault in validator("etat-livret").iter_errors(donnees)] == []
    assert {one["code"] for one in donnees["parcours"]["etapes"]} | {*donnees["parcours"]["en_attente"]} == {"D1", "D2"}


def test_the_rule_is_said_to_be_ours_and_uses_no_threshold() -> None:
    """Shown with every state: ours, no exam, the interviewer decides; no percentage."""
    answer = ask("etat", valeurs={}, jour="2026-04-01")["resultat"]
    assert answer["regle"].startswith("Règle proposée par Repère")
    assert "ni un examen ni une évaluation" in answer["avertissement"]
    assert "%" not in json.dumps(answer, ensure_ascii=False)


def test_the_hours_of_the_whole_are_those_of_what_is_trained() -> None:
    """« Au moins 14 heures » stays so, alone or in a sum; unknown as soon as one part to train has no module."""
    module = {"modules/a/intitule": "Vendre", "modules/a/composante": "U3", "modules/a/heures_min": "14"}
    plan = state({"u3-c1-vu": "a_acquerir", **module}).parcours
    assert plan.heures
    assert (plan.heures.minimum, plan.heures.maximum) == (14, None)
    assert "au moins 14 heures" in plan.etapes[0].phrase.replace("\u00a0", " ")
    other = {"modules/b/intitule": "Conclure", "modules/b/composante": "U3", "modules/b/heures_max": "20"}
    assert state({"u3-c1-vu": "a_acquerir", **module, **other}).parcours.heures is None
    both = {**module, **other, "modules/b/heures_min": "7"}
    summed = state({"u3-c1-vu": "a_acquerir", **both}).parcours.heures
    assert summed
    assert (summed.minimum, summed.maximum) == (21, None)
    # As JavaScript writes it: the page and the command line show the same text.
    assert '"minimum": 14,' in to_text(state({"u3-c1-vu": "a_acquerir", **module}))
    assert state({"u3-c1-vu": "a_acquerir", "u1-c1-vu": "a_acquerir", **module}).parcours.heures is None


def test_deadlines_follow_from_the_day_of_the_evaluations() -> None:
    """Fifteen working days and one month before Monday 8 June 2026, counted by hand; the holidays of Martinique too."""
    answers: dict[str, Any] = {"voies": ["formation"], "evaluations-jour": "2026-06-08"}
    found = sentences(answers)
    assert "au plus tard le 15 mai 2026 (15 jours ouvrés avant le 8 juin 2026" in found["R-DOSSIER-15J"]
    assert "au plus tard le 8 mai 2026" in found["R-CONVOCATION"]
    assert "13 mai 2026" in sentences({**answers, "territoire": "martinique"})["R-DOSSIER-15J"]
    assert sentences(answers, date(2026, 5, 16))["R-DOSSIER-15J"].endswith("Ce jour est passé.")
    assert "R-VAE-ANNONCE" not in found


def test_a_day_that_cannot_be_counted_is_not_guessed() -> None:
    """No day of evaluations, or a year whose holidays are not known."""
    assert "un jour à écrire" in sentences({"voies": ["formation"]})["R-DOSSIER-15J"]
    beyond = sentences({"voies": ["formation"], "evaluations-jour": "2099-06-08"})
    assert "ne connaît pas les jours fériés" in beyond["R-DOSSIER-15J"]


def test_six_months_of_practice_are_counted_from_their_first_day() -> None:
    """Evaluations planned before they are over are told."""
    answers = {"voies": ["formation"], "r-pratique-6mois-debut": "2026-01-31", "evaluations-jour": "2026-06-08"}
    told = "Les évaluations, le 8 juin 2026 : avant la fin de cette durée (§ 3.3, p. 8)."
    assert told in sentences(answers)["R-PRATIQUE-6MOIS"]
    assert "6 mois depuis le 31 janvier 2026, atteints le 31 juillet 2026." in sentences(answers)["R-PRATIQUE-6MOIS"]


def test_a_vae_counts_from_what_the_organisation_receives() -> None:
    """At most a month after the file is received."""
    answers = {"voies": ["vae"], "r-vae-convocation-jour": "2026-06-08"}
    assert "au plus tard le 8 juillet 2026" in sentences(answers)["R-VAE-CONVOCATION"]


def test_the_text_says_who_wrote_what_and_when() -> None:
    """Each answer with its author and its day, after the sentence that says what a livret is not."""
    livret = Copie({"projet": candidat("Vendre mieux"), "u1-c1-vu": tuteur("acquis")})
    lines = texte(published(), livret, JOUR).replace("\u00a0", " ").splitlines()
    assert lines[0].startswith("Livret de repérage des acquis : ")
    assert lines[1].startswith("État de la certification le ")
    assert lines[2].startswith("Ce livret n’est ni un examen ni une évaluation")
    assert lines[lines.index("    (Ana Ruiz, le candidat, 23 novembre 2026)") - 1].endswith(": Vendre mieux")
    assert "    (Paul Le Goff, l’entreprise, 23 novembre 2026)" in lines


def ask(action: str, **corps: Any) -> Any:
    """Ask the bridge as the worker does, and read its answer."""
    return json.loads(bridge.handle(FORM, json.dumps({"action": action, "corps": corps})))


def test_the_bridge_opens_merges_pours_and_writes() -> None:
    """Every action of the page, on what the one before gave."""
    mine, theirs = Copie({"projet": candidat("Vendre")}), Copie({"projet": tuteur("Apprendre")})
    opened = ask("ouvrir", texte=saved(mine))["resultat"]
    assert opened["valeurs"] == to_json(mine)["valeurs"]
    here = {key: opened[key] for key in ("valeurs", "ecartees")}
    conflict = ask("fusionner", **here, texte=saved(theirs))["resultat"]
    assert (conflict["copie"], [one["place"] for one in conflict["conflits"]]) == (None, ["projet"])
    assert conflict["conflits"][0]["autre"] == {
        "reponse": "Apprendre",
        "signature": "Paul Le Goff, l’entreprise, 23 novembre 2026",
    }
    merged = ask("fusionner", **here, texte=saved(theirs), choix={"projet": "ici"})["resultat"]["copie"]
    assert [one["valeur"] for one in merged["ecartees"]] == ["Apprendre"]
    told = ask("ecartees", **merged)["resultat"]
    assert [(one["ou"], one["reponse"], one["raison"]) for one in told] == [("Projet", "Apprendre", "choix")]
    form = derive_form(load().certification(PUBLISHED))
    item = next(form.all_items()).code
    text = export(form, {item: {"note": "Chaque lundi."}})
    poured = ask("verser", **merged, texte=text, formulaire=forms_data.to_json(form))["resultat"]
    assert len(poured["verses"]) == 1
    assert "Chaque lundi." in ask("texte", valeurs=poured["valeurs"], jour="2026-04-01")["resultat"]["texte"]
    assert ask("ouvrir", texte="bonjour")["ok"] is False
