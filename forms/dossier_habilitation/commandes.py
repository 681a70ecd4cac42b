"""What the command line does on the file of a dossier.  A dossier is judged on a day: that of its file, or another."""

from __future__ import annotations

from datetime import date

from forms.dossier_habilitation import conformite, etat, tableur, texte
from forms.dossier_habilitation.genre import GENRE
from forms.questionnaire import lignes
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.ouverture import Ouverture, open_file
from forms.socle.commandes import Commandes, Fichier
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


COMMANDES = Commandes(
    ouvrir=ouvrir,
    nombre=lambda ouverture: lignes.answered(ouverture.valeurs),
    evaluer=evaluer,
    texte=en_texte,
    feuilles=feuilles,
)
