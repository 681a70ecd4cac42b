"""What the command line does on the file of a dossier.  A dossier is judged on a day: that of its file, or another."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from forms.dossier_habilitation import (
    annexe,
    conformite,
    etat,
    phrases_modification,
    tableur,
    texte,
    texte_convention,
    texte_modification,
)
from forms.dossier_habilitation.convention import projet
from forms.dossier_habilitation.genre import GENRE
from forms.dossier_habilitation.modification import Envoye, lettre
from forms.questionnaire import lignes
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.ouverture import Ouverture, open_file
from forms.socle.commandes import Commandes, Deux, Fichier, Seul
from forms.socle.feuille import Feuille

FichierDossier = Fichier[Questionnaire, Ouverture]
T = TypeVar("T")
# The form, the raw values of a file and a day → what is written; raises Refus where there is none.
Faire = Callable[[Questionnaire, Mapping[str, Any], date], T]


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


def _format(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=("texte", "json"), default="texte")


def _papier(nom: str, intitule: str, en_json: Faire[Any], en_texte: Faire[str]) -> Seul:
    """Return the command that writes a paper of the dossier, as text or as the JSON that the page has."""

    def ecrire(fichier: FichierDossier, jour: date, options: Namespace) -> tuple[str, list[str]]:
        given = fichier.formulaire, fichier.ouverture.valeurs, jour
        if options.format == "json":
            return json.dumps(en_json(*given), ensure_ascii=False, indent=2) + "\n", []
        return en_texte(*given), []

    aide = f"écrit {intitule} d’un dossier d’habilitation"
    return Seul(nom=nom, aide=aide, prend=GENRE, options=_format, ecrire=ecrire, a_un_jour=True)


def _changed(envoye: FichierDossier, fichier: FichierDossier, options: Namespace) -> tuple[str, list[str]]:
    sent = Envoye(envoye.ouverture.valeurs, envoye.ouverture.exporte_le, envoye.ouverture.avis)
    given = fichier.formulaire, sent, fichier.ouverture.valeurs, options.jour or fichier.jour
    avis = [phrases_modification.newer(envoye.jour, fichier.jour)] if envoye.jour > fichier.jour else []
    if options.format == "json":
        return json.dumps(lettre(*given), ensure_ascii=False, indent=2) + "\n", avis
    return texte_modification.texte(*given), avis


MODIFICATION = Deux(
    nom="modification",
    aide="écrit ce qui change depuis un dossier d’habilitation envoyé, et la lettre à la branche",
    metavar=("ENVOYÉ.json", "ACTUEL.json"),
    prend=(GENRE, GENRE),
    options=_format,
    ecrire=_changed,
    a_un_jour=True,
)

COMMANDES = Commandes(
    ouvrir=ouvrir,
    nombre=lambda ouverture: lignes.answered(ouverture.valeurs),
    evaluer=evaluer,
    texte=en_texte,
    feuilles=feuilles,
    deux=(MODIFICATION,),
    seuls=(
        _papier("engagements", "l’annexe d’engagements", annexe.annexe, annexe.texte),
        _papier("convention", "le projet de convention", projet, texte_convention.texte),
    ),
)
