"""What the tests of the import share: an export of our own, and what it becomes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from referentials.importation.fabrication import Fabrique, fabriquer
from referentials.importation.fiche import FicheOfficielle
from referentials.importation.flux import lire
from referentials.importation.provenance import Provenance

EXPORT = Path(__file__).parent / "cas" / "fiches" / "importation" / "export-2026-08-16.xml"
AVANT, APRES = Provenance("2026-08-16"), Provenance("2026-10-03")
IMPORTE_LE, ACTUALISE_LE = "2026-09-01", "2026-11-30"
# The one code of the ROME that these tests know.
ROME = frozenset({"D1408"})
# The folder of the first of its fiches, and that of the one that is in the specific register.
SLUG, AUTRE = "rncp90101-reparateur-d-oeillets-de-voiles", "rs9103-lire-une-carte-des-vents"
# A command on a collection of one's own: its code, what it says and what it warns of.
Run = Callable[..., tuple[int, str, str]]


def officielle(numero: str) -> FicheOfficielle:
    """Return a fiche of the export."""
    (fiche,) = lire(EXPORT, [numero])
    assert isinstance(fiche, FicheOfficielle)
    return fiche


def fabriquee(numero: str, *, citations: bool = True) -> Fabrique:
    """Return what a fiche of the export becomes."""
    return fabriquer(officielle(numero), AVANT, IMPORTE_LE, ROME, citations=citations)


def files(folder: Path) -> dict[str, bytes]:
    """Return what a collection holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
