"""The real fiches, where they are at hand: they are not in the repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from referentials.importation.balises import chemins
from referentials.importation.fiche import FicheOfficielle
from referentials.importation.flux import lire
from referentials.importation.listes import proposer
from referentials.importation.tables import lire_tables

RNCP = next((found for above in Path(__file__).parents if (found := above / "shared" / "rncp").is_dir()), Path("rncp"))
pytestmark = pytest.mark.skipif(not (RNCP / "FIELDS.md").is_file(), reason="the real fiches are not here")


def test_all_twelve_read() -> None:
    """No fiche is refused, no element of them is unknown; two addresses that are none are told."""
    read = [one for path in sorted((RNCP / "fiches").glob("*.xml")) for one in lire(path)]
    assert len(read) == 12
    assert all(isinstance(one, FicheOfficielle) for one in read)
    told = [one for fiche in read if isinstance(fiche, FicheOfficielle) for one in fiche.remarques]
    assert [one.chemin for one in told] == ["LIEN_URL_DESCRIPTION"] * 2


def test_every_element_met_has_a_place() -> None:
    """87 of 87, and the list that the other tests use is this one."""
    met = re.findall(r"^\| `([^`]+)`", (RNCP / "FIELDS.md").read_text("utf-8"), re.MULTILINE)
    assert len(met) == 87
    assert set(met) - {path for path, _ in chemins(FicheOfficielle)} == set()
    own = Path(__file__).parents[2] / "cas" / "fiches" / "elements.txt"
    assert own.read_text("utf-8").split() == met


def test_lists_on_two_levels() -> None:
    """RNCP40792: 22 competences and 101 savoir-faire in five blocs, 6 and 22 in the first."""
    (fiche,) = lire(RNCP / "RNCP40792_extrait.xml")
    assert isinstance(fiche, FicheOfficielle)
    proposed = [proposer(one.liste_competences or "") for one in fiche.blocs_competences]
    counts = [(len(one.competences), sum(len(each.savoir_faire) for each in one.competences)) for one in proposed]
    assert counts[0] == (6, 22)
    assert [sum(column) for column in zip(*counts, strict=True)] == [22, 101]


def test_each_list_has_a_proposal() -> None:
    """Every bloc of the twelve is split, and the number of competences is the one counted by hand."""
    counted = {
        "RNCP34762": [7, 10, 10, 8, 5],
        "RNCP35419": [5, 4, 4, 5],
        "RNCP35625": [2, 5, 2, 5, 3, 3, 3, 5, 6, 4],
        "RNCP35809": [9, 20, 6, 14],
        "RNCP35959": [3, 3, 2, 3, 3],
        "RNCP36490": [3, 2, 3, 3],
        "RNCP37674": [4, 4],
        "RNCP40344": [6, 6, 5, 7],
    }
    for number, counts in counted.items():
        (fiche,) = lire(RNCP / "fiches" / f"{number}.xml")
        assert isinstance(fiche, FicheOfficielle)
        proposed = [proposer(one.liste_competences or "", fiche.capacites_attestees) for one in fiche.blocs_competences]
        assert [len(one.competences) for one in proposed] == counts, number


def test_real_tables_read() -> None:
    """The sample of the tables reads, names and all; a fiche that the cut left out of the main table is told."""
    read = list(lire_tables(RNCP / "csv-tables-sample.zip"))
    assert sum(isinstance(one, FicheOfficielle) for one in read) == 9
    assert len(read) == 10
