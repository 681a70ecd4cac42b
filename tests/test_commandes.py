"""What every command prints: where it cannot be written, and where what it shows would command a terminal."""

from __future__ import annotations

import ast
import json
import os
import pty
import re
import subprocess
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from forms.auto_positionnement.derivation import derive as derive_form
from referentials.load import load
from referentials.terminal import neutral
from tests.conftest import ROOT
from tests.forms.dossier_habilitation.test_fichier_dossier import text as dossier
from tests.forms.livret_de_reperage.outils_livret import Copie, candidat, saved
from tests.outils import MINIMALE, PUBLISHED, SLUG, edit, tree
from tests.outils_commandes import done, here, line
from tests.outils_formulaires import export

# A colour, the title of the window, a bell, an eight-bit control, a line written backwards, a line begun again.
HOSTILE = "a\x1b[31mb\x1b]0;titre\x07c\x9b2Jd\u202ee\u2066f\rg"
SHOWN = "a[U+001B][31mb[U+001B]]0;titre[U+0007]c[U+009B]2Jd[U+202E]e[U+2066]f[U+000D]g"
ORDERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
FULL = (
    "L’écriture s’est arrêtée : le disque est plein. Faites de la place, puis relancez : "
    "ce qui est écrit n’est pas entier.\n"
)


# One of each package is run as a person types it; the others are as long to start and end by the same function.
TYPED = {"texte", "check", "macros"}


def run(name: str, files: dict[str, Path], stdout: int, folder: Path) -> tuple[int, str]:
    """Run a command of the table with this output; return its exit code and what it said on the other."""
    with (folder / "erreurs").open("w+b") as errors:
        if name in TYPED:
            code = subprocess.run(typed(name, files), stdout=stdout, stderr=errors, cwd=ROOT, check=False).returncode
        else:
            code = here(typed(name, files), stdout, errors.fileno())
        errors.seek(0)
        return code, errors.read().decode()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a file of each kind, with something hostile where a person writes freely, and a tree with a fault."""
    folder = tmp_path_factory.mktemp("fichiers")
    form = derive_form(load().certification(PUBLISHED))
    code = next(item.code for item in form.all_items())
    texts = {
        "auto": export(form, {code: {"valeur": "oui", "note": HOSTILE}}, nom=HOSTILE),
        "dossier": dossier(valeurs={"denomination": HOSTILE}),
        "livret": saved(Copie({"projet": candidat(HOSTILE)})),
        "etranger": json.dumps({"format": HOSTILE}, ensure_ascii=False),
    }
    found = {name: folder / f"{name}.json" for name in texts}
    for name, text in texts.items():
        found[name].write_text(text, "utf-8")
    found["arbre"] = tree(MINIMALE, folder / "arbre")
    edit(
        found["arbre"] / "certifications" / SLUG / "certification.json",
        lambda certification: certification.update({HOSTILE: 1}),
    )
    return found


COMMANDS: dict[str, tuple[str, ...]] = {
    "evaluer": ("forms", "evaluer", "auto"),
    "verifier": ("forms", "verifier", "auto"),
    "texte": ("forms", "texte", "auto"),
    "texte-dossier": ("forms", "texte", "dossier"),
    "texte-livret": ("forms", "texte", "livret"),
    "csv": ("forms", "csv", "auto"),
    "csv-dossier": ("forms", "csv", "dossier"),
    "xlsx": ("forms", "xlsx", "dossier"),
    "migrer": ("forms", "migrer", "livret"),
    "comparer": ("forms", "comparer", "auto", "auto"),
    "comparer-json": ("forms", "comparer", "auto", "auto", "--format", "json"),
    "fusionner": ("forms", "fusionner", "livret", "livret"),
    "verser": ("forms", "verser", "livret", "auto"),
    "aide": ("forms", "--help"),
    "check": ("referentials", "check", "arbre"),
    "check-json": ("referentials", "check", "arbre", "--format", "json"),
    "fix": ("referentials", "fix", "arbre"),
    "new": ("referentials", "new", "certification-d-essai", "--dry-run"),
    "macros": ("macros", "--help"),
}


def typed(name: str, files: dict[str, Path]) -> list[str]:
    """Return a command of the table, on these files."""
    package, *arguments = COMMANDS[name]
    return line(package, *(files.get(argument, argument) for argument in arguments))


def printed(name: str, files: dict[str, Path]) -> bytes:
    """Run a command of the table in this process; return what it printed."""
    _, _, package, *arguments = typed(name, files)
    return done(package, *arguments).stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_a_reader_that_left_is_no_fault(name: str, files: dict[str, Path], tmp_path: Path) -> None:
    """`… | true`: nothing is said, and the exit code is that of a program whose reader left."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        assert run(name, files, writer, tmp_path) == (141, "")
    finally:
        os.close(writer)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="ce système n’a pas de disque toujours plein")
@pytest.mark.parametrize("name", ["evaluer", "texte", "csv", "xlsx", "aide", "check", "fix", "macros"])
def test_a_full_disk_is_told(name: str, files: dict[str, Path], tmp_path: Path) -> None:
    """`… > /dev/full`: one sentence, whatever was to be printed, and an exit code of its own."""
    with Path("/dev/full").open("wb") as full:
        assert run(name, files, full.fileno(), tmp_path) == (74, FULL)


def test_a_closed_output_is_told(files: dict[str, Path]) -> None:
    """`… >&-`: there is nowhere to write, and it is said where one still can."""
    command = ["sh", "-c", 'exec "$@" >&-', "sh", *typed("texte", files)]
    done = subprocess.run(command, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    assert done.returncode == 74
    assert done.stderr.decode().startswith("L’écriture s’est arrêtée : la sortie est fermée")
    silent = subprocess.run(["sh", "-c", 'exec "$@" >&- 2>&-', "sh", *typed("texte", files)], cwd=ROOT, check=False)
    assert silent.returncode == 74


def on_a_terminal(command_line: list[str], *, apart: bool, errors: bool = True) -> tuple[int, str]:
    """Run a command on a terminal of its own; return its exit code and what the terminal was sent, errors too or not."""
    ours, theirs = pty.openpty()
    sent = bytearray()

    def read() -> None:
        try:
            while part := os.read(ours, 65536):
                sent.extend(part)
        except OSError:
            pass  # Linux says so that the other side is closed

    # A terminal that nobody reads holds back who writes.
    reader = Thread(target=read)
    reader.start()
    with Path(os.devnull).open("wb") as nowhere:
        other = theirs if errors else nowhere.fileno()
        if apart:
            done = subprocess.run(command_line, stdin=theirs, stdout=theirs, stderr=other, cwd=ROOT, check=False)
            code = done.returncode
        else:
            code = here(command_line, theirs, other)
    os.close(theirs)
    reader.join()
    os.close(ours)
    return code, re.sub(r"\r+\n", "\n", sent.decode())


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in {"aide", "new", "macros"}])
def test_no_file_commands_a_terminal(name: str, files: dict[str, Path]) -> None:
    """Whatever a file holds, a terminal is sent nothing that it would obey."""
    code, sent = on_a_terminal(typed(name, files), apart=name in TYPED)
    assert code in {0, 1}
    assert ORDERS.findall(sent) == []
    assert "\r" not in sent
    if name == "xlsx":
        assert (code, sent) == (1, "Un classeur ne s’affiche pas à l’écran : xlsx … > tableaux.xlsx\n")


@pytest.mark.parametrize("name", ["texte", "texte-dossier", "texte-livret", "comparer", "check"])
def test_a_text_shows_what_it_holds_back(name: str, files: dict[str, Path]) -> None:
    """By its number, in a file as on a terminal: a text may be shown later, and nothing of it is lost in silence."""
    output = printed(name, files)
    assert ORDERS.findall(output.decode()) == []
    assert "a[U+001B][31mb[U+001B]]0;titre[U+0007]c[U+009B]2Jd[U+202E]e[U+2066]f" in output.decode()


@pytest.mark.parametrize("name", ["migrer", "check-json", "verser"])
def test_json_has_the_same_values_on_a_terminal(name: str, files: dict[str, Path]) -> None:
    """There the signs are escapes, which is the same JSON; elsewhere it is the same to the byte as ever."""
    output = printed(name, files)
    _, sent = on_a_terminal(typed(name, files), apart=False, errors=False)
    donnees: Any = json.loads(output)
    assert json.loads(sent) == donnees
    assert "\\u001b[31mb" in output.decode()
    assert "\x9b2Jd\u202e" in output.decode()


def test_a_table_in_a_file_is_data(files: dict[str, Path]) -> None:
    """A spreadsheet is given what the person wrote, each sign of it."""
    output = printed("csv", files)
    assert HOSTILE in output.decode()
    assert output.endswith(b"\r\n")


def test_a_refusal_commands_nothing(files: dict[str, Path]) -> None:
    """On standard error, which a terminal shows most often: what a file says it is, what it is called, what was typed."""
    for arguments in (
        ("verifier", files["etranger"]),
        ("verifier", f"{HOSTILE}.json"),
        ("verifier", "x", "--jour", HOSTILE),
    ):
        refused = done("forms", *arguments)
        said = refused.stderr.decode()
        assert refused.returncode in {1, 2}
        assert SHOWN in said
        assert ORDERS.findall(said) == []


def test_ordinary_texts_are_printed_as_they_are() -> None:
    """Accents, spaces that do not break, tabulations, ends of lines, emoji, scripts written from the right."""
    text = "Été : 3\u202f%\u00a0\t« œ »\r\n👩‍👩‍👧 שלום\n"
    assert neutral(text) == text


def test_nothing_is_printed_but_by_the_module_that_knows_how() -> None:
    """A command that is added ends as the others do: no module writes to a standard stream by itself."""
    found = {}
    for path in [
        *(ROOT / "forms").rglob("*.py"),
        *(ROOT / "macros").rglob("*.py"),
        *(ROOT / "referentials").rglob("*.py"),
    ]:
        if path == ROOT / "referentials" / "terminal.py":
            continue
        nodes = [*ast.walk(ast.parse(path.read_text("utf-8")))]
        names = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        called = {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
        if names & {"stdout", "stderr"} - stdio_of_processes(path) or "print" in called:
            found[path.relative_to(ROOT).as_posix()] = names & {"stdout", "stderr"}
    assert found == {}


def stdio_of_processes(path: Path) -> set[str]:
    """Return the streams of processes that a module reads."""
    return {name for name in ("stdout", "stderr") if f"sys.{name}" not in path.read_text("utf-8")}
