"""What goes in the envelope: the dossier, its documents, from whom to whom, and whom the reader may call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from forms.dossier_habilitation import phrases, reponses
from forms.dossier_habilitation.natures import FonctionsTenues
from forms.questionnaire import conditions, en_mots, valeurs
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.natures import blank
from forms.questionnaire.valeurs import Valeurs
from forms.socle.ecriture import composed


@dataclass(frozen=True, slots=True)
class Piece:
    """A document enclosed; one document may answer several requirements."""

    numero: int
    document: str
    pour: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody whom the reader may call: the function, then who holds it, what they are and how to reach them."""

    fonction: str
    lignes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bordereau:
    """What is sent, by whom, to whom; the dossier itself is the first of `pieces`."""

    objet: str
    expediteur: tuple[str, ...]
    destinataire: tuple[str, ...]
    contacts: tuple[Contact, ...]
    pieces: tuple[Piece, ...]


def bordereau(questionnaire: Questionnaire, donnees: Mapping[str, Any]) -> Bordereau:
    """Return the bordereau of raw values: the dossier, then each document that it names, once, in the order of the form."""
    asked = conditions.asked(questionnaire, donnees)
    return of(asked, donnees, valeurs.read(asked, donnees))


def of(asked: Questionnaire, donnees: Mapping[str, Any], read: Valeurs) -> Bordereau:
    """Return the bordereau of raw values that have been read, of the questionnaire that they ask for."""
    noms = en_mots.names(read)
    found: dict[str, list[str]] = {phrases.DOSSIER: [phrases.DOSSIER_POUR]}
    spelled: dict[str, str] = {}
    for _, bloc in asked.blocs():
        for reponse in reponses.of_bloc(asked, bloc, donnees, noms, documents=True):
            if not blank(reponse.texte):
                name = " ".join(reponse.texte.split())
                uses = found.setdefault(spelled.setdefault(composed(name), name), [])
                uses.append(f"{bloc.intitule}, {reponse.element}" if reponse.element else bloc.intitule)
    envoi = asked.envoi
    lines = (str(donnees.get(code) or "") for code in ("denomination", "adresse"))
    return Bordereau(
        objet=f"Demande d’habilitation : {asked.intitule}",
        expediteur=tuple(line for text in lines for line in _lines(text)),
        destinataire=(envoi.destinataire, *envoi.adresse) if envoi else (),
        contacts=(*_contacts(asked, read),),
        pieces=tuple(Piece(rank, name, (*dict.fromkeys(uses),)) for rank, (name, uses) in enumerate(found.items(), 1)),
    )


def to_json(found: Bordereau) -> dict[str, Any]:
    """Return the JSON of a bordereau."""
    return {
        "objet": found.objet,
        "expediteur": [*found.expediteur],
        "destinataire": [*found.destinataire],
        "contacts": [{"fonction": contact.fonction, "lignes": [*contact.lignes]} for contact in found.contacts],
        "pieces": [{**asdict(piece), "pour": [*piece.pour]} for piece in found.pieces],
    }


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())


def _contacts(asked: Questionnaire, read: Valeurs) -> Iterator[Contact]:
    """Yield who holds the function that the reader is told of; where nobody does yet, that it is to be said."""
    referent = asked.envoi.referent if asked.envoi else ""
    every = (one for _, bloc in asked.blocs() for one in bloc.controles)
    for controle in (one for one in every if isinstance(one, FonctionsTenues)):
        intitule = next((f.intitule for f in controle.fonctions if f.code == referent), None)
        if intitule is None:
            continue
        liste = asked.liste(controle.liste)
        others = [code for code in controle.champs if code not in liste.titre]
        holding = [row for row in read.listes[liste.code] if referent in _codes(row.valeurs.get(controle.champ))]
        for row in holding:
            name = " ".join(str(row.valeurs[code]).strip() for code in liste.titre if code in row.valeurs)
            texts = (str(row.valeurs.get(code, "")) for code in others)
            yield Contact(intitule, (*_lines(name), *(line for text in texts for line in _lines(text))))
        if not holding:
            yield Contact(intitule, (phrases.to_be_named(liste.libelle),))


def _codes(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
