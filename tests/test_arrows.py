"""Who may import whom: referentials knows no one, forms knows referentials, macros knows both; never the reverse."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {"referentials": set(), "forms": {"referentials"}, "macros": {"referentials", "forms"}}
# What of forms stays on this side, by the name of its module or folder: the command line, what derives and shows a form.
NOT_IN_THE_BROWSER = {"__main__", "commandes", "derivation", "exemples", "page", "phrases_etat", "publication"}
# What a module of forms may need that the browser downloads only then.
ON_DEMAND = {"forms/socle/classeur.py": {"xlsxwriter"}}
IN_THE_BROWSER = sorted(
    path
    for path in (ROOT / "forms").rglob("*.py")
    if NOT_IN_THE_BROWSER.isdisjoint(path.relative_to(ROOT).with_suffix("").parts)
)


def imported(source: str, package: str) -> set[str]:
    """Return the top-level packages that a module imports, wherever the statement stands; `package` is its own."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(package if node.level else (node.module or "").partition(".")[0])
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"__import__", "importlib.import_module"}:
            # A computed name cannot be read here; what the statement spells out can.
            spelt = [argument.value for argument in node.args[:1] if isinstance(argument, ast.Constant)]
            found |= {str(name).partition(".")[0] for name in spelt}
    return found


def imports_of(folder: Path) -> set[str]:
    """Return the top-level packages that the modules of a folder import."""
    return set().union(*(imported(path.read_text("utf-8"), folder.name) for path in folder.rglob("*.py")))


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_follow_the_arrows(package: str) -> None:
    """No package imports one that stands downstream of it."""
    assert imports_of(ROOT / package) & MAY_IMPORT.keys() - MAY_IMPORT[package] - {package} == set()


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_no_package_imports_the_tests(package: str) -> None:
    """What is published stands without its tests."""
    assert not imports_of(ROOT / package) & {"tests", "pytest", "hypothesis"}


@pytest.mark.parametrize("path", IN_THE_BROWSER, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_browser_loads_the_standard_library_and_forms_only(path: Path) -> None:
    """Neither referentials nor a third party can be needed where there is no installer, but what comes on demand."""
    allowed = {"forms"} | ON_DEMAND.get(path.relative_to(ROOT).as_posix(), set())
    assert imported(path.read_text("utf-8"), "forms") - sys.stdlib_module_names <= allowed


def test_the_browser_gets_every_module_of_forms_but_those() -> None:
    """The list of exceptions names files that exist: none is kept by mistake."""
    assert {path.stem for path in (ROOT / "forms").rglob("*.py")} >= NOT_IN_THE_BROWSER
    assert {"bridge.py", "evaluation.py", "fichier.py"} <= {path.name for path in IN_THE_BROWSER}


@pytest.mark.parametrize(
    "statement",
    [
        "import macros",
        "import macros.pages as pages",
        "from macros.pages import fiche",
        "import json, macros",
        "def late():\n    from macros import pages",
        "import importlib\nimportlib.import_module('macros.pages')",
        "__import__('macros')",
        "if TYPE_CHECKING:\n    import macros",
    ],
)
def test_a_violation_is_seen(statement: str, tmp_path: Path) -> None:
    """However it is written, and however deep it stands, an import against the arrows is found."""
    folder = tmp_path / "referentials"
    (folder / "check").mkdir(parents=True)
    (folder / "check" / "rule.py").write_text(statement, "utf-8")
    assert "macros" in imports_of(folder)


@pytest.mark.parametrize(
    "statement", ["from . import macros", "text = 'import macros'", "macros = 1", "import macrosx"]
)
def test_what_only_looks_like_a_violation_is_let_through(statement: str) -> None:
    """A relative import stays in its own package; a name or a text is no import."""
    assert "macros" not in imported(statement, "forms")
