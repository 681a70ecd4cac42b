"""What the three commands are asked, and whether it can be done at all."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from referentials.commandes.actualiser import actualiser
from referentials.commandes.importer import importer
from referentials.commandes.retirer import retirer
from referentials.commandes.travail import RefuseError, Travail
from referentials.importation.lecture import DonneesIllisiblesError
from referentials.importation.provenance import jour_du_nom
from referentials.importation.termes import numero
from referentials.terminal import warn

LAYOUT = {"certifications", "documents"}
NAMES = ("importer", "update", "retirer")


def ajouter(commands: Any) -> None:
    """Add the three commands to a parser."""
    brings = commands.add_parser("importer", help="fait des certifications de fiches de France compétences")
    compares = commands.add_parser("update", help="dit ce qui a changé dans des fiches déjà importées, et le reprend")
    for parser in (brings, compares):
        parser.add_argument(
            "fichier", type=Path, metavar="FICHIER", help="une fiche, un export, un .zip, ou les tables CSV"
        )
        parser.add_argument("--seulement", default="", metavar="NUMÉROS", help="ces fiches seules : RNCP12345,RS1234")
        parser.add_argument(
            "--export", metavar="AAAA-MM-JJ", help="jour de l’export, si le nom du fichier ne le dit pas"
        )
    brings.add_argument("--sans-citations", action="store_true", help="sans les paragraphes de la fiche")
    removes = commands.add_parser("retirer", help="retire une certification importée")
    removes.add_argument("slug", metavar="SLUG", help="nom de son dossier")
    for parser in (brings, compares, removes):
        parser.add_argument(
            "--vers",
            type=Path,
            metavar="DOSSIER",
            help="la collection ; sans cela, celle de REPERE_COLLECTION, ou celle de Repère",
        )
        parser.add_argument("--essai", action="store_true", help="dit ce qui serait fait, sans rien écrire")


def faire(options: argparse.Namespace, publies: Sequence[Path]) -> int:
    """Run one of the three.  Returns 0 where all is done, 1 where some fiches were not, 2 where the request is refused.

    `publies`: the folders that the site is made of, ours first.
    """
    try:
        work = _travail(options, *publies)
        if options.commande == "retirer":
            return retirer(work, options.slug)
        return actualiser(work) if options.commande == "update" else importer(work)
    except (RefuseError, DonneesIllisiblesError) as refusal:
        warn(f"{refusal}\n")
        return 2


def _travail(options: argparse.Namespace, publiee: Path, *collections: Path) -> Travail:
    # The first of those that `make site COLLECTION=…` adds to ours, if any.
    folder = (options.vers or next(iter(collections), publiee)).resolve()
    if folder.is_file():
        raise RefuseError(f"{folder} est un fichier : donnez un dossier à --vers.")
    if folder.is_dir() and any(folder.iterdir()) and not any((folder / name).is_dir() for name in LAYOUT):
        raise RefuseError(
            f"{folder} n’est pas une collection : il contient autre chose, et pas de dossier certifications/. Donnez un dossier vide, ou nouveau."
        )
    others = tuple(one.resolve() for one in (publiee, *collections) if one.resolve() != folder)
    ours = folder == publiee.resolve()
    file: Path | None = getattr(options, "fichier", None)
    if file is None:
        return Travail(folder, others, essai=options.essai, publiee=ours)
    if not file.exists():
        raise RefuseError(
            f"{file} n’existe pas : donnez une fiche .xml, un export, un .zip ou un dossier de tables CSV."
        )
    return Travail(
        folder,
        others,
        fichier=file,
        seulement=_numbers(options.seulement),
        export=_export(options.export, file),
        essai=options.essai,
        citations=not ours and not getattr(options, "sans_citations", False),
        publiee=ours,
    )


def _numbers(text: str) -> tuple[str, ...]:
    asked = [one for one in text.replace(",", " ").split() if one]
    for one in asked:
        if numero(one) is None:
            raise RefuseError(
                f"« {one} » n’est pas un numéro de fiche : écrivez RNCP12345 ou RS1234, séparés par des virgules."
            )
    return tuple(numero(one) or one for one in asked)


def _export(told: str | None, file: Path) -> str:
    """Return the day of an export: what is told, else what its name says, else the day when the file was last written."""
    if told is not None:
        try:
            return date.fromisoformat(told).isoformat()
        except ValueError:
            raise RefuseError(f"« {told} » n’est pas un jour : écrivez --export 2026-08-16.") from None
    if named := jour_du_nom(file.name):
        return named
    day = datetime.fromtimestamp(file.stat().st_mtime, UTC).date().isoformat()
    warn(f"Jour de l’export : {day}, d’après la date du fichier. S’il en est autrement, donnez --export AAAA-MM-JJ.\n")
    return day
