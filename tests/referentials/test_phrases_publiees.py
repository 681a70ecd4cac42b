"""What a reader is told is what a document says, and what that changes; never how we came to read it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import ROOT

DATA = ROOT / "referentials"
FOLDERS = ("certifications", "correspondances", "discordances", "documents", "liens", "rapprochements", "voisines")
# How a copy was made, what it lost, and the signs by which it was read.
TOLD = re.compile(
    r"conversion (du document )?en texte|(par|dans) la conversion|la conversion a pu|notre copie"
    r"|\b(la|une|seule) croix\b|avons pas lu|nous l’avons lue?\b|chaque ligne est isolée|en italique et suivi de cases",
    re.IGNORECASE,
)
FILES = sorted(path for folder in FOLDERS for path in (DATA / folder).rglob("*.json"))


def texts(node: Any) -> Iterator[str]:
    """Yield every text of a document."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for inner in node.values() if isinstance(node, dict) else node:
            yield from texts(inner)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(DATA).as_posix())
def test_no_sentence_tells_how_a_document_was_read(path: Any) -> None:
    """A doubt says what is not known, and a discrepancy what the documents say: not what became of a copy of ours."""
    assert [text for text in texts(json.loads(path.read_text("utf-8"))) if TOLD.search(text)] == []


def test_such_a_sentence_would_be_seen() -> None:
    """The words themselves are found, wherever they stand, and no others: « taux de conversion » is a figure of sales."""
    told = (
        "Nous l’avons lue dans une conversion en texte.",
        "Notre copie ne dit rien.",
        "Une croix par territoire.",
        "Colonnes décalées par la conversion",
    )
    assert all(TOLD.search(text) for text in told)
    assert not TOLD.search("Le taux de conversion des appels, une ligne à la fois.")
