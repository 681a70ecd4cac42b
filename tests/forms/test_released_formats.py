"""Every format ever released opens today, and what each file held is all there: tests/cas/exports/<format>/."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.genre import GENRE as AUTO_POSITIONNEMENT
from forms.auto_positionnement.ouverture import Ouverture, open_export
from forms.auto_positionnement.reponses import Reponse
from forms.socle.fichier import parse
from referentials.check.schemas import validator
from referentials.load import Collection, load
from tests.outils import CAS

EXPORTS = CAS / "exports"
FILES = sorted(EXPORTS.glob("*/*.json"))
# How many certifications were published when the first format was released; one that is added since has no old file.
FIRST = 5
NAMES = [path.relative_to(EXPORTS).as_posix() for path in FILES]


@cache
def collection() -> Collection:
    """Return the published data."""
    return load()


def opened(path: Path) -> tuple[Formulaire, Ouverture]:
    """Open a file with the form of its own certification, as published today."""
    text = path.read_text("utf-8")
    form = derive(collection().certification(parse(text, AUTO_POSITIONNEMENT)["certification"]))
    return form, open_export(text, form)


def held(path: Path) -> list[tuple[str, dict[str, Any]]]:
    """Return every answer of a file, as it is written there."""
    donnees = json.loads(path.read_text("utf-8"))
    return [(code, entry) for key in ("reponses", "reponses_ecartees") for code, entry in donnees.get(key, {}).items()]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_released_file_opens_and_nothing_of_it_is_lost(path: Path) -> None:
    """Each value and each note is under its code, or under the code that took its place, or kept aside."""
    form, ouverture = opened(path)
    for code, entry in held(path):
        there = ouverture.reponses.get(form.remplacements.get(code, code)) or ouverture.ecartees[code]
        assert (there.valeur, there.note) == (entry.get("valeur"), entry.get("note", "")), code
        if code in ouverture.ecartees:
            assert ouverture.ecartees[code].enonce == entry.get("enonce", "")
    assert len(held(path)) == len(ouverture.reponses) + len(ouverture.ecartees)
    donnees = json.loads(path.read_text("utf-8"))
    tour = {**donnees.get("premier_tour", {}), **donnees.get("premier_tour_ecarte", {})}
    found = {**ouverture.premier_tour, **ouverture.premier_tour_ecarte}
    assert {code: reponse.valeur for code, reponse in found.items()} == {code: r["valeur"] for code, r in tour.items()}
    assert ouverture.voie_souhaitee == donnees.get("voie_souhaitee")
    assert ouverture.exporte_le in path.read_text("utf-8")


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_released_file_follows_its_own_schema(path: Path) -> None:
    """The schema of an old format still describes the files of that format; its newest form follows the newest one."""
    donnees = json.loads(path.read_text("utf-8"))
    version = donnees["version"]
    assert path.parent.name == str(version)
    suffix = "" if version == AUTO_POSITIONNEMENT.version else f"-{version}"
    validator(f"export-auto-positionnement{suffix}").validate(donnees)
    validator("export-auto-positionnement").validate(parse(path.read_text("utf-8"), AUTO_POSITIONNEMENT))


def test_every_format_is_kept_for_every_certification_of_its_time() -> None:
    """One file at least for each format, of each certification that was published when the first was released."""
    kept = {(path.parent.name, parse(path.read_text("utf-8"), AUTO_POSITIONNEMENT)["certification"]) for path in FILES}
    then = {slug for version, slug in kept if version == "1"}
    assert len(then) >= FIRST
    assert then <= {certification.slug for certification in collection().certifications}
    assert kept >= {(str(version), slug) for version in range(1, AUTO_POSITIONNEMENT.version + 1) for slug in then}


def test_no_released_file_was_edited() -> None:
    """Each file has the digest that it had the day it was added."""
    lines = (EXPORTS / "empreintes.txt").read_text("utf-8").splitlines()
    noted = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert noted == {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in zip(NAMES, FILES, strict=True)
    }


def test_the_files_hold_what_is_hard_to_keep() -> None:
    """Notes outside the basic plane, from right to left, decomposed, with a zero; remarks alone; answers set aside."""
    text = "".join(path.read_text("utf-8") for path in FILES)
    assert all(mark in text for mark in ("😀", "\u202e", "e\u0301", "\\u0000", "=SOMME", "\u2028"))
    ouvertures = [opened(path)[1] for path in FILES]
    assert any(Reponse(None, note=r.note) == r for ouverture in ouvertures for r in ouverture.reponses.values())
    assert any(ouverture.ecartees for ouverture in ouvertures)
    assert any(not ouverture.reponses for ouverture in ouvertures)
