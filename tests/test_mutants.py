"""The list of mutants of the browser's scripts (bench/mutants/navigateur.json) is true: each can be made, and tried."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.conftest import ROOT

MUTANTS: list[dict[str, Any]] = json.loads((ROOT / "bench" / "mutants" / "navigateur.json").read_text("utf-8"))


def test_each_mutant_changes_one_place_and_names_its_test() -> None:
    """Its text stands once in its file, what takes its place is another, and the test that must see it exists."""
    faults = []
    for mutant in MUTANTS:
        path, _, name = mutant["test"].partition("::")
        source = (ROOT / path).read_text("utf-8")
        once = (ROOT / mutant["fichier"]).read_text("utf-8").count(mutant["texte"]) == 1
        known = not name or re.search(rf"^def {name}\(", source, re.MULTILINE)
        if not (once and known and mutant["texte"] != mutant["remplacement"]):
            faults.append(mutant)
    assert faults == []
    assert len(MUTANTS) >= 40
    assert len({(one["fichier"], one["texte"], one["remplacement"]) for one in MUTANTS}) == len(MUTANTS)
