"""Every format of a livret ever released opens today: tests/cas/exports/livret-de-reperage/<format>/."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from forms.livret_de_reperage.commandes import ouvrir
from forms.livret_de_reperage.derivation import derive
from forms.livret_de_reperage.genre import GENRE as LIVRET
from forms.plusieurs_mains.ecrits import SANS_PLACE, STRONGEST, from_json
from forms.socle.fichier import parse
from referentials.check.schemas import validator
from referentials.load import load
from tests.outils import CAS

EXPORTS = CAS / "exports" / LIVRET.format.removeprefix("repere/")
FILES = sorted(EXPORTS.glob("*/*.json"))
NAMES = [path.relative_to(EXPORTS).as_posix() for path in FILES]
# How many certifications had a livret when its first format was released; one that is added since has no old file.
FIRST = 4
FORMS = {certification.slug: form for certification in load().certifications if (form := derive(certification))}


def content(path: Path) -> Any:
    """Return what a file says."""
    return json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_released_file_opens_and_nothing_of_it_is_lost(path: Path) -> None:
    """Each writing, with its author and its hour, is at its place, or kept aside at the same one."""
    donnees = content(path)
    version = donnees["version"]
    assert path.parent.name == str(version)
    suffix = "" if version == LIVRET.version else f"-{version}"
    validator(f"export-livret-de-reperage{suffix}").validate(donnees)
    validator("export-livret-de-reperage").validate(parse(path.read_text("utf-8"), LIVRET))
    written = from_json(donnees)
    opened = ouvrir(path.read_text("utf-8"), FORMS[donnees["certification"]]).copie
    aside = {(one.place, one.ecrit) for one in opened.ecartees if one.raison == SANS_PLACE}
    assert {*written.ecrits.items()} <= {*opened.ecrits.items()} | aside
    assert {(one.place, one.ecrit) for one in written.ecartees} <= {(one.place, one.ecrit) for one in opened.ecartees}


def test_every_format_is_kept_for_every_certification_that_had_a_livret() -> None:
    """One file at least for each that was published when the format was released, and one in which nothing is written."""
    kept = {(path.parent.name, content(path)["certification"]) for path in FILES}
    then = {slug for version, slug in kept if version == "1"}
    assert len(then) >= FIRST
    assert kept >= {(str(version), slug) for version in range(1, LIVRET.version + 1) for slug in then}
    assert any(not content(path)["valeurs"] for path in FILES)


def test_no_released_file_was_edited() -> None:
    """Each file has the digest that it had the day it was added."""
    lines = (EXPORTS / "empreintes.txt").read_text("utf-8").splitlines()
    noted = {name: digest for digest, name in (line.split("  ") for line in lines)}
    found = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in zip(NAMES, FILES, strict=True)}
    assert noted == found


def test_the_files_hold_what_is_hard_to_keep() -> None:
    """Texts of every kind, every role and none, every shape of answer, each reason for keeping aside."""
    text = "".join(path.read_text("utf-8") for path in FILES)
    assert all(mark in text for mark in ("😀", "\u202e", "e\u0301", "\\u0000", "=SOMME", "\u2028", "-04:00", "+11:00"))
    writings = [one for path in FILES for one in content(path)["valeurs"].values()]
    assert {one["par"]["role"] for one in writings} == {"candidat", "entreprise", "organisme", ""}
    assert {type(one["valeur"]) for one in writings} == {str, int, bool, list}
    reasons = {one["raison"] for path in FILES for one in content(path).get("ecartees", ())}
    assert reasons == {*STRONGEST}
