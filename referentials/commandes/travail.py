"""What a command works on, and how it reads its file: the fiches one by one, and on standard error how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from referentials.importation.archives import ABIMEE
from referentials.importation.depot import Depot, numeros
from referentials.importation.flux import Lu, lire
from referentials.importation.lecture import saine
from referentials.importation.provenance import Provenance
from referentials.importation.tables import lire_tables
from referentials.load import ROME
from referentials.terminal import say, warn

STEP = 10


class RefuseError(Exception):
    """What is asked cannot be done; the text is a French sentence that says what to do."""


@dataclass(frozen=True)
class Travail:
    """A collection, those beside it, and the file to read, if any; `publiee`: it is that of Repère."""

    dossier: Path
    voisines: tuple[Path, ...]
    fichier: Path = Path()
    seulement: tuple[str, ...] = ()
    export: str = ""
    essai: bool = False
    citations: bool = False
    publiee: bool = False

    @cached_property
    def depot(self) -> Depot:
        """The collection on disk, as whoever was interrupted should have left it."""
        depot = Depot(self.dossier)
        if not self.essai:
            depot.nettoyer()
        return depot

    @cached_property
    def ailleurs(self) -> dict[str, str]:
        """The slug of each fiche that a collection beside this one has, by its number."""
        return numeros(*self.voisines)

    @property
    def provenance(self) -> Provenance:
        """The export that the file is of."""
        return Provenance(self.export)

    @cached_property
    def rome(self) -> frozenset[str]:
        """The codes of the ROME that Repère knows."""
        every = (self.dossier, *self.voisines)
        paths = (root / ROME for root in every)
        return frozenset(code for path in paths if path.is_file() for code in saine(path, ROME)["codes"])

    @cached_property
    def jour(self) -> str:
        """The day on which the data are updated: that of whoever types, never before that of the export."""
        return max(date.today().isoformat(), self.export)  # noqa: DTZ011 — see above

    def fiches(self, seulement: tuple[str, ...] | None = None) -> Iterator[Lu]:
        """Yield what the file holds, of these numbers alone if any are given, and say how far the reading is."""
        asked = self.seulement if seulement is None else seulement
        yield from (
            lire_tables(self.fichier, asked) if _tables(self.fichier) else lire(self.fichier, asked, Avancement().dire)
        )


def accorder(work: Travail) -> None:
    """Take out of the documents of exports what nothing cites any more, and say which of them went."""
    for name in work.depot.exports.accorder(*work.voisines):
        say(f"documents/{name}.json est retiré : plus rien n’y renvoie.\n")
    work.depot.nettoyer()


def _tables(path: Path) -> bool:
    """Tell whether a file is the CSV tables rather than the XML."""
    if path.is_dir():
        return True
    if not is_zipfile(path):
        return False
    try:
        with ZipFile(path) as archive:
            names = [name.lower() for name in archive.namelist()]
    except ABIMEE:
        return False
    return not any(name.endswith(".xml") for name in names) and any(name.endswith(".csv") for name in names)


class Avancement:
    """How far a reading is, every ten per cent."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self.said = 0

    def dire(self, read: int, whole: int) -> None:
        """Say it where it is worth a line: a small file is over before it is."""
        done = 100 * read // max(whole, 1)
        if done >= self.said + STEP and read < whole:
            self.said = done
            warn(f"{done} % du fichier est lu.\n")
