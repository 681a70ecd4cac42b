"""What the command line writes of the results of a livret: text, or a table for a spreadsheet."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date

from forms.livret_de_reperage import resultats
from forms.livret_de_reperage.genre import GENRE
from forms.plusieurs_mains.commandes import FichierDeMains
from forms.socle.commandes import Seul
from forms.socle.feuille import altered, to_csv


def _options(command: ArgumentParser) -> None:
    command.add_argument("--format", choices=("texte", "csv"), default="texte", help="texte (sans cela), ou csv")


def ecrire(fichier: FichierDeMains, jour: date, options: Namespace) -> tuple[str, list[str]]:
    """Return the results of a livret, read as on `jour`, and what a spreadsheet would change in the table."""
    given = fichier.formulaire, fichier.ouverture.copie, jour
    if options.format == "csv":
        feuille = resultats.feuille(*given)
        return to_csv(feuille), [*filter(None, [altered(feuille)])]
    return resultats.texte(*given), []


RESULTATS = Seul(
    nom="resultats",
    aide="écrit les résultats de l’entretien d’un livret, et ses prérequis : ce que l’on recopie sur la plateforme",
    prend=GENRE,
    options=_options,
    ecrire=ecrire,
    a_un_jour=True,
)
