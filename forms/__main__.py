"""Command line of the forms, on files that a page saved: `python -m forms --help` says what it does."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from forms.droit import commandes as droit
from forms.questionnaire.dates import read as read_day
from forms.socle import classeur, commandes, feuille, mise_en_page, refus, registre
from forms.socle.commandes import Deux, Fichier, Seul
from forms.socle.fichier import format_of, parse
from referentials import terminal
from referentials.load import load
from referentials.model_certification import Certification
from referentials.titles import distinct_titles

# As in the page: see LARGEST_FILE of forms/page/reading.mjs.
LARGEST_FILE = 5_000_000
# The others write JSON, or tables.
FOR_PEOPLE = {"texte", "verifier"}
TABLES = {
    "csv": "écrit le premier tableau en CSV, pour un tableur",
    "xlsx": "écrit tous les tableaux dans un classeur : … > tableaux.xlsx",
}
Ouvert = Fichier[Any, Any]


def of_two_files() -> dict[str, list[Deux]]:
    """Return the commands on two files: by name, one for each pair of kinds that has it; the others take one file, of any kind."""
    found: dict[str, list[Deux]] = {}
    for genre in registre.genres():
        for deux in genre.commandes.deux:
            found.setdefault(deux.nom, []).append(deux)
    return found


def of_one_file() -> dict[str, Seul]:
    """Return the commands on one file of one kind."""
    return {seul.nom: seul for genre in registre.genres() for seul in genre.commandes.seuls}


def read_text(path: Path) -> str:
    """Return the text of a file.  Raises Refus."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise refus.too_big()
        return path.read_text("utf-8")
    except OSError as error:
        raise refus.Refus(f"« {path} » ne s’ouvre pas : vérifiez son nom et vos droits de lecture.") from error
    except UnicodeDecodeError as error:
        raise refus.Refus(
            f"« {path} » n’est pas un texte UTF-8 : reprenez le fichier tel que Repère l’a écrit."
        ) from error


def certification_of(slug: str) -> Certification:
    """Return the certification that a file is about.  Raises Refus."""
    collection = load()
    try:
        return collection.certification(slug)
    except KeyError as error:
        raise refus.unknown_certification(distinct_titles(collection).values()) from error


def open_file(path: Path) -> Ouvert:
    """Open an exported file with the form of its own certification.  Raises Refus."""
    text = read_text(path)
    found = format_of(text)
    genre = registre.of_format(found)
    if genre is None:
        raise refus.of_no_kind(found, [known.format for known in registre.genres()])
    return commandes.open_file(genre, path, text, certification_of(parse(text, genre)["certification"]))


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = terminal.Parser(
        prog="python -m forms", description="Lit un fichier enregistré par un formulaire, ou dit ce qui vaut un jour."
    )
    commands = parser.add_subparsers(dest="commande", required=True)
    aide_jour = "jour où lire le fichier, et dire l’état de la certification ; sans cela, celui du fichier"
    for name, aide in {**{name: aide for name, (aide, _) in commandes.TEXTES.items()}, **TABLES}.items():
        command = commands.add_parser(name, help=aide)
        command.add_argument("fichiers", nargs=1, type=Path, metavar="FICHIER.json")
        command.set_defaults(jour=None)
        if name not in commandes.SANS_JOUR:
            command.add_argument("--jour", type=_jour, metavar="AAAA-MM-JJ", help=aide_jour)
    for name, seul in of_one_file().items():
        command = commands.add_parser(name, help=seul.aide)
        command.add_argument("fichiers", nargs=1, type=Path, metavar="FICHIER.json")
        command.set_defaults(jour=None)
        if seul.a_un_jour:
            command.add_argument("--jour", type=_jour, metavar="AAAA-MM-JJ", help=aide_jour)
        seul.options(command)
    for name, (deux, *_) in of_two_files().items():
        command = commands.add_parser(name, help=deux.aide)
        command.add_argument("fichiers", nargs=2, type=Path, metavar=deux.metavar)
        if deux.a_un_jour:
            command.add_argument("--jour", type=_jour, metavar="AAAA-MM-JJ", help=aide_jour)
        deux.options(command)
    aide = "dit ce que la loi prévoit pour une certification, une situation et un jour"
    droit.add(commands.add_parser(droit.NAME, help=aide), _jour)
    return parser.parse_args(arguments)


def _jour(text: str) -> date:
    found = read_day(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"« {text} » n’est pas un jour : écrivez-le AAAA-MM-JJ")
    return found


def _two(first: Ouvert, second: Ouvert, options: argparse.Namespace) -> tuple[str, list[str]]:
    """Return what a command on two files writes, and what it says on standard error.  Raises Refus."""
    known = of_two_files()
    asked, found = known[options.commande], (first.genre, second.genre)
    for deux in asked:
        if deux.prend == found:
            return deux.ecrire(first, second, options)
    others = [name for name, pairs in known.items() if any(deux.prend == found for deux in pairs)]
    raise refus.not_taken(options.commande, [deux.prend for deux in asked], found, others)


def _one(fichier: Ouvert, options: argparse.Namespace) -> tuple[str, list[str]]:
    """Return what a command on one file of one kind writes, and what it says on standard error.  Raises Refus."""
    asked = of_one_file()[options.commande]
    if fichier.genre != asked.prend:
        raise refus.not_taken_alone(asked.nom, asked.prend, fichier.genre)
    return asked.ecrire(fichier, options.jour or fichier.jour, options)


def _tables(fichier: Ouvert, name: str, jour: date) -> tuple[str | bytes, list[str]]:
    """Return the tables of a file as the command writes them, and what a spreadsheet would change in them."""
    sheets = fichier.genre.commandes.feuilles(fichier, jour)
    if name == "csv":
        return feuille.to_csv(sheets[0]), [*filter(None, [feuille.altered(sheets[0])])]
    papier = mise_en_page.papier(fichier.formulaire.intitule, fichier.formulaire.etats, jour)
    return classeur.write(sheets, papier), [*filter(None, [feuille.too_long(sheets)])]


def _print(written: str | bytes, options: argparse.Namespace) -> int:
    """Print what a command writes, each kind for whoever reads it.  Returns the exit code."""
    if isinstance(written, bytes):
        return terminal.give_bytes(
            written, f"Un classeur ne s’affiche pas à l’écran : {options.commande} … > tableaux.xlsx\n"
        )
    if options.commande in FOR_PEOPLE or getattr(options, "format", "") == "texte":
        terminal.say(written)
    elif options.commande == "csv":
        terminal.give_table(written)
    else:
        terminal.give_json(written)
    return 0


def _remarks(name: str, fichier: Ouvert) -> list[str]:
    return fichier.genre.commandes.migre(fichier) if name == "migrer" else list(fichier.ouverture.avis)


def main(arguments: list[str] | None = None) -> int:
    """Run the command.  Returns 0, or 1 where a file is refused; the reason is on standard error."""
    options = _options(arguments)
    name = options.commande
    try:
        if name == droit.NAME:
            terminal.say(droit.write(load(), options))
            return 0
        fichiers = [open_file(path) for path in options.fichiers]
        first = fichiers[0]
        written: str | bytes
        remarks: list[str] = []
        if len(fichiers) > 1:
            written, remarks = _two(first, fichiers[1], options)
        elif name in of_one_file():
            written, remarks = _one(first, options)
        elif name in TABLES:
            written, remarks = _tables(first, name, options.jour or first.jour)
        else:
            written = commandes.TEXTES[name][1](first, options.jour or first.jour)
    except refus.Refus as refusal:
        terminal.warn(f"{refusal}\n")
        return 1
    except ModuleNotFoundError as missing:
        if not str(missing.name).startswith("forms.validateurs."):
            raise
        terminal.warn("Cette copie de Repère n’est pas construite : lancez « make site », puis recommencez.\n")
        return 1
    code = _print(written, options)
    for fichier in fichiers:
        remarks += _remarks(name, fichier)
    for remark in remarks:
        terminal.warn(f"{remark}\n")
    return code


if __name__ == "__main__":
    terminal.command(main)
