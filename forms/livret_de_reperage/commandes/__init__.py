"""What the command line does on the file of a livret.  Its days are read as on that of its file, or on another."""

from __future__ import annotations

from datetime import date

from forms.livret_de_reperage import etat, tableur, texte
from forms.livret_de_reperage.commandes.deux_fichiers import FUSIONNER, VERSER, FichierLivret
from forms.plusieurs_mains.fichier import open_file
from forms.socle.commandes import Commandes
from forms.socle.feuille import Feuille


def evaluer(fichier: FichierLivret, jour: date) -> str:
    """Return the proposals, the plan and the deadlines, exactly what the page shows on that day."""
    return etat.to_text(etat.evaluate(fichier.formulaire, fichier.ouverture.livret, jour))


def en_texte(fichier: FichierLivret, jour: date) -> str:
    """Return the livret as text: answers with their authors, proposals, plan."""
    return texte.texte(fichier.formulaire, fichier.ouverture.livret, jour)


def feuilles(fichier: FichierLivret, jour: date) -> tuple[Feuille, ...]:
    """Return the answers with their authors as a table, on that day."""
    return (tableur.feuille(fichier.formulaire, fichier.ouverture.livret, jour.isoformat()),)


COMMANDES = Commandes(
    ouvrir=open_file,
    nombre=lambda ouverture: len(ouverture.livret.ecrits),
    evaluer=evaluer,
    texte=en_texte,
    feuilles=feuilles,
    deux=(FUSIONNER, VERSER),
)
