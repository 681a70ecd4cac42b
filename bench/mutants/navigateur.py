"""Mutants of what keeps drafts, guards Python and holds the offline copy: each must make the test beside it fail.

`make test-mutants`, or `.venv/bin/python bench/mutants/navigateur.py [word of a file or of a test]`.  In a copy of the
repository, one at a time: modules that Node reads as they are, the service worker made again, or a whole new bundle.
"""  # noqa: INP001 — a script, not a package

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = Path(__file__).with_suffix(".json")
LEFT_OUT = shutil.ignore_patterns(
    "__pycache__", ".pytest_cache", "node_modules", ".git", ".venv*", "certifications.zip"
)
COPIED = (".ci", "build", "docs", "forms", "macros", "referentials", "schemas", "site", "tests")
LINKED = (".venv", ".venv-pyodide", "node_modules")
FILES = ("mkdocs.yml", "pyproject.toml", "README.md", "LICENSE", "package.json", "package-lock.json", "Makefile")

LONGEST = 180  # seconds


@dataclass(frozen=True, slots=True)
class Mutant:
    """One text of a file in place of another, what that breaks, and the test that must see it."""

    fichier: str
    texte: str
    remplacement: str
    casse: str
    test: str


def mutants() -> list[Mutant]:
    """Read the list."""
    return [Mutant(**one) for one in json.loads(LIST.read_text("utf-8"))]


def copied(folder: Path) -> Path:
    """Copy what the tests read, what is built included."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=LEFT_OUT)
    for name in FILES:
        shutil.copyfile(ROOT / name, folder / name)
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    return folder


def made(*arguments: str) -> None:
    """Run one of our own commands in the copy."""
    subprocess.run([sys.executable, "-m", *arguments], check=True, capture_output=True)  # noqa: S603 — our own


def shipped() -> dict[str, dict[str, str]]:
    """Return what build/navigateur.json says of each file of the bundle."""
    found: dict[str, dict[str, str]] = json.loads(Path("build/navigateur.json").read_text("utf-8"))
    return found


def bundled() -> None:
    """Bundle the scripts again, and give them to the pages that are built, at the addresses that these know."""
    before = shipped()
    made("macros", "navigateur")
    changed = {
        name: (old, new)
        for name, new in shipped().items()
        if (old := before.get(name)) and old["integrity"] != new["integrity"]
    }
    for old, new in changed.values():
        shutil.copyfile(Path("docs", new["url"]), Path("site", old["url"]))
    for path in Path("site").rglob("*.html"):
        text = path.read_text("utf-8")
        for old, new in changed.values():
            text = text.replace(old["integrity"], new["integrity"])
        path.write_text(text, "utf-8")


def built(mutant: Mutant) -> None:
    """Make what the test of a mutant reads."""
    if mutant.fichier.startswith("macros/hors_ligne/"):
        made("macros", "finish")
    elif not mutant.test.startswith("tests/forms/"):
        bundled()


def passes(test: str) -> bool:
    """Say whether a test passes, in a time that is ample without a mutant: one may try again for ever."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", test]
    try:
        return subprocess.run(command, capture_output=True, timeout=LONGEST, check=False).returncode == 0  # noqa: S603
    except subprocess.TimeoutExpired:
        return False


def survives(mutant: Mutant) -> bool:
    """Change the file, ask the test, and put everything back."""
    path = Path(mutant.fichier)
    text = path.read_text("utf-8")
    path.write_text(text.replace(mutant.texte, mutant.remplacement), "utf-8")
    try:
        built(mutant)
        return passes(mutant.test)
    finally:
        path.write_text(text, "utf-8")
        built(mutant)


def main(words: list[str]) -> int:
    """Try each mutant; return 1 where one lives, or where a test fails without any."""
    wanted = [one for one in mutants() if not words or any(word in one.fichier or word in one.test for word in words)]
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(copied(Path(folder)))
        # What is made here is not, to the letter, what was made there: a library stands elsewhere.
        made("macros", "finish")
        for test in sorted({one.test for one in wanted}):
            if not passes(test):
                sys.stdout.write(f"échoue sans mutant : {test}\n")
                return 1
        alive = []
        for one in wanted:
            lives = survives(one)
            alive += [one] * lives
            sys.stdout.write(f"{'VIVANT' if lives else 'tué   '}  {one.fichier} : {one.casse}\n")
            sys.stdout.flush()
        os.chdir(ROOT)
    sys.stdout.write(f"{len(wanted) - len(alive)} mutants tués sur {len(wanted)}\n")
    return int(bool(alive))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
