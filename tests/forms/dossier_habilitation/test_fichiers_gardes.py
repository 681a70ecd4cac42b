"""Every file of a dossier that a released page saved opens today, and all that it held is there: tests/cas/exports."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from forms.dossier_habilitation.conformite import evaluate
from forms.dossier_habilitation.genre import GENRE as DOSSIER
from forms.questionnaire.modele import Liste
from forms.questionnaire.ouverture import open_file
from referentials.check.schemas import validator
from tests.forms.questionnaire.outils_questionnaire import published
from tests.outils import CAS

FOLDER = CAS / "exports" / "dossier-habilitation"
FILES = sorted((FOLDER / str(DOSSIER.version)).glob("*.json"))


def cells(value: Any) -> list[str]:
    """Return every answer of a value: a field, or the cells of the rows of a list."""
    rows = value if isinstance(value, list) else [value]
    return [json.dumps(c) for row in rows for c in (row.values() if isinstance(row, dict) else [row])]


def moved() -> dict[str, str]:
    """Return the codes that the form no longer has, each with the list whose rows answer now."""
    lists = (element for element in published().racines() if isinstance(element, Liste))
    return {old: liste.code for liste in lists for champ in liste.champs for old in champ.anciens}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_released_file_opens_and_nothing_of_it_is_lost(path: Path) -> None:
    """It follows its schema; each answer has its place, or is set aside; and the whole can be judged."""
    donnees = json.loads(path.read_text("utf-8"))
    validator("export-dossier-habilitation").validate(donnees)
    opened = open_file(path.read_text("utf-8"), published(), DOSSIER)
    for key in ("valeurs", "valeurs_ecartees"):
        for code, value in donnees.get(key, {}).items():
            here = moved().get(code, code)
            there = cells(opened.valeurs.get(here, [])) + cells(opened.valeurs_ecartees.get(code, []))
            assert set(cells(value)) <= set(there), code
    assert opened.nom == donnees.get("nom", "")
    assert evaluate(published(), opened.valeurs, date(2026, 11, 23)).exigences


def test_no_released_file_was_edited() -> None:
    """Each file has the digest that it had the day it was added."""
    lines = (FOLDER / "empreintes.txt").read_text("utf-8").splitlines()
    noted = {name: digest for digest, name in (line.split("  ") for line in lines)}
    found = {
        p.relative_to(FOLDER).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in FOLDER.rglob("*.json")
    }
    assert noted == found
