"""What an editor says while one types: asked of the language server of VS Code, with the settings of the repository."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from macros.api import data, editor
from referentials.check.schemas import SCHEMAS, validator
from referentials.load import load
from tests.outils import FOLDER, MINIMALE
from tests.outils_api import EDITION

TOP = Path(__file__).parents[2]
SETTINGS = json.loads((TOP / ".vscode" / "settings.json").read_text("utf-8"))
CURSOR = "¤"
Answer = dict[str, Any]


@cache
def schemas() -> dict[str, str]:
    """Return the schemas that the editor reads, by name."""
    return data.schema_texts(load(), EDITION)


def ask(*questions: tuple[str, str]) -> list[Answer]:
    """Return what the editor says at the cursor of each text, for the file at each path below referentials/."""
    told = []
    for path, text in questions:
        before, _, after = text.partition(CURSOR)
        lines = before.split("\n")
        place = {"path": f"/depot/referentials/{path}", "text": before + after}
        told.append({**place, "line": len(lines) - 1, "character": len(lines[-1])})
    asked = {
        "schemas": [{"uri": f"file:///depot/docs/schemas/{name}", "content": text} for name, text in schemas().items()],
        "associations": [
            {"uri": f"file:///depot/{entry['url'].removeprefix('./')}", "fileMatch": entry["fileMatch"]}
            for entry in SETTINGS["json.schemas"]
        ],
        "questions": told,
    }
    command = ["node", str(TOP / "tests" / "editeur.mjs")]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, encoding="utf-8", check=True, cwd=TOP)
    found: list[Answer] = json.loads(done.stdout)
    return found


CERTIFICATION = "certifications/essai/certification.json"
# Where one hovers: the file, the text, what is read there.
SURVOLS = [
    (CERTIFICATION, '{ "ver¤sion": "1.0.0" }', "→ Écrivez trois nombres séparés par des points"),
    (CERTIFICATION, '{ "numero_fiche": { "va¤leur": "RNCP1" } }', "→ Recopiez le numéro en tête de la fiche"),
    (CERTIFICATION, '{ "rome": [{ "co¤de": "D1401" }] }', "→ Écrivez une lettre de A à N et quatre chiffres"),
    (CERTIFICATION, '{ "voies_acces": [{ "voie": "v¤ae" }] }', "Validation des acquis de l’expérience"),
    ("certifications/essai/regles.json", '[{ "force": "dr¤oit" }]', "Droit"),
    ("certifications/essai/codes.json", '{ "publies": [{ "ver¤sion": "1.0.0" }] }', "Version"),
]
# Where one asks for a completion: the file, the text, a proposal, what it writes, what it says.
PROPOSITIONS = [
    (CERTIFICATION, "{ ¤ }", "certificateurs", "", ""),
    (CERTIFICATION, '{ "voies_acces": [{ "voie": ¤ }] }', '"vae"', '"vae"', "Validation des acquis de l’expérience"),
    (CERTIFICATION, '{ "certificateurs": [¤] }', "certificateurs : l’essentiel", '"nom": "${1', ""),
    (CERTIFICATION, '{ "rome": [{ "code": ¤ }] }', '"D1402"', '"D1402"', ""),
    ("certifications/essai/regles.json", '[{ "force": ¤ }]', '"droit"', '"droit"', "Droit"),
    ("echelles/essai.json", '{ "valeurs": [{ "effet": ¤ }] }', '"positif"', '"positif"', "réponse positive"),
]


def test_hovering_says_what_a_key_is_and_how_to_write_it() -> None:
    """At six places of three files: the description, and the remedy that the checker gives."""
    answers = ask(*((path, text) for path, text, _ in SURVOLS))
    for (path, text, words), answer in zip(SURVOLS, answers, strict=True):
        assert words in answer["survols"], (path, text, answer["survols"])


def test_completing_proposes_choices_in_words_and_what_to_begin_with() -> None:
    """A key, a choice with its words, an object with all that it must have, values that the data already have."""
    answers = ask(*((path, text) for path, text, *_ in PROPOSITIONS))
    for (path, text, label, writes, says), answer in zip(PROPOSITIONS, answers, strict=True):
        found = [one for one in answer["propositions"] if one["label"] == label]
        assert found, (path, text, [one["label"] for one in answer["propositions"]])
        assert any(writes in one["texte"] and says in one["aide"] for one in found), found


def test_the_editor_finds_the_faults_that_the_checker_finds() -> None:
    """A whole file has none; a level that is a number has one: what helps does not validate less."""
    place = f"{FOLDER}/certification.json"
    text = (MINIMALE / place).read_text("utf-8")
    right, wrong = ask((place, text), (place, text.replace('"version": "', '"version": "x', 1)))
    assert right["fautes"] == []
    assert len(wrong["fautes"]) == 1


@pytest.mark.parametrize("name", sorted(path.name for path in SCHEMAS.glob("*.json")))
def test_what_helps_is_right(name: str) -> None:
    """As many words as choices; an example is accepted where it is proposed; nothing else of the schema is touched."""

    def walk(node: Any) -> None:
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if "enumDescriptions" in node:
                assert len(node["enumDescriptions"]) == len(node["enum"])
                assert all(isinstance(words, str) and words for words in node["enumDescriptions"])
            if "examples" in node and isinstance(node["examples"], list):
                whole = {key: value for key, value in node.items() if key not in editor.ADDED}
                if not str(whole.get("$ref", "")).startswith("#"):
                    assert all(validator("commun").evolve(schema=whole).is_valid(one) for one in node["examples"])
            for one in node.values():
                walk(one)

    walk(json.loads(schemas()[name]))


def test_the_words_of_help_are_those_of_the_schemas() -> None:
    """Each remedy that a schema has is read by the editor, at the key itself or at what it refers to."""
    for path in SCHEMAS.glob("*.json"):
        written = path.read_text("utf-8")
        for help_ in {one for one in _helps(json.loads(written)) if one}:
            assert f"→ {help_}" in _read(json.loads(schemas()[path.name])), (path.name, help_)


def _read(node: Any) -> str:
    """Return all that the editor reads in a schema."""
    if isinstance(node, list):
        return "".join(map(_read, node))
    if not isinstance(node, dict):
        return ""
    own = node.get("markdownDescription", "")
    return (own if isinstance(own, str) else "") + "".join(map(_read, node.values()))


def _helps(node: Any) -> list[str]:
    if isinstance(node, list):
        return [found for one in node for found in _helps(one)]
    if not isinstance(node, dict):
        return []
    own = [node["x-aide"]] if isinstance(node.get("x-aide"), str) else []
    return own + [found for one in node.values() for found in _helps(one)]
