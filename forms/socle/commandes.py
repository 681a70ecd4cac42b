"""What the command line does with the files of every kind: opening one, and what each kind says that it does with it."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Generic, TypeVar

from forms.socle import etat_certification, phrases_etat, refus
from forms.socle.feuille import Feuille
from forms.socle.fichier import parse
from forms.socle.genre import Genre
from forms.socle.phrases import counted, typeset
from referentials.model_certification import Certification

F = TypeVar("F")
Opened = TypeVar("Opened")


@dataclass(frozen=True, slots=True)
class Fichier(Generic[F, Opened]):
    """A file that was opened, and its day, with the form of its own certification."""

    genre: Genre
    path: Path
    text: str
    jour: date
    formulaire: F
    ouverture: Opened


@dataclass(frozen=True, slots=True)
class Deux:
    """A command on two files.

    `prend`: their kinds.  `options`: adds to its parser what is its own.  `ecrire`: returns what it writes, and
    what it says on standard error; raises Refus.
    """

    nom: str
    aide: str
    metavar: str | tuple[str, str]
    prend: tuple[Genre, Genre]
    options: Callable[[ArgumentParser], object]
    ecrire: Callable[[Fichier[Any, Any], Fichier[Any, Any], Namespace], tuple[str, list[str]]]
    a_un_jour: bool = False


@dataclass(frozen=True, slots=True)
class Seul:
    """A command on one file of one kind.

    `options`: adds to its parser what is its own.  `ecrire`: returns what it writes, as on a day, and what it says on
    standard error; raises Refus.
    """

    nom: str
    aide: str
    prend: Genre
    options: Callable[[ArgumentParser], object]
    ecrire: Callable[[Fichier[Any, Any], date, Namespace], tuple[str, list[str]]]
    a_un_jour: bool = False


def _avis(fichier: Fichier[Any, Any]) -> list[str]:
    return list(fichier.ouverture.avis)


@dataclass(frozen=True, slots=True)
class Commandes(Generic[F, Opened]):
    """What the command line does with the files of a kind, each on a day.

    `ouvrir`: text and form → what is opened; raises Refus.  `nombre`: how many answers it holds.  `migre`: what is said of a
    file that was brought to the newest format.
    """

    ouvrir: Callable[[str, F], Opened]
    nombre: Callable[[Opened], int]
    evaluer: Callable[[Fichier[F, Opened], date], str]
    texte: Callable[[Fichier[F, Opened], date], str]
    feuilles: Callable[[Fichier[F, Opened], date], tuple[Feuille, ...]]
    migre: Callable[[Fichier[F, Opened]], list[str]] = _avis
    deux: tuple[Deux, ...] = ()
    seuls: tuple[Seul, ...] = ()


def open_file(genre: Genre, path: Path, text: str, certification: Certification) -> Fichier[Any, Any]:
    """Open the text of a file of a kind.  Raises Refus: also where the certification has no such form."""
    formulaire = genre.derive(certification)
    if formulaire is None:
        raise refus.Refus(
            f"« {certification.intitule} » {genre.manque} : mettez Repère à jour, ou vérifiez le fichier."
        )
    ouverture = genre.commandes.ouvrir(text, formulaire)
    return Fichier(genre, path, text, datetime.fromisoformat(ouverture.exporte_le).date(), formulaire, ouverture)


def evaluer(fichier: Fichier[Any, Any], jour: date) -> str:
    """Return what the page computes on that day, exactly."""
    return fichier.genre.commandes.evaluer(fichier, jour) + "\n"


def verifier(fichier: Fichier[Any, Any], jour: date) -> str:
    """Return what the file is: valid, with so many answers; then the state of its certification."""
    number = fichier.genre.commandes.nombre(fichier.ouverture)
    said = f"Fichier valable : {counted(number, 'réponse', 'réponses')} pour « {fichier.formulaire.intitule} »."
    return typeset(said) + "\n" + phrases_etat.paragraph(fichier.formulaire.etats, jour.isoformat())


def en_texte(fichier: Fichier[Any, Any], jour: date) -> str:
    """Return the file as text, on that day."""
    return fichier.genre.commandes.texte(fichier, jour)


def migrer(fichier: Fichier[Any, Any], _: date) -> str:
    """Return the file in the newest format.  Its answers stay where they were written: opening it places them."""
    donnees = etat_certification.dated(parse(fichier.text, fichier.genre), fichier.formulaire.etats)
    return json.dumps(donnees, ensure_ascii=False, indent=2) + "\n"


# What says nothing of a day but that of the file.
SANS_JOUR = {"migrer"}
# Name → what it does, in words; what it writes.
TEXTES: Mapping[str, tuple[str, Callable[[Fichier[Any, Any], date], str]]] = {
    "evaluer": ("écrit le résultat en JSON", evaluer),
    "verifier": ("dit si le fichier est valable", verifier),
    "texte": ("écrit le résultat en texte, à coller dans un message", en_texte),
    "migrer": ("écrit le fichier dans le format le plus récent", migrer),
}
