"""What the command line does on the file of a dossier.  A dossier is judged on a day: that of its file, or another."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from datetime import date

from forms.dossier_habilitation import annexe, conformite, etat, tableur, texte, texte_convention
from forms.dossier_habilitation.convention import projet
from forms.dossier_habilitation.genre import GENRE
from forms.questionnaire import lignes
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.ouverture import Ouverture, open_file
from forms.socle.commandes import Commandes, Fichier, Seul
from forms.socle.feuille import Feuille

FichierDossier = Fichier[Questionnaire, Ouverture]


def ouvrir(text: str, questionnaire: Questionnaire) -> Ouverture:
    """Open the text of a file.  Raises Refus."""
    return open_file(text, questionnaire, GENRE)


def evaluer(fichier: FichierDossier, jour: date) -> str:
    """Return the state of conformity, exactly what the page shows on that day."""
    return etat.to_text(conformite.evaluate(fichier.formulaire, fichier.ouverture.valeurs, jour))


def en_texte(fichier: FichierDossier, jour: date) -> str:
    """Return the dossier as text: bordereau, state, answers."""
    return texte.texte(fichier.formulaire, fichier.ouverture.valeurs, jour)


def feuilles(fichier: FichierDossier, jour: date) -> tuple[Feuille, ...]:
    """Return all the tables, the matrix of conformity first."""
    return tableur.feuilles(fichier.formulaire, fichier.ouverture.valeurs, jour)


def engagements(fichier: FichierDossier, jour: date, options: Namespace) -> tuple[str, list[str]]:
    """Return the annex of commitments, as text or as the JSON that the page has.  Raises Refus where there is none."""
    given = fichier.formulaire, fichier.ouverture.valeurs, jour
    if options.format == "json":
        return json.dumps(annexe.annexe(*given), ensure_ascii=False, indent=2) + "\n", []
    return annexe.texte(*given), []


def convention(fichier: FichierDossier, jour: date, options: Namespace) -> tuple[str, list[str]]:
    """Return the draft of a convention, as text or as the JSON that the page has.  Raises Refus where there is none."""
    given = fichier.formulaire, fichier.ouverture.valeurs, jour
    if options.format == "json":
        return json.dumps(projet(*given), ensure_ascii=False, indent=2) + "\n", []
    return texte_convention.texte(*given), []


def _format(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=("texte", "json"), default="texte")


ENGAGEMENTS = Seul(
    nom="engagements",
    aide="écrit l’annexe d’engagements d’un dossier d’habilitation",
    prend=GENRE,
    options=_format,
    ecrire=engagements,
    a_un_jour=True,
)


CONVENTION = Seul(
    nom="convention",
    aide="écrit le projet de convention d’un dossier d’habilitation",
    prend=GENRE,
    options=_format,
    ecrire=convention,
    a_un_jour=True,
)


COMMANDES = Commandes(
    ouvrir=ouvrir,
    nombre=lambda ouverture: lignes.answered(ouverture.valeurs),
    evaluer=evaluer,
    texte=en_texte,
    feuilles=feuilles,
    seuls=(ENGAGEMENTS, CONVENTION),
)
