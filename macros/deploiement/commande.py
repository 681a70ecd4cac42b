"""The two commands of deployment: `python -m macros hebergement` and `python -m macros verifier-site URL`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from macros.deploiement import hebergement, verification
from macros.deploiement.attentes import attentes
from macros.deploiement.reseau import UnreachableError, asker
from referentials import terminal

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
READY = ROOT / "build" / "hebergement"


def ready_files(_: argparse.Namespace) -> int:
    """Write the ready files of the hosts."""
    hebergement.write(READY)
    return 0


def verify(options: argparse.Namespace) -> int:
    """Compare a deployed site with the folder that was sent.  Returns 1 where something is wrong."""
    if not options.url.startswith(("https://", "http://")):
        terminal.warn(
            f"« {options.url} » n’est pas une adresse : donnez-la entière, par exemple https://exemple.fr/repere/.\n"
        )
        return 1
    if not (options.dossier / verification.INDEX).is_file():
        terminal.warn(
            f"« {options.dossier} » ne contient pas de site : lancez « make site », ou nommez le dossier envoyé.\n"
        )
        return 1
    try:
        found = verification.check(options.dossier, asker(options.url), attentes(), headers=not options.sans_entetes)
    except UnreachableError as error:
        terminal.warn(f"{error}\n")
        return 1
    terminal.say(verification.report(options.url, len(verification.addresses(options.dossier)), found))
    return 1 if any(not faute.conseil for faute in found) else 0


def declare(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Declare both to the command line."""
    add("hebergement", help="écrit les fichiers prêts pour les hôtes dans build/hebergement/").set_defaults(
        run=ready_files
    )
    command = add("verifier-site", help="compare un site en ligne au dossier envoyé : contenu, types, en-têtes")
    command.add_argument("url", metavar="URL", help="adresse du site, par exemple https://exemple.fr/repere/")
    command.add_argument("--dossier", type=Path, default=SITE, help="le dossier envoyé (site/)")
    command.add_argument(
        "--sans-entetes", action="store_true", help="pour un hôte qui ne laisse pas choisir les en-têtes"
    )
    command.set_defaults(run=verify)
