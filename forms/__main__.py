"""Command line of the forms, on files that a page saved: `python -m forms --help` says what it does."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from forms.auto_positionnement import commande, phrases_ouverture
from forms.auto_positionnement.commande import Fichier
from forms.dossier_habilitation.derivation import commande as commande_dossier
from forms.dossier_habilitation.derivation.commande import FichierDossier
from forms.dossier_habilitation.fichier import DOSSIER
from forms.livret_de_reperage.derivation import commande as commande_livret
from forms.livret_de_reperage.derivation import deux_fichiers
from forms.livret_de_reperage.derivation.commande import FichierLivret
from forms.livret_de_reperage.fichier import LIVRET
from forms.questionnaire.dates import read as read_day
from forms.socle import classeur, feuille, refus
from forms.socle.fichier import FORMAT, VERSION, format_of, parse
from forms.socle.json_strict import read
from referentials import terminal
from referentials.load import load
from referentials.model_certification import Certification

# As in the page: see LARGEST_FILE of forms/page/reading.mjs.
LARGEST_FILE = 5_000_000
# The others write JSON, or tables.
FOR_PEOPLE = {"texte", "verifier"}
TABLES = {
    "csv": "écrit les réponses en CSV, pour un tableur ; d’un dossier, sa matrice de conformité",
    "xlsx": "écrit tous les tableaux dans un classeur : … > tableaux.xlsx",
}
# What a command on two files takes, one kind for each; the others take one file, of any kind.
TAKES = {
    "comparer": (FORMAT, FORMAT),
    "fusionner": (LIVRET.format, LIVRET.format),
    "verser": (LIVRET.format, FORMAT),
}
Ouvert = Fichier | FichierDossier | FichierLivret


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
    known = [certification.slug for certification in collection.certifications]
    if slug not in known:
        raise refus.unknown_certification(slug, known)
    return collection.certification(slug)


def open_file(path: Path) -> Ouvert:
    """Open an exported file with the form of its own certification.  Raises Refus."""
    text = read_text(path)
    found = format_of(text)
    if found == DOSSIER.format:
        return commande_dossier.open_file(text, certification_of(parse(text, DOSSIER)["certification"]))
    if found == LIVRET.format:
        return commande_livret.open_file(text, certification_of(parse(text, LIVRET)["certification"]))
    if found != FORMAT:
        raise refus.of_no_kind(found, (FORMAT, LIVRET.format, DOSSIER.format))
    return commande.open_file(path, text, certification_of(parse(text)["certification"]))


def _format(fichier: Ouvert) -> str:
    """Return the format of an opened file."""
    return {FichierDossier: DOSSIER.format, FichierLivret: LIVRET.format}.get(type(fichier), FORMAT)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = terminal.Parser(prog="python -m forms", description="Lit un fichier enregistré par un formulaire.")
    commands = parser.add_subparsers(dest="commande", required=True)
    aide_jour = "jour où lire le fichier, et dire l’état de la certification ; sans cela, celui du fichier"
    for name, aide in {**{name: aide for name, (aide, _) in commande.COMMANDS.items()}, **TABLES}.items():
        command = commands.add_parser(name, help=aide)
        command.add_argument("fichiers", nargs=1, type=Path, metavar="FICHIER.json")
        command.add_argument("--jour", type=_jour, metavar="AAAA-MM-JJ", help=aide_jour)
    comparison = commands.add_parser("comparer", help="met deux fichiers côte à côte")
    comparison.add_argument("fichiers", nargs=2, type=Path, metavar="FICHIER.json")
    comparison.add_argument("--jour", type=_jour, metavar="AAAA-MM-JJ", help=aide_jour)
    comparison.add_argument("--format", choices=("texte", "json"), default="texte")
    merge = commands.add_parser("fusionner", help="met ensemble deux copies d’un livret de repérage : … > livret.json")
    merge.add_argument("fichiers", nargs=2, type=Path, metavar="LIVRET.json")
    aide_choix = "là où les deux copies diffèrent : garder la réponse de la première (ici) ou de la seconde (autre) ; section:PARTIE=… pour toute une partie"
    merge.add_argument("--choisir", action="append", default=[], metavar="PLACE=ici|autre", help=aide_choix)
    pour = commands.add_parser(
        "verser", help="reprend un auto-positionnement dans un livret de repérage : … > livret.json"
    )
    pour.add_argument("fichiers", nargs=2, type=Path, metavar=("LIVRET.json", "AUTO-POSITIONNEMENT.json"))
    return parser.parse_args(arguments)


def _two(fichiers: list[Ouvert], options: argparse.Namespace) -> tuple[str, list[str]]:
    """Return what a command on two files writes, and what it says on standard error.  Raises Refus."""
    first, second = fichiers
    if options.commande == "comparer" and isinstance(first, Fichier) and isinstance(second, Fichier):
        jour = options.jour.isoformat() if options.jour else None
        return commande.comparer(first, second, jour, en_json=options.format == "json"), []
    if options.commande == "fusionner" and isinstance(first, FichierLivret) and isinstance(second, FichierLivret):
        return deux_fichiers.fusionner(first, second, deux_fichiers.choices(options.choisir))
    if options.commande == "verser" and isinstance(first, FichierLivret) and isinstance(second, Fichier):
        written, avis = deux_fichiers.verser(first, second.formulaire, second.ouverture)
        return written, [avis]
    found = (_format(first), _format(second))
    others = [name for name, kinds in TAKES.items() if kinds == found]
    raise refus.not_taken(options.commande, TAKES[options.commande], found, others)


def _jour(text: str) -> date:
    found = read_day(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"« {text} » n’est pas un jour : écrivez-le AAAA-MM-JJ")
    return found


def _tables(fichier: Ouvert, options: argparse.Namespace) -> tuple[str | bytes, list[str]]:
    """Return the tables of a file as the command writes them, and what a spreadsheet would change in them."""
    if isinstance(fichier, Fichier):
        jour = options.jour or date.fromisoformat(fichier.jour)
        sheets = commande.feuilles(fichier, jour.isoformat())
    elif isinstance(fichier, FichierLivret):
        jour = options.jour or fichier.jour
        sheets = commande_livret.feuilles(fichier, jour)
    else:
        jour = options.jour or fichier.jour
        sheets = commande_dossier.feuilles(fichier, jour)
    if options.commande == "csv":
        return feuille.to_csv(sheets[0]), [*filter(None, [feuille.altered(sheets[0])])]
    return classeur.write(sheets, jour), [*filter(None, [feuille.too_long(sheets)])]


def _write(fichier: Ouvert, options: argparse.Namespace) -> str:
    if isinstance(fichier, FichierDossier):
        return commande_dossier.COMMANDS[options.commande](fichier, options.jour or fichier.jour)
    if isinstance(fichier, FichierLivret):
        return commande_livret.COMMANDS[options.commande](fichier, options.jour or fichier.jour)
    jour = options.jour.isoformat() if options.jour else fichier.jour
    return commande.COMMANDS[options.commande][1](fichier, jour)


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
    if name != "migrer" or isinstance(fichier, FichierDossier | FichierLivret):
        return list(fichier.ouverture.avis)
    changes = phrases_ouverture.details(fichier.ouverture.changements)
    return [phrases_ouverture.migrated(int(read(fichier.text)["version"]), VERSION), *fichier.ouverture.avis, *changes]


def main(arguments: list[str] | None = None) -> int:
    """Run the command.  Returns 0, or 1 where a file is refused; the reason is on standard error."""
    options = _options(arguments)
    try:
        fichiers = [open_file(path) for path in options.fichiers]
        written: str | bytes
        remarks: list[str] = []
        if len(fichiers) > 1:
            written, remarks = _two(fichiers, options)
        elif options.commande in TABLES:
            written, remarks = _tables(fichiers[0], options)
        else:
            written = _write(fichiers[0], options)
    except refus.Refus as refusal:
        terminal.warn(f"{refusal}\n")
        return 1
    code = _print(written, options)
    for fichier in fichiers:
        remarks += _remarks(options.commande, fichier)
    for remark in remarks:
        terminal.warn(f"{remark}\n")
    return code


if __name__ == "__main__":
    terminal.command(main)
