"""What is proposed and planned, on worked examples; the bridge answers with the same."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from forms import bridge
from forms import formulaire as forms_data
from forms.derivation import derive as derive_form
from forms.livret.ecrits import Livret, to_json
from forms.livret.etat import EtatLivret, evaluate
from forms.livret.texte import texte
from forms.questionnaire.echange import to_json as form_json
from referentials.load import load
from tests.forms.livret.outils_livret import candidat, example, published, saved, tuteur, written
from tests.outils import PUBLISHED
from tests.outils_formulaires import export

JOUR = date(2026, 4, 1)
FORM = json.dumps(form_json(published()), ensure_ascii=False)


def state(answers: dict[str, Any], jour: date = JOUR) -> EtatLivret:
    """Return where a livret stands for these answers."""
    return evaluate(published(), written(answers).ecrits, jour)


def sentences(answers: dict[str, Any], jour: date = JOUR) -> dict[str, str]:
    """Return the sentences of the deadlines by their rules, with plain spaces, what is wrong at their end."""
    found = state(answers, jour).echeances
    return {one.regle: f"{one.phrase} {one.alerte}".replace("\u00a0", " ").strip() for one in found}


@pytest.mark.parametrize("case", example("parcours"), ids=lambda case: case["situation"])
def test_a_domain_is_proposed_as_the_example_says(case: dict[str, Any]) -> None:
    """Situation → proposal for each domain, and what the plan follows."""
    found = {one.code: one for one in state(case["reponses"]).propositions}
    assert (found["D1"].proposee, found["D2"].proposee) == (case["D1"], case["D2"])
    assert found["D1"].retenue == case.get("retenu", case["D1"])


def test_an_override_without_a_reason_is_told() -> None:
    """The interviewer decides; the file says what is still to write, and where dit and vu differ."""
    answers = {"u1-c1-dit": "acquis", "u1-c1-vu": "en_partie", "d1-decision": "evaluation_directe"}
    first = state(answers).propositions[0]
    assert first.avis.endswith("Il reste à écrire pourquoi.")
    assert first.ecarts == first.a_former
    assert not state({**answers, "d1-raison": "Vu hier."}).propositions[0].avis.endswith("pourquoi.")


def test_the_rule_is_said_to_be_ours_and_uses_no_threshold() -> None:
    """Shown with every state: ours, no exam, the interviewer decides; no percentage."""
    answer = ask("etat", valeurs={}, jour="2026-04-01")["resultat"]
    assert answer["regle"].startswith("Règle proposée par Repère")
    assert "ni un examen ni une évaluation" in answer["avertissement"]
    assert "%" not in json.dumps(answer, ensure_ascii=False)


def test_the_plan_trains_first_counts_hours_and_obeys_a_rank() -> None:
    """Modules of a unit prepare for its domain; hours from–to, unknown as soon as one module has none."""
    answers = {
        **{f"u{unit}-vu": "acquis" for unit in ("1-c1", "1-c2", "2-c1", "2-c2", "2-c3", "2-c4")},
        "u3-c1-vu": "a_acquerir",
        "modules/a/intitule": "Vendre",
        "modules/a/composante": "U3",
        "modules/a/heures_min": "14",
        "modules/a/heures_max": "21",
    }
    plan = state(answers).parcours
    assert [(etape.code, etape.orientation) for etape in plan.etapes] == [
        ("D2", "formation"),
        ("D1", "evaluation_directe"),
    ]
    assert plan.etapes[0].phrase.replace("\u00a0", " ") == "D2 : formation, de 14 à 21 heures."
    assert plan.heures
    assert [etape.code for etape in state({**answers, "d1-rang": "1"}).parcours.etapes] == ["D1", "D2"]
    unknown = {**answers, "modules/b/intitule": "Écouter", "modules/b/composante": "D2"}
    assert state(unknown).parcours.heures is None


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
    assert sentences(answers)["R-PRATIQUE-6MOIS"].endswith(
        "6 mois depuis le 31 janvier 2026, atteints le 31 juillet 2026. Les évaluations sont prévues avant ce jour."
    )


def test_a_vae_counts_from_what_the_organisation_receives() -> None:
    """At most a month after the file is received."""
    answers = {"voies": ["vae"], "r-vae-convocation-jour": "2026-06-08"}
    assert "au plus tard le 8 juillet 2026" in sentences(answers)["R-VAE-CONVOCATION"]


def test_the_text_says_who_wrote_what_and_when() -> None:
    """Each answer with its author and its day, after the sentence that says what a livret is not."""
    livret = Livret({"projet": candidat("Vendre mieux"), "u1-c1-vu": tuteur("acquis")})
    lines = texte(published(), livret, JOUR).replace("\u00a0", " ").splitlines()
    assert lines[0].startswith("Livret de repérage des acquis : ")
    assert lines[1].startswith("Ce livret n’est ni un examen ni une évaluation")
    assert lines[lines.index("    (Ana Ruiz, le candidat, 23 novembre 2026)") - 1].endswith(": Vendre mieux")
    assert "    (Paul Le Goff, l’entreprise, 23 novembre 2026)" in lines


def ask(action: str, **corps: Any) -> Any:
    """Ask the bridge as the worker does, and read its answer."""
    return json.loads(bridge.handle(FORM, json.dumps({"action": action, "corps": corps})))


def test_the_bridge_opens_merges_pours_and_writes() -> None:
    """Every action of the page, on what the one before gave."""
    mine, theirs = Livret({"projet": candidat("Vendre")}), Livret({"projet": tuteur("Apprendre")})
    opened = ask("ouvrir", texte=saved(mine))["resultat"]
    assert opened["valeurs"] == to_json(mine)["valeurs"]
    here = {key: opened[key] for key in ("valeurs", "ecartees")}
    conflict = ask("fusionner", **here, texte=saved(theirs))["resultat"]
    assert (conflict["livret"], [one["place"] for one in conflict["conflits"]]) == (None, ["projet"])
    merged = ask("fusionner", **here, texte=saved(theirs), choix={"projet": "ici"})["resultat"]["livret"]
    assert [one["valeur"] for one in merged["ecartees"]] == ["Apprendre"]
    form = derive_form(load().certification(PUBLISHED))
    item = next(form.all_items()).code
    text = export(form, {item: {"note": "Chaque lundi."}})
    poured = ask("verser", **merged, texte=text, formulaire=forms_data.to_json(form))["resultat"]
    assert len(poured["verses"]) == 1
    assert "Chaque lundi." in ask("texte", valeurs=poured["valeurs"], jour="2026-04-01")["resultat"]["texte"]
    assert ask("ouvrir", texte="bonjour")["ok"] is False
