"""What the command line does on the file of a livret.  Its days are read as on that of its file, or on another."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from forms.auto_positionnement import phrases_ouverture
from forms.livret_de_reperage import etat, tableur, texte
from forms.livret_de_reperage.derivation import derive
from forms.livret_de_reperage.fichier import LIVRET, Ouverture
from forms.livret_de_reperage.fichier import open_file as open_text
from forms.questionnaire.modele import Questionnaire
from forms.socle import etat_certification, phrases_etat, refus
from forms.socle.feuille import Feuille
from forms.socle.fichier import parse
from referentials.model_certification import Certification


@dataclass(frozen=True, slots=True)
class FichierLivret:
    """The file of a livret and its day, opened with the form of its own certification."""

    text: str
    jour: date
    questionnaire: Questionnaire
    ouverture: Ouverture


def open_file(text: str, certification: Certification) -> FichierLivret:
    """Open the text of a file.  Raises Refus: also where the certification has no livret."""
    questionnaire = derive(certification)
    if questionnaire is None:
        raise refus.Refus(
            f"« {certification.intitule} » n’a ni bloc, ni domaine, ni CCP dans ces données, donc pas de livret : "
            "mettez Repère à jour, ou vérifiez le fichier."
        )
    ouverture = open_text(text, questionnaire)
    jour = datetime.fromisoformat(ouverture.exporte_le).date()
    return FichierLivret(text, jour, questionnaire, ouverture)


def evaluer(fichier: FichierLivret, jour: date) -> str:
    """Return the proposals, the plan and the deadlines, exactly what the page shows on that day."""
    return etat.to_text(etat.evaluate(fichier.questionnaire, fichier.ouverture.livret, jour)) + "\n"


def verifier(fichier: FichierLivret, jour: date) -> str:
    """Return what the file is: valid, with so many answers; then the state of its certification."""
    said = phrases_ouverture.valid(len(fichier.ouverture.livret.ecrits), fichier.questionnaire.intitule)
    return said + phrases_etat.paragraph(fichier.questionnaire.etats, jour.isoformat())


def en_texte(fichier: FichierLivret, jour: date) -> str:
    """Return the livret as text: answers with their authors, proposals, plan."""
    return texte.texte(fichier.questionnaire, fichier.ouverture.livret, jour)


def feuilles(fichier: FichierLivret, jour: date) -> tuple[Feuille, ...]:
    """Return the answers with their authors as a table, on that day."""
    return (tableur.feuille(fichier.questionnaire, fichier.ouverture.livret, jour.isoformat()),)


def migrer(fichier: FichierLivret, _: date) -> str:
    """Return the file in the newest format."""
    donnees = etat_certification.dated(parse(fichier.text, LIVRET), fichier.questionnaire.etats)
    return json.dumps(donnees, ensure_ascii=False, indent=2) + "\n"


COMMANDS: Mapping[str, Callable[[FichierLivret, date], str]] = {
    "evaluer": evaluer,
    "verifier": verifier,
    "texte": en_texte,
    "migrer": migrer,
}
