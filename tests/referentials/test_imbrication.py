"""A data file nested without end: made here and not kept, since every tool that reads JSON would stumble on it."""

from __future__ import annotations

from pathlib import Path

from referentials.check.run import run
from tests.outils import FOLDER, MINIMALE, tree

EXPECTED = (
    f"{FOLDER}/referentiel.json $\n"
    "  SCH000 le contenu est imbriqué sans fin\n"
    "  → reprenez le fichier d’après son schéma"
)


def test_endless_nesting_is_a_finding(tmp_path: Path) -> None:
    """The checker names the file and goes on: one finding, no crash."""
    root = tree(MINIMALE, tmp_path)
    (root / FOLDER / "referentiel.json").write_text("[" * 200_000, "utf-8")
    assert [finding.as_text() for finding in run(root)] == [EXPECTED]
