"""The same cases in CPython and in Pyodide under Node: every answer is the same, to the byte."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from forms import formulaire as forms_data
from forms import reponses
from forms.bridge import ACTIONS, handle
from tests.outils import CAS
from tests.outils_bundle import ask
from tests.outils_exemples import answers, form_of, situations


@cache
def form_text(slug: str) -> str:
    """Return the form of a certification as its page hands it over."""
    return json.dumps(forms_data.to_json(form_of(slug)), ensure_ascii=False)


def pair(slug: str, action: str, **corps: Any) -> dict[str, str]:
    """Return one request to the form of a certification."""
    requete = json.dumps({"action": action, "corps": corps}, ensure_ascii=False)
    return {"formulaire": form_text(slug), "requete": requete}


def examples() -> list[dict[str, str]]:
    """Ask every action about every worked example, each compared with the one before it."""
    pairs, before = [], {}
    for slug, example in situations():
        given = reponses.to_json(answers(form_of(slug), example["reponses"]))
        pairs += [
            pair(slug, "evaluer", reponses=given),
            pair(slug, "texte", reponses=given, nom="Été 😀", jour="2026-11-21"),
            pair(slug, "csv", reponses=given),
            pair(
                slug,
                "comparer",
                avant={"libelle": "Avant", "reponses": before.get(slug, {})},
                apres={"libelle": "Après", "reponses": given},
            ),
        ]
        before[slug] = given
    return pairs


def files() -> list[dict[str, str]]:
    """Ask to open every file of every released format."""
    texts = [path.read_text("utf-8") for path in sorted((CAS / "exports").glob("*/*.json"))]
    return [pair(json.loads(text)["certification"], "ouvrir", texte=text) for text in texts]


def test_pyodide_answers_as_cpython_does(python_folder: Path) -> None:
    """Worked examples and released files, through each action of the bridge: one text on both sides."""
    pairs = [*examples(), *files()]
    assert {json.loads(each["requete"])["action"] for each in pairs} == ACTIONS.keys()
    here = [handle(each["formulaire"], each["requete"]) for each in pairs]
    assert all(json.loads(reply)["ok"] for reply in here)
    assert ask(python_folder, pairs)["replies"] == here
