"""One cause, one finding: what was renamed, moved or taken away in the published data is told once, not at each place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from referentials.check import run as checker
from referentials.check import schemas
from referentials.check.finding import Finding
from referentials.check.run import run
from referentials.read import ROOT, Fichier
from tests.outils import PUBLISHED, edit

FOLDER = Path("certifications") / PUBLISHED
DOCUMENT = "cahier-des-charges-vendeur-conseil-a-distance"


@pytest.fixture(autouse=True, scope="module")
def once() -> Iterator[None]:
    """Look once at each file by itself: nearly all are the same from one test to the next, and that is most of the time."""
    every: dict[tuple[object, ...], list[Finding]] = {}
    follow, rules = schemas.findings, checker.FILE_RULES

    def findings(chemin: str, schema: str, donnees: Any) -> Iterator[Finding]:
        key = (chemin, schema, json.dumps(donnees))
        if key not in every:
            every[key] = [*follow(chemin, schema, donnees)]
        return iter(every[key])

    class Rules:
        @staticmethod
        def check(fichier: Fichier) -> list[Finding]:
            key = (fichier.chemin, fichier.texte)
            if key not in every:
                every[key] = [finding for rule in rules for finding in rule.check(fichier)]
            return every[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schemas, "findings", findings)
        patch.setattr(checker, "FILE_RULES", (Rules,))
        yield


def document(root: Path) -> None:
    """Rename a document that every page cites."""
    path = root / "documents" / f"{DOCUMENT}.json"
    path.rename(path.with_name("cahier-des-charges.json"))


def document_gone(root: Path) -> None:
    """Take it away."""
    (root / "documents" / f"{DOCUMENT}.json").unlink()


def component(root: Path) -> None:
    """Rename a component, file and code."""
    path = root / FOLDER / "composantes" / "D1.json"
    edit(path, lambda found: found.update(code="D9"))
    path.rename(path.with_name("D9.json"))


def component_file(root: Path) -> None:
    """Rename its file alone."""
    path = root / FOLDER / "composantes" / "D1.json"
    path.rename(path.with_name("D9.json"))


def component_gone(root: Path) -> None:
    """Take the file away, and with it tens of published codes."""
    (root / FOLDER / "composantes" / "D1.json").unlink()


def component_outside(root: Path) -> None:
    """Put it beside its folder."""
    path = root / FOLDER / "composantes" / "D1.json"
    path.rename(root / FOLDER / "D1.json")


def folder(root: Path) -> None:
    """Rename the folder that other certifications cite."""
    (root / FOLDER).rename(root / "certifications" / "cqp-vendeur")


def folder_accented(root: Path) -> None:
    """Give it an accent and a capital, and write its name so wherever it is cited, files named after it included."""
    bad = PUBLISHED.replace("cqp", "CQP").replace("distance", "distancé")
    (root / FOLDER).rename(root / "certifications" / bad)
    for path in [*root.rglob("*.json")]:
        path.write_text(path.read_text("utf-8").replace(f'"{PUBLISHED}"', f'"{bad}"'), "utf-8")
        if PUBLISHED in path.name and f"{PUBLISHED}-2018" not in path.name.split("--"):
            path.rename(path.with_name(path.name.replace(PUBLISHED, bad)))


def folder_too_high(root: Path) -> None:
    """Put the folder beside certifications/."""
    (root / FOLDER).rename(root / PUBLISHED)


def files_too_high(root: Path) -> None:
    """Empty the folder into certifications/."""
    for path in (root / FOLDER).iterdir():
        path.rename(root / "certifications" / path.name)
    (root / FOLDER).rmdir()


def folder_too_low(root: Path) -> None:
    """Put the folder into another of its name."""
    (root / FOLDER).rename(root / "a-part")
    (root / FOLDER).mkdir()
    (root / "a-part").rename(root / FOLDER / PUBLISHED)


def rule(root: Path) -> None:
    """Give a published rule another code."""
    edit(root / FOLDER / "regles.json", lambda rules: rules[0].update(code="R-AUTRE"))


# What is done → code of the one finding, and what its place or its remedy names.
CHANGES: dict[Callable[[Path], None], tuple[str, str]] = {
    document: ("REF001", f"renommez ce fichier en {DOCUMENT}.json"),
    document_gone: ("REF001", f"créez documents/{DOCUMENT}.json"),
    component: ("REF014", "rendez-lui le code « D1 »"),
    component_file: ("REF002", "renommez le fichier en D1.json"),
    component_gone: ("REF014", "remettez composantes/D1.json"),
    component_outside: ("SCH000", f"déplacez-le en {FOLDER.as_posix()}/composantes/D1.json"),
    folder: ("REF003", "citez l’une de charge-de-clientele"),
    folder_accented: ("SCH000", f"renommez-le en « {PUBLISHED} »"),
    folder_too_high: ("SCH000", f"déplacez-le en {FOLDER.as_posix()}/"),
    files_too_high: ("SCH000", "mettez-les dans certifications/<slug>/"),
    folder_too_low: ("SCH000", f"déplacez-le en {FOLDER.as_posix()}/"),
    rule: ("REF014", "remplacé par « R-AUTRE »"),
}


def published(folder: Path) -> Path:
    """Copy the published data."""
    shutil.copytree(ROOT, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_one_cause_is_one_finding(change: Callable[[Path], None], tmp_path: Path) -> None:
    """Whatever the number of places that cite it, one finding says it, and what to do about the cause."""
    root = published(tmp_path)
    change(root)
    code, remedy = CHANGES[change]
    found = run(root)
    assert [finding.code for finding in found] == [code], found
    assert remedy in found[0].remede


def test_a_cause_comes_first_and_its_effects_wait(tmp_path: Path) -> None:
    """What is wrong elsewhere is still told in the same run, after it."""
    root = published(tmp_path)
    component_file(root)
    resume = root / "certifications" / "charge-de-clientele" / "certification.json"
    edit(resume, lambda found: found["resume"].update(valeur="Atteste que l'on sait vendre."))
    found = run(root)
    assert [finding.code for finding in found] == ["REF002", "REF011"]


def test_a_finding_says_the_same_to_machines_whatever_comes_of_it() -> None:
    """Its JSON has the five names that were published."""
    finding = Finding("a.json", "$", "REF001", "message", "remède", cause=True)
    assert [*finding.as_json()] == ["fichier", "endroit", "code", "message", "remede"]
