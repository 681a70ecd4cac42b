"""What the command line does on the file of a livret.  Its days are read as on that of its file, or on another."""

from __future__ import annotations

from datetime import date

from forms.livret_de_reperage import etat, tableur, texte
from forms.livret_de_reperage.commandes.resultats import RESULTATS
from forms.livret_de_reperage.commandes.verser import VERSER
from forms.livret_de_reperage.mains import MAINS
from forms.plusieurs_mains.commandes import FichierDeMains, fusion_of
from forms.plusieurs_mains.fichier import Ouverture, open_file
from forms.questionnaire.modele import Questionnaire
from forms.socle.commandes import Commandes
from forms.socle.feuille import Feuille


def ouvrir(text: str, form: Questionnaire) -> Ouverture:
    """Open the text of a file.  Raises Refus."""
    return open_file(text, form, MAINS)


def evaluer(fichier: FichierDeMains, jour: date) -> str:
    """Return the proposals, the plan and the deadlines, exactly what the page shows on that day."""
    return etat.to_text(etat.evaluate(fichier.formulaire, fichier.ouverture.copie, jour))


def en_texte(fichier: FichierDeMains, jour: date) -> str:
    """Return the livret as text: answers with their authors, proposals, plan."""
    return texte.texte(fichier.formulaire, fichier.ouverture.copie, jour)


def feuilles(fichier: FichierDeMains, jour: date) -> tuple[Feuille, ...]:
    """Return the answers with their authors as a table, on that day."""
    return (tableur.feuille(fichier.formulaire, fichier.ouverture.copie, jour.isoformat()),)


COMMANDES = Commandes(
    ouvrir=ouvrir,
    nombre=lambda ouverture: len(ouverture.copie.ecrits),
    evaluer=evaluer,
    texte=en_texte,
    feuilles=feuilles,
    seuls=(RESULTATS,),
    deux=(fusion_of(MAINS), VERSER),
)
