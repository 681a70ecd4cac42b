"""Command line of the forms: `python -m forms evaluer FICHIER.json` and `python -m forms verifier FICHIER.json`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from forms import refus, resultat
from forms.derivation import derive
from forms.evaluation import evaluate
from forms.fichier import parse
from forms.formulaire import Formulaire
from forms.ouverture import Ouverture, open_export
from referentials.load import load


def open_file(path: Path) -> tuple[Formulaire, Ouverture]:
    """Open an exported file with the form of its own certification.  Raises Refus."""
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise refus.Refus(f"« {path} » ne s’ouvre pas : vérifiez son nom et vos droits de lecture.") from error
    except UnicodeDecodeError as error:
        raise refus.Refus(
            f"« {path} » n’est pas un texte UTF-8 : reprenez le fichier tel que Repère l’a écrit."
        ) from error
    slug = parse(text)["certification"]
    collection = load()
    known = [certification.slug for certification in collection.certifications]
    if slug not in known:
        raise refus.unknown_certification(slug, known)
    formulaire = derive(collection.certification(slug))
    return formulaire, open_export(text, formulaire)


def main(arguments: list[str] | None = None) -> int:
    """Run the command.  Returns 0, or 1 where the file is refused; the reason is on standard error."""
    parser = argparse.ArgumentParser(prog="python -m forms", description="Lit un fichier enregistré par un formulaire.")
    commands = parser.add_subparsers(dest="commande", required=True)
    for name, aide in (("evaluer", "écrit le résultat en JSON"), ("verifier", "dit si le fichier est valable")):
        commands.add_parser(name, help=aide).add_argument("fichier", type=Path, metavar="FICHIER.json")
    options = parser.parse_args(arguments)
    try:
        formulaire, ouverture = open_file(options.fichier)
    except refus.Refus as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    if options.commande == "evaluer":
        sys.stdout.write(resultat.to_text(evaluate(formulaire, ouverture.reponses)) + "\n")
    else:
        noun = "réponse" if len(ouverture.reponses) < 2 else "réponses"  # noqa: PLR2004 — French plural
        sys.stdout.write(f"Fichier valable : {len(ouverture.reponses)} {noun} pour « {formulaire.intitule} ».\n")
    for avis in ouverture.avis:
        sys.stderr.write(f"{avis}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
