"""The Python that the trials play is held to the real one: action by action, its answers have the same shape."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from forms.auto_positionnement import formulaire
from forms.livret_de_reperage.actions import ACTIONS
from forms.plusieurs_mains.ecrits import Copie, to_json
from referentials.check.schemas import validator
from tests import outils_formulaires
from tests.forms.livret_de_reperage.outils_livret import candidat, published, saved, tuteur
from tests.forms.test_modules_du_navigateur import run

PLAYED = (Path(__file__).parent / "faux_python.js").read_text("utf-8")
# The worker's own globals; it is asked what `values` holds.
ASKED = f"""
  let said;
  globalThis.postMessage = (message) => {{ said = message; }};
  globalThis.BroadcastChannel = class {{}};
  globalThis.onmessage = null;
  {PLAYED}
  free = true;
  onmessage({{ data: {{ type: "demande", id: 1, action: values[0], requete: JSON.stringify({{ corps: values[1] }}) }} }});
  console.log(JSON.stringify(JSON.parse(said.reponse).resultat));
"""
ICI = Copie({"candidat-nom": candidat("Ana"), "projet": candidat("Vendre"), "u2-c1-exemple": candidat("ici")})
AUTRE = Copie({"candidat-nom": candidat("Ana"), "projet": tuteur("Apprendre"), "u1-c2-exemple": candidat("là")})
CASES: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "état": ("etat", {"jour": "2026-11-29"}),
    "ouverture": ("ouvrir", {"texte": saved(AUTRE)}),
    "conflit": ("fusionner", {"texte": saved(AUTRE), "choix": {}}),
    "fusion": ("fusionner", {"texte": saved(AUTRE), "choix": {"projet": "autre"}}),
}


def alike(played: Any, real: Any) -> bool:
    """Return whether two answers are made of the same: the same keys, lists of the same, texts where there are texts."""
    if isinstance(played, dict) and isinstance(real, dict):
        return played.keys() == real.keys() and all(alike(played[key], real[key]) for key in played)
    if isinstance(played, list) and isinstance(real, list):
        # What is in a list that one of them leaves empty cannot be told.
        return not played or not real or alike(played[0], real[0])
    return played is None or real is None or type(played) is type(real)


def both(action: str, corps: Mapping[str, Any], mot: str = "") -> tuple[Any, Any]:
    """Return what the played Python and the real one answer; `mot`: what the played one finds in the file to pour."""
    asked = {**to_json(ICI), **corps}
    texte = json.dumps({"mot": mot}) if mot else asked.get("texte")
    return run(ASKED, action, {**asked, "texte": texte}), json.loads(json.dumps(ACTIONS[action](published(), asked)))


@pytest.mark.parametrize("case", CASES)
def test_what_is_played_is_made_as_the_real_answers_are(case: str) -> None:
    """Each key that the page may read is there: a merge comes to its end in the trials as it does on the page."""
    played, real = both(*CASES[case])
    assert alike(played, real), (played, real)
    assert bool(played.get("conflits")) == (case == "conflit")
    if case == "état":
        validator("etat-livret").validate(played)


def test_what_is_poured_is_made_as_the_real_answer_is() -> None:
    """The same, of an auto-positionnement: its places are not those of the trials."""
    form = outils_formulaires.published()
    text = outils_formulaires.export(form, {next(iter(form.all_items())).code: {"note": "Chaque lundi."}})
    played, real = both("verser", {"texte": text, "formulaire": formulaire.to_json(form)}, "mot")
    assert len(played["verses"]) == len(real["verses"]) == 1
    for one in (played, real):
        one["valeurs"] = [one["valeurs"][place] for place in one["verses"]]
    assert alike(played, real), (played, real)


def test_a_difference_of_shape_is_seen() -> None:
    """The measure itself: a key that lacks, one too many, a text for a list."""
    real = {"alertes": [{"place": "a"}], "jour": None}
    assert alike({"alertes": [], "jour": "b"}, real)
    for wrong in ({"jour": None}, {**real, "trop": 1}, {**real, "alertes": "a"}, {**real, "alertes": [{}]}):
        assert not alike(wrong, real)
