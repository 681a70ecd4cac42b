"""Command line of what is built from the data: `python -m macros` and the name of a step."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from macros import crossings, echafaudage, papers, rendering, sides, stubs
from macros.api import data as open_data
from macros.copie_usb.build import build as build_copy
from macros.deploiement import commande as deploiement
from macros.finish import SITE, finish
from macros.moteurs import comparaison as moteurs
from macros.navigateur.build import build
from macros.navigateur.paths import ROOT
from macros.navigateur.refusal import BundleError
from referentials import terminal
from referentials.load import UnreadableTreeError, load

ZENSICAL = ROOT / "build" / "zensical"


def browser(_: argparse.Namespace) -> int:
    """Make what the browser loads."""
    build(rendering.embarques())
    return 0


def compared(options: argparse.Namespace) -> int:
    """Compare what two builders made of the same pages.  Returns 1 where they differ in what is not listed."""
    found = moteurs.compare(options.mkdocs, options.zensical)
    terminal.say(f"{found.pages} pages comparées, {len(found.fautes)} écarts hors de la liste.\n")
    terminal.warn("".join(f"{faute}\n" for faute in found.fautes))
    return 1 if found.fautes else 0


def copy(_: argparse.Namespace) -> int:
    """Make the copy of the built site that opens without a server."""
    terminal.say(f"{build_copy()}\n")
    return 0


def data(_: argparse.Namespace) -> int:
    """Write the open data and the schemas under docs/."""
    open_data.write(load())
    return 0


def finished(options: argparse.Namespace) -> int:
    """Finish the site that a builder has left in a folder."""
    finish(options.dossier)
    return 0


def genre(options: argparse.Namespace) -> int:
    """Write the folder of a new kind of form."""
    try:
        made = echafaudage.write(ROOT, options.nom, options.titre)
    except echafaudage.NotAKindError as refusal:
        terminal.warn(f"{refusal}\n")
        return 1
    terminal.say("".join(f"{name}\n" for name in made) + "Ensuite : « make site », puis écrivez vos questions.\n")
    return 0


def pages(_: argparse.Namespace) -> int:
    """Write the Markdown stubs of the certifications under docs/, and what pages lay face to face or carry across."""
    stubs.write(load())
    sides.write(load())
    crossings.write(load())
    papers.write(load())
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the parser: a subcommand sets `run`, a function from options to exit code."""
    commands = terminal.Parser(prog="python -m macros", description="Construit le site à partir des données.")
    add = commands.add_subparsers(dest="commande", required=True).add_parser
    plain: tuple[tuple[str, str, Callable[[argparse.Namespace], int]], ...] = (
        ("navigateur", "prépare ce que le navigateur charge : Python, scripts, polices", browser),
        ("copie-usb", "fait de site/ un dossier qui s’ouvre sans serveur, et son zip", copy),
        ("pages", "écrit sous docs/ les pages que les données demandent", pages),
        ("data", "écrit les données ouvertes et les schémas sous docs/", data),
    )
    for name, aide, run in plain:
        add(name, help=aide).set_defaults(run=run)
    end = add("finish", help="achève le site construit : recherche, politique de chaque page, service worker")
    end.add_argument("--dossier", type=Path, default=SITE, help="le site construit (site/)")
    end.set_defaults(run=finished)
    builders = add("comparer-moteurs", help="compare page à page le site de MkDocs et celui de Zensical")
    builders.add_argument("--mkdocs", type=Path, default=SITE, help="le premier (site/)")
    builders.add_argument("--zensical", type=Path, default=ZENSICAL, help="le second (build/zensical/)")
    builders.set_defaults(run=compared)
    kind = add("genre", help="écrit un nouveau genre de formulaire : son dossier, son schéma, sa ligne du registre")
    kind.add_argument("nom", metavar="nom-du-genre")
    kind.add_argument("titre", metavar="Titre")
    kind.set_defaults(run=genre)
    deploiement.declare(add)
    return commands


def main(arguments: list[str] | None = None) -> int:
    """Run one subcommand.  Returns its exit code, or 1 with a French sentence where something refuses."""
    options = parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except (BundleError, UnreadableTreeError) as refusal:
        terminal.warn(f"{refusal}\n")
        return 1
    return code


if __name__ == "__main__":
    terminal.command(main)
