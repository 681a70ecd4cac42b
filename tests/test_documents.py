"""What the documents of the project name is where they say."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DECISIONS = ROOT / "docs" / "adr"
DOCUMENTS = [ROOT / "README.md", *sorted(DECISIONS.glob("*.md"))]
FOLDERS = {"bench", "docs", "forms", "macros", "referentials", "schemas", "tests"}
PATH = re.compile(r"`([\w-]+/[\w.<>*/-]*)`")
DECISION = re.compile(r"docs/adr/[\w.-]*\w")


def missing(text: str) -> list[str]:
    """Return the paths of the repository that a text names and that are not there; `<genre>` stands for any name."""
    named = [path for path in PATH.findall(text) if path.partition("/")[0] in FOLDERS]
    return [path for path in named if not any(ROOT.glob(re.sub(r"<[^>]*>", "*", path).rstrip("/")))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_every_path_that_a_document_names_is_there(document: Path) -> None:
    """What moves is moved in the texts that tell of it."""
    assert missing("`forms/web/pages/*.mjs` et `forms/socle/`, `fiche/`") == ["forms/web/pages/*.mjs"]
    assert missing(document.read_text("utf-8")) == []


def test_code_names_a_decision_by_its_file() -> None:
    """A number alone may be that of another decision."""
    command = ["git", "-C", str(ROOT), "grep", "--only-matching", "-h", "-I", 'docs/adr/[0-9][^ ,:;()"`]*']
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = {match for line in listed.splitlines() for match in DECISION.findall(line)}
    assert len(found) > 1
    assert [name for name in sorted(found) if not (ROOT / name).is_file()] == []
