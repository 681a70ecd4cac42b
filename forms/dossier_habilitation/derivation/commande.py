"""What the command line does on the file of a dossier.  A dossier is judged on a day: that of its file, or another."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from forms.auto_positionnement import phrases_ouverture
from forms.dossier_habilitation import conformite, etat, tableur, texte
from forms.dossier_habilitation.derivation import derive
from forms.dossier_habilitation.fichier import DOSSIER
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.ouverture import Ouverture
from forms.questionnaire.ouverture import open_file as open_text
from forms.socle import etat_certification, phrases_etat, refus
from forms.socle.feuille import Feuille
from forms.socle.fichier import parse
from referentials.model_certification import Certification


@dataclass(frozen=True, slots=True)
class FichierDossier:
    """The file of a dossier and its day, opened with the form of its own certification."""

    text: str
    jour: date
    questionnaire: Questionnaire
    ouverture: Ouverture


def open_file(text: str, certification: Certification) -> FichierDossier:
    """Open the text of a file.  Raises Refus: also where the certification has no dossier to send."""
    questionnaire = derive(certification)
    if questionnaire is None:
        raise refus.Refus(
            f"« {certification.intitule} » n’a pas de cahier des charges dans ces données, donc pas de dossier : "
            "mettez Repère à jour, ou vérifiez le fichier."
        )
    ouverture = open_text(text, questionnaire, DOSSIER)
    jour = datetime.fromisoformat(ouverture.exporte_le).date()
    return FichierDossier(text, jour, questionnaire, ouverture)


def evaluer(fichier: FichierDossier, jour: date) -> str:
    """Return the state of conformity, exactly what the page shows on that day."""
    return etat.to_text(conformite.evaluate(fichier.questionnaire, fichier.ouverture.valeurs, jour)) + "\n"


def verifier(fichier: FichierDossier, jour: date) -> str:
    """Return what the file is: valid, with so many answers; then the state of its certification."""
    said = phrases_ouverture.valid(len(fichier.ouverture.valeurs), fichier.questionnaire.intitule)
    return said + phrases_etat.paragraph(fichier.questionnaire.etats, jour.isoformat())


def en_texte(fichier: FichierDossier, jour: date) -> str:
    """Return the dossier as text: bordereau, state, answers."""
    return texte.texte(fichier.questionnaire, fichier.ouverture.valeurs, jour)


def feuilles(fichier: FichierDossier, jour: date) -> tuple[Feuille, ...]:
    """Return all the tables, the matrix of conformity first."""
    return tableur.feuilles(fichier.questionnaire, fichier.ouverture.valeurs, jour)


def migrer(fichier: FichierDossier, _: date) -> str:
    """Return the file in the newest format."""
    donnees = etat_certification.dated(parse(fichier.text, DOSSIER), fichier.questionnaire.etats)
    return json.dumps(donnees, ensure_ascii=False, indent=2) + "\n"


COMMANDS: Mapping[str, Callable[[FichierDossier, date], str]] = {
    "evaluer": evaluer,
    "verifier": verifier,
    "texte": en_texte,
    "migrer": migrer,
}
