"""The checker on whole trees: what is valid passes in silence, what is faulty gets its code and its exact words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from referentials.check.finding import Finding
from referentials.check.rules import RULES
from referentials.check.run import run
from referentials.load import load
from referentials.read import ROOT
from tests.outils import ABSENT, BASE, CAS, MINIMALE, base_of, tree

CONFORMES = sorted(path for path in (CAS / "conformes").iterdir() if path.is_dir())
FAUTIFS = sorted(path for path in (CAS / "fautifs").iterdir() if path.is_dir())
SCHEMA_CODES = {"SCH000", "SCH001", "REF007"}  # no module of rules: a fault of these leaves no model to read


def text(findings: list[Finding]) -> str:
    """Return findings as the command prints them."""
    return "".join(f"{finding.as_text()}\n" for finding in findings)


@pytest.mark.parametrize("case", CONFORMES, ids=lambda case: case.name)
def test_a_valid_case_has_no_finding(case: Path, tmp_path: Path) -> None:
    """Each folder of conformes/ is a tree that the checker accepts, and that loads."""
    root = tree(case, tmp_path)
    assert text(run(root)) == ""
    assert load(root).certifications


@pytest.mark.parametrize("case", FAUTIFS, ids=lambda case: case.name)
def test_a_faulty_case_gives_its_code_and_exactly_the_words_expected(case: Path, tmp_path: Path) -> None:
    """fautifs/REF003-epreuve-vers-une-regle-absente/ must raise REF003, in the words of attendu.txt, and nothing else."""
    found = run(tree(case, tmp_path))
    assert case.name.partition("-")[0] in {finding.code for finding in found}
    assert text(found) == (case / "attendu.txt").read_bytes().decode()


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    """Return the whole tree of each conforming case."""
    return {case: tree(case, tmp_path_factory.mktemp(case.name)) for case in CONFORMES}


def repeated(case: Path, held: Path) -> list[Path]:
    """Return the files of a case that are byte for byte at the same place of a folder."""
    files = [path.relative_to(case) for path in case.rglob("*.json")]
    return [
        path for path in files if (held / path).is_file() and (held / path).read_bytes() == (case / path).read_bytes()
    ]


@pytest.mark.parametrize("case", [*CONFORMES, *FAUTIFS], ids=lambda case: case.name)
def test_a_case_holds_only_what_differs(case: Path, laid: dict[Path, Path]) -> None:
    """No file of a case repeats the tree that it starts from: what the case proves is what one reads in it."""
    base = base_of(case)
    assert (base is None) == (case == MINIMALE)
    if base:
        assert repeated(case, laid[base]) == []
        for path in case.rglob(f"*{ABSENT}"):
            assert (laid[base] / path.relative_to(case)).with_name(path.name.removesuffix(ABSENT)).is_file(), path
    # Said only where it is another than the minimal tree.
    assert (case / BASE).is_file() == (base not in {None, MINIMALE})


@pytest.mark.parametrize("case", [*CONFORMES, *FAUTIFS], ids=lambda case: case.name)
def test_a_case_that_holds_a_whole_conforming_case_starts_from_it(case: Path) -> None:
    """A tree of two certifications is written once: who needs it again names it in base.txt."""
    files = {other: {path.relative_to(other) for path in other.rglob("*.json")} for other in CONFORMES}
    copied = [
        other.name
        for other in CONFORMES
        if other not in {case, MINIMALE}
        and base_of(other) == base_of(case)
        and {*repeated(case, other)} == files[other]
    ]
    assert copied == []


def test_every_code_has_a_faulty_case() -> None:
    """A rule cannot be added without a case that proves it."""
    codes = {match[1] for rule in RULES if (match := re.match(r"([A-Z]{3}\d{3}): ", rule.__doc__ or ""))}
    assert len(codes) == len(RULES)
    assert {case.name.partition("-")[0] for case in FAUTIFS} == codes | SCHEMA_CODES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_is_documented_under_its_own_code(rule: object) -> None:
    """The docstring of a rule starts with the code that its findings carry."""
    assert (rule.__doc__ or "").startswith(f"{getattr(rule, 'CODE', '')}: ")


def test_all_faults_come_in_one_run() -> None:
    """One person corrects several files at once: at least one case holds faults in several files."""
    expected = (CAS / "fautifs" / "SCH001-plusieurs-defauts-en-une-fois" / "attendu.txt").read_text("utf-8")
    assert len({line.split()[0] for line in expected.splitlines() if not line.startswith(" ")}) > 1


def test_the_published_data_have_no_finding() -> None:
    """What Repère publishes follows its own schemas and rules."""
    assert text(run(ROOT)) == ""


def test_the_published_collection_is_not_empty() -> None:
    """A checker that reads nothing finds nothing: there are certifications, documents, scales, and items to answer.

    Of a fiche that nobody has read again, the competences may be a paragraph, which is not taken over.
    """
    collection = load()
    assert collection.certifications
    assert collection.documents
    assert collection.echelles
    relues = [one for one in collection.certifications if not one.identite.importee]
    assert relues
    for certification in relues:
        assert any(competence.intitule for competence in certification.all_competences())


def test_components_are_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    """D10 comes after D9, not after D1."""
    (certification,) = load(tree(CAS / "conformes" / "dix-domaines", tmp_path)).certifications
    assert [composante.code for composante in certification.composantes] == ["D1", "D2", "D3", "D9", "D10"]
