"""The sentences of a change that is told to the branche, in French.  Values come in, words go out; nothing is decided here."""

from __future__ import annotations

from datetime import date

from forms.questionnaire.dates import in_words
from forms.questionnaire.modele import ClauseDeDuree
from forms.socle.phrases import counted, typeset
from forms.socle.vocabulaire import UNITES_DE_TEMPS

TITRE = typeset("Modification du dossier d’habilitation")
PROPOSITION = typeset("Lettre proposée par Repère : la branche peut en demander une autre.")
MEMES = typeset("Les réponses des deux fichiers sont les mêmes.")
DOCUMENTS = typeset(
    "Un document remplacé sous le même nom ne se voit pas ici : s’il y en a un, ajoutez-le à la lettre."
)
RIEN = "(rien)"
MOUVEMENTS = {"ajoute": "ajout", "retire": "retrait"}
REGLES = typeset("De tout changement, le cahier des charges dit :")
POUR_VOUS = typeset("Pour vous, hors de la lettre")
SANS_NOTIFICATION = typeset(
    "Le jour où l’habilitation vous a été notifiée n’est pas rempli, ou ne se lit pas : sa fin n’est pas calculée."
)
A_VENIR = typeset("Ce jour n’est pas encore venu : vérifiez-le.")


def subject(intitule: str) -> str:
    """Return what the letter is about."""
    return typeset(f"Modification du dossier d’habilitation : {intitule}")


def since_sent(jour: date) -> str:
    """Return since when, where the file says on which day the dossier was to leave."""
    return typeset(f"Ce qui change depuis le dossier à envoyer le {in_words(jour)} :")


def since_saved(jour: date) -> str:
    """Return since when, where the file says only on which day it was saved."""
    return typeset(f"Ce qui change depuis le dossier enregistré le {in_words(jour)} :")


def row(element: str, mouvement: str) -> str:
    """Return what to call a row that changed, came or went."""
    return f"{element} ({MOUVEMENTS[mouvement]})" if mouvement else element


def change(libelle: str, avant: str, apres: str, mouvement: str) -> str:
    """Return an answer before and now, on one line of a text; of a row that came, the answer alone."""
    return typeset(f"{libelle} : ") + (apres if mouvement else f"{avant or RIEN} → {apres or RIEN}")


def notified(jour: date) -> str:
    """Return the day from which the accreditation is counted."""
    return typeset(f"Notification : {in_words(jour)}.")


def before_sending(envoi: date) -> str:
    """Return what is to be said of a notification that comes before the sending that the answers give."""
    return typeset(f"Ce jour vient avant celui de l’envoi du dossier, le {in_words(envoi)} : vérifiez l’un et l’autre.")


def ends(duree: ClauseDeDuree, jour: date, *, passee: bool) -> str:
    """Return the day that the duration leads to, and whether it is past."""
    told = f"{_long(duree)} après la notification : {in_words(jour)}"
    return typeset(f"{told}, date passée." if passee else f"{told}.")


def recalled(rappel: ClauseDeDuree, jour: date) -> str:
    """Return the day of the reminder."""
    return typeset(f"{_long(rappel)} avant cette fin : {in_words(jour)}.")


def _long(clause: ClauseDeDuree) -> str:
    unite = UNITES_DE_TEMPS[clause.unite]
    return counted(clause.valeur, unite.singulier, unite.pluriel)


def newer(envoye: date, actuel: date) -> str:
    """Return what is to be said of a file that is given as sent and was saved after the other."""
    return typeset(
        f"Le fichier donné comme envoyé a été enregistré le {in_words(envoye)}, après l’autre "
        f"({in_words(actuel)}) : vérifiez l’ordre des deux."
    )


def none_for(intitule: str) -> str:
    """Return why there is no letter to write."""
    return typeset(
        f"Les données de « {intitule} » ne disent pas ce qui se signale à la branche quand un dossier change : "
        "il n’y a pas de lettre à écrire."
    )
