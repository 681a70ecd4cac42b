"""The list of the documents that go with the dossier, and where it goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from forms.dossier import reponses
from forms.ecriture import composed
from forms.questionnaire import conditions
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.natures import blank


@dataclass(frozen=True, slots=True)
class Piece:
    """A document enclosed; one document may answer several requirements."""

    numero: int
    document: str
    pour: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bordereau:
    """What is sent, by whom, to whom."""

    objet: str
    expediteur: tuple[str, ...]
    destinataire: tuple[str, ...]
    pieces: tuple[Piece, ...]


def bordereau(questionnaire: Questionnaire, donnees: Mapping[str, Any]) -> Bordereau:
    """Return the bordereau of raw values: each document that they name, once, in the order of the form."""
    asked = conditions.asked(questionnaire, donnees)
    noms = reponses.names(asked, donnees)
    found: dict[str, list[str]] = {}
    spelled: dict[str, str] = {}
    for _, bloc in asked.blocs():
        for reponse in reponses.of_bloc(asked, bloc, donnees, noms):
            if reponse.document and not blank(reponse.texte):
                name = " ".join(reponse.texte.split())
                uses = found.setdefault(spelled.setdefault(composed(name), name), [])
                uses.append(f"{bloc.intitule}, {reponse.element}" if reponse.element else bloc.intitule)
    envoi = questionnaire.envoi
    lines = (str(donnees.get(code) or "") for code in ("denomination", "adresse"))
    return Bordereau(
        objet=f"Demande d’habilitation : {questionnaire.intitule}",
        expediteur=tuple(line.strip() for text in lines for line in text.splitlines() if line.strip()),
        destinataire=(envoi.destinataire, *envoi.adresse) if envoi else (),
        pieces=tuple(Piece(rank, name, (*dict.fromkeys(uses),)) for rank, (name, uses) in enumerate(found.items(), 1)),
    )
