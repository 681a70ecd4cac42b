"""`tableur` and `reprendre`: a certification goes out as a workbook, and comes back from it, checked before it is written."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from referentials.check.finding import Finding
from referentials.check.rules.publies import CODE as REF014
from referentials.commandes import verifier
from referentials.commandes.travail import RefuseError
from referentials.importation.depot import Depot
from referentials.importation.lecture import DonneesIllisiblesError
from referentials.read import IDENTITE
from referentials.tableur.ecriture import ecrire
from referentials.tableur.lecture import Classeur, ClasseurRefuseError, lire
from referentials.tableur.places import placees
from referentials.tableur.reprise import Reprise, reprendre
from referentials.terminal import say, warn

NAMES = ("tableur", "reprendre")


def ajouter(commands: Any) -> None:
    """Add the two commands to a parser."""
    writes = commands.add_parser(
        "tableur", help="écrit un classeur .xlsx des compétences et énoncés d’une certification"
    )
    writes.add_argument("slug", metavar="SLUG", help="nom de son dossier")
    writes.add_argument("fichier", type=Path, metavar="FICHIER.xlsx", help="le classeur à écrire")
    reads = commands.add_parser("reprendre", help="reprend un classeur modifié : dit ce qui change, et l’écrit")
    reads.add_argument("fichier", type=Path, metavar="FICHIER.xlsx", help="le classeur que « tableur » a écrit")
    reads.add_argument("--essai", action="store_true", help="dit ce qui changerait, sans rien écrire")
    for parser in (writes, reads):
        parser.add_argument(
            "--vers",
            type=Path,
            metavar="DOSSIER",
            help="la collection ; sans cela, celle de REPERE_COLLECTION, ou celle de Repère",
        )


def faire(options: argparse.Namespace, publies: Sequence[Path]) -> int:
    """Run one of the two.  Returns 0 where all is done, 1 where a cell is at fault, 2 where the request is refused.

    `publies`: the folders that the site is made of, ours first.
    """
    # As `importer`: the collection of one’s own, where there is one.
    folder = (options.vers or next(iter(publies[1:]), publies[0])).resolve()
    try:
        if options.commande == "tableur":
            return _write(folder, options.slug, options.fichier)
        return _read(folder, tuple(publies), options.fichier, essai=options.essai)
    except RefuseError as refusal:
        warn(f"{refusal}\n")
        return 2


def _write(folder: Path, slug: str, path: Path) -> int:
    if path.exists():
        raise RefuseError(
            f"{path} existe déjà : il tient peut-être des changements. Donnez un autre nom, ou déplacez-le."
        )
    if path.suffix.lower() != ".xlsx":
        raise RefuseError(f"{path} ne finit pas par .xlsx : donnez un nom de classeur.")
    content = ecrire(slug, _dossier(folder, slug))
    try:
        path.write_bytes(content)
    except OSError as error:
        raise RefuseError(f"{path} ne s’écrit pas : vérifiez que son dossier existe et vos droits.") from error
    say(f"{path} est écrit. Modifié, il se reprend par « python -m referentials reprendre {path} ».\n")
    return 0


def _read(folder: Path, publies: tuple[Path, ...], path: Path, *, essai: bool) -> int:
    classeur = _opened(path)
    if not essai:
        Depot(folder).nettoyer()
    dossier = _dossier(folder, classeur.slug)
    version = dossier[IDENTITE]["version"]
    if classeur.version != version:
        raise RefuseError(
            f"{path} est de la version {classeur.version or '(effacée)'} des données, qui en sont à la {version} : "
            "écrivez un nouveau classeur, et reportez-y vos changements."
        )
    done = reprendre(dossier, classeur, date.today().isoformat())  # noqa: DTZ011 — the day of whoever types
    faults = done.fautes
    if done.changements:
        faults = tuple(placees(classeur.slug, done.fichiers, classeur, _findings(folder, publies, classeur.slug, done)))
    for fault in faults:
        say(f"{fault.cellule}\n  {fault.message}\n")
    if faults:
        say(f"{len(faults)} défaut(s) : rien n’est écrit.\n")
        return 1
    for change in done.changements:
        say(f"{change}\n")
    count = len(done.changements)
    if not count:
        say("Le classeur dit ce que disent les données : rien n’a changé.\n")
    elif essai:
        say(f"{count} changement(s) ; rien n’est écrit.\n")
    else:
        _put(folder, classeur.slug, done)
        say(
            f"{count} changement(s) écrits dans certifications/{classeur.slug}, version {done.fichiers[IDENTITE]['version']}.\n"
        )
    return 0


def _opened(path: Path) -> Classeur:
    try:
        return lire(path.read_bytes())
    except OSError as error:
        raise RefuseError(f"{path} ne s’ouvre pas : vérifiez son nom et vos droits de lecture.") from error
    except ClasseurRefuseError as refusal:
        raise RefuseError(f"{path} : {refusal}.") from refusal


def _dossier(folder: Path, slug: str) -> dict[str, Any]:
    depot = Depot(folder)
    if not slug or "/" in slug or not (depot.dossier(slug) / IDENTITE).is_file():
        raise RefuseError(
            f"Aucune certification « {slug} » dans {folder / 'certifications'} : donnez le nom d’un de ses dossiers."
        )
    try:
        return depot.lire(slug)
    except DonneesIllisiblesError as error:
        raise RefuseError(str(error)) from error


def _put(folder: Path, slug: str, done: Reprise) -> None:
    depot = Depot(folder)
    depot.ecrire(slug, done.fichiers)
    depot.nettoyer()


def _findings(folder: Path, publies: tuple[Path, ...], slug: str, done: Reprise) -> list[Finding]:
    """Return what the checker would find once the files are written, and does not find today."""
    with TemporaryDirectory() as place:
        copy = Path(place) / folder.name
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__", ".*"))
        others = tuple(one for one in publies if one.resolve() != folder)
        before = set(verifier.du_dossier(copy, others))
        _put(copy, slug, done)
        after = set(verifier.du_dossier(copy, others))
        # New codes are noted when they are published, not before.
        return sorted(one for one in after - before if one.code != REF014 or one.cause)
