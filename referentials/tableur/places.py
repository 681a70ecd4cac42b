"""A fault of the checker → the cell of the workbook that makes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from referentials.check.finding import Finding
from referentials.tableur.lecture import Classeur, Faute
from referentials.tableur.lignes import Dossier, Ligne, lignes


def placees(slug: str, fichiers: Dossier, classeur: Classeur, constats: Iterable[Finding]) -> Iterator[Faute]:
    """Yield the faults of a certification's new files, each at its cell, or at its file where no cell makes it."""
    cells = {(row.feuille, row.code): row.cellules for row in classeur.lignes}
    rows = [*lignes(fichiers)]
    for finding in constats:
        name = finding.fichier.removeprefix(f"certifications/{slug}/")
        said = f"{finding.code} {finding.message} → {finding.remede}"
        # The statement before the competence that holds it.
        under = [row for row in rows if row.fichier == name and _holds(row, finding.endroit)]
        row = max(under, key=lambda one: len(one.endroit), default=None)
        places = cells.get((row.feuille, row.code)) if row else None
        if row is None or places is None:
            yield Faute(f"{finding.fichier} {finding.endroit}", said)
        else:
            column = re.match(r"\.(\w+)", finding.endroit.removeprefix(row.endroit))
            yield Faute(places.get(column[1] if column else "", places["code"]), said)


def _holds(row: Ligne, endroit: str) -> bool:
    return endroit == row.endroit or endroit.startswith((f"{row.endroit}.", f"{row.endroit}["))
