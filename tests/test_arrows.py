"""Who may import whom: referentials knows no one, forms knows referentials, macros knows both; never the reverse."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from forms.socle import registre

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {"referentials": set(), "forms": {"referentials"}, "macros": {"referentials", "forms"}}
FORMS = ROOT / "forms"
KINDS = registre.DOSSIERS
SHARED = ("socle", "questionnaire", "plusieurs_mains")
# What a kind may know, and its scripts, beside its own.
OF_KINDS = {"socle", "questionnaire", "plusieurs_mains", "droit"}
SCRIPTS_BELOW = {
    "page": {"page"},
    "questionnaire": {"page", "questionnaire"},
    "plusieurs_mains": {"page", "questionnaire", "plusieurs_mains"},
}
# Inside forms: what a room may know beside itself.  The livret takes up the answers of an auto-positionnement.
MAY_KNOW = {
    "socle": set(),
    "questionnaire": {"socle"},
    "plusieurs_mains": {"socle", "questionnaire"},
    "droit": {"socle", "questionnaire"},
    "livret_de_reperage": {*OF_KINDS, "auto_positionnement"},
}
DATASET = re.compile(r"""dataset(?:\[["']|\.)([A-Za-z]+)""")
# What of forms stays on this side, by the name of its module or folder: the command line, what derives and shows a form.
NOT_IN_THE_BROWSER = {"__main__", "droit", "commandes", "derivation", "exemples", "page", "phrases_etat", "publication"}
# What a module of forms may need that the browser downloads only then.
ON_DEMAND = {"forms/socle/classeur.py": {"xlsxwriter"}}
IN_THE_BROWSER = sorted(
    path
    for path in (ROOT / "forms").rglob("*.py")
    if NOT_IN_THE_BROWSER.isdisjoint(path.relative_to(ROOT).with_suffix("").parts)
)


class RunTime(ast.NodeTransformer):
    """Leaves out what only a reader of types imports."""

    def visit_If(self, node: ast.If) -> ast.AST | None:
        """Leave out a block under TYPE_CHECKING."""
        return None if ast.unparse(node.test) == "TYPE_CHECKING" else self.generic_visit(node)


def spelt(node: ast.Call) -> set[str]:
    """Return the module that a call imports, if it does: a computed name cannot be read here, a spelt one can."""
    if ast.unparse(node.func) not in {"__import__", "importlib.import_module", "import_module"}:
        return set()
    return {str(argument.value) for argument in node.args[:1] if isinstance(argument, ast.Constant)}


def imported(source: str, package: str, *, types: bool = True) -> set[str]:
    """Return the top-level packages that a module imports, wherever the statement stands; `package` is its own.

    `types`: what it imports for types only too.
    """
    found = set()
    tree = ast.parse(source)
    for node in ast.walk(tree if types else RunTime().visit(tree)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(package if node.level else (node.module or "").partition(".")[0])
        elif isinstance(node, ast.Call):
            found |= {name.partition(".")[0] for name in spelt(node)}
    return found


def imports_of(folder: Path) -> set[str]:
    """Return the top-level packages that the modules of a folder import."""
    return set().union(*(imported(path.read_text("utf-8"), folder.name) for path in folder.rglob("*.py")))


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_follow_the_arrows(package: str) -> None:
    """No package imports one that stands downstream of it."""
    assert imports_of(ROOT / package) & MAY_IMPORT.keys() - MAY_IMPORT[package] - {package} == set()


def rooms_of(path: Path) -> set[str]:
    """Return the rooms of forms/, and the modules that stand in none, which a module imports from."""
    return rooms_in(path.read_text("utf-8"))


def rooms_in(source: str) -> set[str]:
    """Return the same of the text of a module."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Call):
            names |= spelt(node)
    rooms = {name.split(".")[1] for name in names if name.startswith("forms.")}
    return {room for room in rooms if (FORMS / room).is_dir() or (FORMS / f"{room}.py").is_file()}


def rooms_of_macros() -> dict[str, set[str]]:
    """Return which rooms of macros/ each of them imports from; a loose module is a room of its own."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "macros").rglob("*.py"):
        here = path.relative_to(ROOT / "macros").with_suffix("").parts[0]
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("macros"):
                names = [f"{node.module}.{alias.name}" for alias in node.names]
                found.setdefault(here, set()).update(name.split(".")[1] for name in names)
    return {room: known - {room} for room, known in found.items()}


def test_no_room_of_macros_is_below_itself() -> None:
    """From any room, following what it imports never comes back to it."""
    known = rooms_of_macros()
    assert known["pages"] >= {"rendering", "vues"}

    def below(room: str) -> set[str]:
        reached: set[str] = set()
        waiting = [*known.get(room, ())]
        while waiting:
            one = waiting.pop()
            if one not in reached:
                reached.add(one)
                waiting += known.get(one, ())
        return reached

    assert {room for room in known if room in below(room)} == set()


def scripts_of(path: Path) -> set[str]:
    """Return the rooms of forms/ that a script imports from."""
    found = re.findall(r"""(?:from|import)\s*\(?["'](\.{1,2}/[^"']+)["']""", path.read_text("utf-8"))
    return {(path.parent / name).resolve().relative_to(FORMS).parts[0] for name in found}


@pytest.mark.parametrize("room", [*SHARED, *KINDS])
def test_rooms_of_forms_know_those_below_only(room: str) -> None:
    """A kind knows what kinds share, and no other kind but those that it says; what they share knows none of them."""
    may = MAY_KNOW.get(room, OF_KINDS)
    for path in (FORMS / room).rglob("*.py"):
        assert rooms_of(path) - may - {room, "validateurs"} == set(), path.name


@pytest.mark.parametrize("room", [*SCRIPTS_BELOW, *KINDS])
def test_scripts_know_those_below_only(room: str) -> None:
    """What every page shares knows no field and no kind; the scripts of a kind know no other kind's."""
    below = SCRIPTS_BELOW.get(room, {*SCRIPTS_BELOW, room})
    scripts = [*(FORMS / room).rglob("*.mjs")]
    assert scripts
    for path in scripts:
        assert scripts_of(path) <= below, path.name


# A script looks for an id through `element` of forms/page/dom.mjs, or in a selector.
MARK = re.compile(
    r"""\bdata-[a-z0-9]+(?:-[a-z0-9]+)*|(?<=getElementById\(")r-[a-z0-9-]+|(?<=\belement\(")r-[a-z0-9-]+|(?<=#)r-[a-z0-9-]+"""
)


# What a script puts on an element, and where it looks for one.
ASSIGNED = re.compile(
    r"""(?:toggleAttribute|setAttribute)\(\s*["'`](data-[a-z-]+)|dataset(?:\[["']|\.)([A-Za-z]+)(?:["']\])?\s*=[^=]"""
)
SELECTOR = re.compile(r"""(?:querySelector(?:All)?|closest|matches)\(\s*["'`]([^"'`]+)""")
# What the scripts that kinds share find in the page of every kind, and what each kind says of its own in it.
ASKED_OF_KINDS = {
    "page": {
        "r-formulaire",
        "data-etape",
        "data-item",
        "data-morceau",
        "data-papier",
        "data-place",
        "data-repondu",
    },
    "questionnaire": {"data-entame", "data-paroles"},
}


def kebab(name: str) -> str:
    """Return the attribute of a key of `dataset`."""
    return f"data-{re.sub('[A-Z]', lambda m: '-' + m[0].lower(), name)}"


def marks(path: Path) -> set[str]:
    """Return the `data-*` and the ids that a file names."""
    return marks_in(path.read_text("utf-8"))


def marks_in(text: str) -> set[str]:
    """Return the same of a text."""
    data = {kebab(name) for name in DATASET.findall(text)}
    return {*MARK.findall(text), *data, *re.findall(r'"?id"?[=:]\s*"(r-[a-z0-9-]+)"', text)}


def classes_in(text: str) -> set[str]:
    """Return the classes of ours that the selectors of a script name."""
    return {name for selector in SELECTOR.findall(text) for name in re.findall(r"\.(r-[a-z0-9-]+)", selector)}


def emitted(folders: Iterable[str]) -> set[str]:
    """Return the marks and classes that the templates of these rooms write, and the marks that their scripts set."""
    templates = [path.read_text("utf-8") for folder in folders for path in (FORMS / folder).rglob("*.j2")]
    scripts = [path.read_text("utf-8") for folder in folders for path in (FORMS / folder).rglob("*.mjs")]
    written = {mark for text in templates for mark in marks_in(text)}
    classes = {name for text in templates for name in re.findall(r"\br-[a-z0-9-]+", text)}
    found = [pair for text in scripts for pair in ASSIGNED.findall(text)]
    return written | classes | {attribute or kebab(key) for attribute, key in found}


@pytest.mark.parametrize("room", [*SCRIPTS_BELOW, *KINDS])
def test_every_mark_that_a_script_reads_is_put_there(room: str) -> None:
    """By a template or a script of its own room, or of one below it; what these ask of every kind is written here."""
    below = SCRIPTS_BELOW.get(room, {*SCRIPTS_BELOW, room})
    texts = [path.read_text("utf-8") for path in (FORMS / room).rglob("*.mjs")]
    read = {mark for text in texts for mark in marks_in(text) | classes_in(text)}
    assert read - emitted(below) - ASKED_OF_KINDS.get(room, set()) == set()


@pytest.mark.parametrize("room", [*ASKED_OF_KINDS])
def test_what_is_asked_of_kinds_is_what_some_kind_gives(room: str) -> None:
    """Nothing stays on that list which scripts do not read any more, or which nothing above writes."""
    read = {mark for path in (FORMS / room).rglob("*.mjs") for mark in marks(path)}
    assert read & emitted((*KINDS, "questionnaire", "plusieurs_mains")) >= ASKED_OF_KINDS[room]


@pytest.mark.parametrize("room", KINDS)
def test_a_kind_reads_marks_of_its_own_templates_or_of_what_kinds_share(room: str) -> None:
    """No script of a kind reads what only the template or the sheet of another kind names."""
    read = {mark for path in (FORMS / room / "web").glob("*.mjs") for mark in marks(path)}
    written = {
        folder: {mark for end in ("*.j2", "*.css") for path in (FORMS / folder).glob(end) for mark in marks(path)}
        for folder in KINDS
    }
    shared = {
        mark
        for folder in SCRIPTS_BELOW
        for end in ("*.mjs", "*.j2", "*.py")
        for path in (FORMS / folder).rglob(end)
        for mark in marks(path)
    }
    foreign = {mark for folder in KINDS if folder != room for mark in written[folder]}
    assert {mark[:2] for mark in read} == {"da", "r-"}, "both sorts of marks are read"
    assert read & foreign - written[room] - shared == set()


@pytest.mark.parametrize("name", ["bridge.py", "__main__.py"])
def test_the_doors_name_no_kind(name: str) -> None:
    """The page and the command line learn the kinds from the registry."""
    assert rooms_of(FORMS / name) <= {"socle", "questionnaire", "droit"}


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_no_package_imports_the_tests(package: str) -> None:
    """What is published stands without its tests."""
    assert not imports_of(ROOT / package) & {"tests", "pytest", "hypothesis"}


@pytest.mark.parametrize("path", IN_THE_BROWSER, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_browser_loads_the_standard_library_and_forms_only(path: Path) -> None:
    """Neither referentials nor a third party can be needed where there is no installer, but what comes on demand."""
    assert "droit" not in rooms_of(path), "what the law says comes with the form"
    allowed = {"forms"} | ON_DEMAND.get(path.relative_to(ROOT).as_posix(), set())
    assert imported(path.read_text("utf-8"), "forms", types=False) - sys.stdlib_module_names <= allowed


def test_the_browser_gets_every_module_of_forms_but_those() -> None:
    """The list of exceptions names files that exist: none is kept by mistake."""
    places = (path.relative_to(ROOT).with_suffix("") for path in (ROOT / "forms").rglob("*.py"))
    assert {part for place in places for part in place.parts} >= NOT_IN_THE_BROWSER
    assert {"bridge.py", "evaluation.py", "fichier.py"} <= {path.name for path in IN_THE_BROWSER}


@pytest.mark.parametrize(
    ("statement", "rooms"),
    [
        ("from forms import bridge", {"bridge"}),
        ("from forms.__main__ import main", {"__main__"}),
        ("import forms.auto_positionnement.texte", {"auto_positionnement"}),
        ("import importlib\nimportlib.import_module('forms.dossier_habilitation.etat')", {"dossier_habilitation"}),
        ("from forms.socle import refus", {"socle"}),
        ("text = 'forms.bridge'", set()),
    ],
)
def test_a_room_is_seen_however_it_is_imported(statement: str, rooms: set[str]) -> None:
    """A folder or a module that stands in none, written as a statement or spelt in a call."""
    assert rooms_in(statement) == rooms


@pytest.mark.parametrize(
    "text",
    ['element("r-phrase")', 'document.getElementById("r-phrase")', '"#r-phrase"', '<p id="r-phrase">'],
)
def test_a_mark_is_seen_however_it_is_read(text: str) -> None:
    """Through the function of the page, the browser's own, a selector; a template writes it."""
    assert marks_in(text) == {"r-phrase"}


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
