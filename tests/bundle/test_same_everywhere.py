"""The same cases in CPython and in Pyodide under Node: every answer is the same, to the byte."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from forms.auto_positionnement import formulaire as forms_data
from forms.auto_positionnement import reponses
from forms.auto_positionnement.actions import ACTIONS
from forms.auto_positionnement.genre import GENRE
from forms.bridge import handle
from forms.livret_de_reperage.derivation import derive
from forms.questionnaire import echange
from referentials.load import load
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
            pair(slug, "csv", reponses=given, jour="2026-11-21"),
            pair(slug, "xlsx", reponses=given, jour="2026-11-21"),
            pair(
                slug,
                "comparer",
                avant={"libelle": "Avant", "reponses": before.get(slug, {})},
                apres={"libelle": "Après", "reponses": given},
            ),
        ]
        before[slug] = given
    return pairs


def moves() -> list[dict[str, str]]:
    """Ask for the adviser's sheet and for what answers are worth elsewhere, as the kind's own examples do."""
    asked = {"conseiller", "transposer", "passerelles"}
    return [
        {"formulaire": form_text(one.slug), "requete": json.dumps(request, ensure_ascii=False)}
        for one in load().certifications
        for request in GENRE.exemples(one)
        if request["action"] in asked
    ]


def files() -> list[dict[str, str]]:
    """Ask to open every file of every released format."""
    texts = [path.read_text("utf-8") for path in sorted((CAS / "exports").glob("*/*.json"))]
    return [pair(json.loads(text)["certification"], "ouvrir", texte=text) for text in texts]


def test_pyodide_answers_as_cpython_does(python_folder: Path) -> None:
    """Worked examples and released files, through each action of the bridge: one text on both sides."""
    pairs = [*examples(), *files(), *moves()]
    assert {json.loads(each["requete"])["action"] for each in pairs} == ACTIONS.keys()
    here = [handle(each["formulaire"], each["requete"]) for each in pairs]
    # What moves is refused too, in words that are the same.
    assert all(json.loads(reply)["ok"] for reply in here[: -len(moves())])
    assert ask(python_folder, pairs)["replies"] == here


def test_an_agreement_has_the_same_digest_everywhere(python_folder: Path) -> None:
    """Released livrets: what each agreement is worth, and what it would be bound to now, in the page as on the command line."""
    pairs = []
    for path in sorted((CAS / "exports" / "livret-de-reperage").glob("2/*.json")):
        donnees = json.loads(path.read_text("utf-8"))
        form = derive(load().certification(donnees["certification"]))
        assert form
        corps = {"valeurs": donnees["valeurs"], "ecartees": donnees.get("ecartees", []), "jour": "2026-11-29"}
        asked = ({"action": "etat", "corps": corps}, {"action": "accorder", "corps": {**corps, "ligne": "a1"}})
        text = json.dumps(echange.to_json(form), ensure_ascii=False)
        pairs += [{"formulaire": text, "requete": json.dumps(one, ensure_ascii=False)} for one in asked]
    here = [handle(each["formulaire"], each["requete"]) for each in pairs]
    assert sum("conforme" in reply for reply in here) > 1
    assert ask(python_folder, pairs)["replies"] == here
