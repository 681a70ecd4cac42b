"""`python -m referentials publish`: each code that appears is noted once, and nothing noted is ever lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referentials import __main__ as command
from referentials.check.declared import codes
from referentials.check.rules.publies import PUBLISH
from referentials.check.run import run
from referentials.load import by_certification, load
from referentials.publication import key, noted
from tests.outils import FOLDER, MINIMALE, edit, tree

NAMES = st.sets(st.sampled_from([f"C{number}" for number in range(9)]))
VERSIONS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 12)), min_size=1, max_size=5)


def test_every_published_certification_has_its_codes_noted() -> None:
    """The data that the site serves keep their codes: each has its codes.json, whole, where it has any."""
    collection = load()
    dossiers = by_certification(collection.fichiers)
    for certification in collection.certifications:
        publies = certification.codes.publies if certification.codes else ()
        known = {code for paru in publies for code in paru.codes}
        assert codes(dossiers[certification.slug]) <= known, certification.slug


def test_publish_notes_each_code_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """First all the codes; then, once a criterion is added under a new version, that one alone."""
    root = tree(MINIMALE, tmp_path)
    place = root / FOLDER / "codes.json"
    assert command.main(["publish", str(root)]) == 0
    assert run(root) == []
    first = json.loads(place.read_text("utf-8"))
    (whole,) = first["publies"]

    def add(composante: dict[str, list[dict[str, list[dict[str, str]]]]]) -> None:
        criteres = composante["competences"][0]["criteres"]
        criteres.append({**criteres[0], "code": "D2-C1-E9", "enonce": "Range.", "enonce_candidat": "Je range."})

    edit(root / FOLDER / "composantes" / "D2.json", add)
    edit(root / FOLDER / "certification.json", lambda d: d.update(version="1.3.0"))
    assert [finding.code for finding in run(root)] == ["REF014"]
    capsys.readouterr()
    assert command.main(["publish", str(root)]) == 0
    assert capsys.readouterr().out == (
        "cqp-agent-de-ressourcerie : 1 code(s) noté(s)\npublications/journal.json : 1 certification(s) changée(s)\n"
    )
    assert json.loads(place.read_text("utf-8"))["publies"] == [whole, {"version": "1.3.0", "codes": ["D2-C1-E9"]}]
    assert run(root) == []


def test_publish_refuses_a_tree_at_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong may have a wrong code: nothing is noted before it is mended."""
    root = tree(MINIMALE, tmp_path)
    edit(root / FOLDER / "certification.json", lambda d: d.update(documents=["absent"]))
    assert command.main(["publish", str(root)]) == 1
    assert "corrigez" in capsys.readouterr().err
    assert not (root / FOLDER / "codes.json").exists()


def test_publish_notes_no_code_that_another_may_have_become(tmp_path: Path) -> None:
    """A code that vanished beside a new one was perhaps renamed: noted, the wrong one would stay for good.

    Said to be withdrawn for the new one, it is known, and the new one is noted.
    """
    root = tree(MINIMALE, tmp_path)
    assert command.main(["publish", str(root)]) == 0
    place = root / FOLDER / "codes.json"
    before = place.read_bytes()

    def rename(rules: list[dict[str, str]]) -> None:
        rules[-1].update(code="R-AUTRE")
        rules.append({**rules[-1], "code": "R-ENCORE", "enonce": "Le jury dit pourquoi."})

    gone = json.loads((root / FOLDER / "regles.json").read_text("utf-8"))[-1]["code"]
    edit(root / FOLDER / "regles.json", rename)
    assert command.main(["publish", str(root)]) == 1
    assert place.read_bytes() == before
    retire = {"code": gone, "version": "1.3.0", "remplace_par": "R-AUTRE", "raison": "Un meilleur nom."}
    edit(place, lambda found: found.update(retires=[retire]))
    assert [finding.remede for finding in run(root)] == [PUBLISH]
    assert command.main(["publish", str(root)]) == 0


@given(VERSIONS, st.lists(NAMES, min_size=5, max_size=5))
def test_nothing_noted_is_lost_nor_noted_twice(versions: list[tuple[int, int]], declared: list[set[str]]) -> None:
    """Whatever is declared at each version, in whatever order they come: all codes, each once, versions in order."""
    register, every = None, set[str]()
    for (major, minor), names in zip(versions, declared, strict=False):
        register, new = noted(register, names, f"{major}.{minor}.0")
        assert set(new) == names - every
        every |= names
    held = [code for paru in register["publies"] for code in paru["codes"]] if register else []
    assert sorted(held) == sorted(every)
    order = [key(paru["version"]) for paru in register["publies"]] if register else []
    assert order == sorted(set(order))
