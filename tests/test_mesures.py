"""What the scripts of bench/ take from our code is there: nobody runs them at each change."""

from __future__ import annotations

import ast
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from referentials.check.run import run
from referentials.load import load

ROOT = Path(__file__).parents[1]
OURS = {"forms", "macros", "referentials", "tests"}


@pytest.mark.parametrize("path", sorted((ROOT / "bench").rglob("*.py")), ids=lambda path: path.stem)
def test_a_script_imports_what_exists(path: Path) -> None:
    """Each name that it takes from one of our modules is in that module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in OURS:
            module = import_module(str(node.module))
            for alias in node.names:
                assert hasattr(module, alias.name) or find_spec(f"{node.module}.{alias.name}"), alias.name


def test_the_trees_whose_growth_is_measured_have_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of a certification that the check refuses would stop the measure: nobody would see it until the next one."""
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    croissance = import_module("croissance")
    count = len(load().certifications)
    assert run(croissance.tree(tmp_path / "donnees", count + 2)) == []
    assert len(load(tmp_path / "donnees").certifications) == count + 2
