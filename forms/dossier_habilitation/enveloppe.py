"""Answers → bordereau: documents numbered in the order of the form, whom the reader may call, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from forms.dossier_habilitation import phrases, reponses
from forms.dossier_habilitation.bordereau import Bordereau, Contact, Manque, Piece
from forms.dossier_habilitation.etat import MANQUE, EtatExigence
from forms.dossier_habilitation.natures import FonctionsTenues
from forms.questionnaire import en_mots
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.natures import blank
from forms.questionnaire.valeurs import Valeurs
from forms.socle.ecriture import composed


@dataclass(slots=True)
class Trouve:
    """A document as it is found: its name, the family that asks for it first, what it is for, where that is printed."""

    document: str
    famille: str
    pour: list[str] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)


def of(asked: Questionnaire, donnees: Mapping[str, Any], read: Valeurs, exigences: Iterable[EtatExigence]) -> Bordereau:
    """Return the bordereau of raw values that have been read, of the questionnaire that they ask for; `exigences`: its state."""
    manques = tuple(_manques(exigences))
    return Bordereau(
        objet=f"Demande d’habilitation : {asked.intitule}",
        expediteur=(*nom(donnees), *adresse(donnees)),
        destinataire=destinataire(asked),
        contacts=(*_contacts(asked, read),),
        pieces=tuple(
            Piece(rank, one.document, one.famille, (*dict.fromkeys(one.pour),), (*dict.fromkeys(one.clauses),))
            for rank, one in enumerate(_documents(asked, donnees, read), 1)
        ),
        reserve=phrases.incomplete(len(manques)) if manques else "",
        manques=manques,
    )


def nom(donnees: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the name of who sends the envelope, a line each; none while it is not said."""
    return tuple(_lines(str(donnees.get("denomination") or "")))


def adresse(donnees: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the address of who sends the envelope, a postal line each."""
    return tuple(_lines(str(donnees.get("adresse") or "")))


def destinataire(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return where the envelope goes, a postal line each."""
    envoi = questionnaire.envoi
    return (envoi.destinataire, *envoi.adresse) if envoi else ()


def _documents(asked: Questionnaire, donnees: Mapping[str, Any], read: Valeurs) -> Iterator[Trouve]:
    """Yield the dossier itself, then each document that it names, once however its name is composed."""
    yield Trouve(phrases.DOSSIER, phrases.DOSSIER_FAMILLE, [phrases.DOSSIER_POUR])
    noms = en_mots.names(read)
    found: dict[str, Trouve] = {}
    for section, bloc in asked.blocs():
        for reponse in reponses.of_bloc(asked, bloc, donnees, noms, documents=True):
            if not blank(reponse.texte):
                name = " ".join(reponse.texte.split())
                one = found.setdefault(composed(name), Trouve(name, section.intitule))
                one.pour.append(f"{bloc.intitule}, {reponse.element}" if reponse.element else bloc.intitule)
                one.clauses += [reponses.clause(bloc.source)] if bloc.source else []
    # The first family that asks for a document has it: another may have asked in between.
    for famille in dict.fromkeys(one.famille for one in found.values()):
        yield from (one for one in found.values() if one.famille == famille)


def _manques(exigences: Iterable[EtatExigence]) -> Iterator[Manque]:
    for exigence in exigences:
        constats = tuple(constat.phrase for constat in exigence.constats if constat.etat == MANQUE)
        if constats:
            yield Manque(exigence.intitule, reponses.clause(exigence.source), constats)


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
            asked_of = {champ.code: champ.libelle for champ in liste.champs}
            texts = (str(row.valeurs.get(code, "")) or phrases.to_be_said(asked_of[code]) for code in others)
            lines = (line for text in texts for line in _lines(text))
            yield Contact(intitule, (*_lines(name or phrases.to_be_said(liste.libelle_element)), *lines))
        if not holding:
            yield Contact(intitule, (phrases.to_be_named(liste.libelle),))


def _codes(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
