"""How a text of the feed becomes a value: days, numbers, yes and no, and the closed lists whose terms are known.

A text that does not read is never refused and never corrected: the reader keeps it and says so (see balises).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Niveau = Literal["NIV1", "NIV2", "NIV3", "NIV4", "NIV5", "NIV6", "NIV7", "NIV8"]
EtatCertificateur = Literal["Actif", "Inactif"]
EtatHabilitation = Literal["Actif", "Inactif", "Supprimé"]
Habilitation = Literal["HABILITATION_FORMER", "HABILITATION_ORGANISER", "HABILITATION_ORGA_FORM"]
TypeEnregistrement = Literal["Enregistrement de droit", "Enregistrement sur demande"]
# Initial training, apprenticeship, continuing training, contrat de professionnalisation, individual candidates, VAE.
Voie = Literal["FI", "CA", "FC", "CQ", "CL", "VAE"]

NUMERO = re.compile(r"(?:RNCP|RS)\d{1,6}")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_WRITTEN = re.compile(r"(\d{1,2})(?:er)? ([a-zéû]+) (\d{4})")
_MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_YES_NO = {"oui": True, "non": False, "active": True, "inactive": False}


@dataclass(frozen=True, slots=True)
class Inconnu:
    """A term that is not of its official list, as it is written."""

    texte: str


@dataclass(frozen=True, slots=True)
class Lecture:
    """How a text is read: None when it does not read; what was expected, in French; what is kept instead."""

    lire: Callable[[str], object]
    attendu: str = ""
    sinon: Callable[[str], object] = str


def _nothing(_: str) -> None:
    return None


def _day(text: str) -> str | None:
    if found := _SLASHED.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif (found := _WRITTEN.fullmatch(text.lower())) and found[2] in _MONTHS:
        day, month, year = int(found[1]), _MONTHS.index(found[2]) + 1, int(found[3])
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _whole(text: str) -> int | None:
    digits = re.sub(r"\s", "", text)
    return int(digits) if re.fullmatch(r"[0-9]{1,9}", digits) else None


def _rate(text: str) -> float | None:
    digits = re.sub(r"[\s%]", "", text).replace(",", ".")
    return float(digits) if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,4})?", digits) else None


def _siret(text: str) -> str | None:
    digits = re.sub(r"\s", "", text)
    return digits if re.fullmatch(r"[0-9]{14}", digits) else None


def _address(text: str) -> str | None:
    return text if re.fullmatch(r"https?://\S+", text, re.IGNORECASE) else None


def _one_of(terms: tuple[str, ...]) -> Callable[[str], str | None]:
    known = {term.lower(): term for term in terms}
    return lambda text: known.get(text.lower())


def _closed(kind: object) -> Lecture:
    terms = get_args(kind)
    return Lecture(_one_of(terms), f"l’un de : {', '.join(terms)}", Inconnu)


TEXTE = Lecture(str)
JOUR = Lecture(_day, "un jour (31/12/2026)", _nothing)
NOMBRE = Lecture(_whole, "un nombre entier", _nothing)
TAUX = Lecture(_rate, "un taux", _nothing)
OUI_NON = Lecture(lambda text: _YES_NO.get(text.lower()), "Oui ou Non", _nothing)
SIRET = Lecture(_siret, "un SIRET de 14 chiffres")
ADRESSE = Lecture(_address, "une adresse qui commence par http:// ou https://")
NUMERO_FICHE = Lecture(lambda text: numero(text), "un numéro comme RNCP12345 ou RS1234")  # noqa: PLW0108 — defined below
NIVEAU = _closed(Niveau)
ETAT_CERTIFICATEUR = _closed(EtatCertificateur)
ETAT_HABILITATION = _closed(EtatHabilitation)
HABILITATION = _closed(Habilitation)
TYPE_ENREGISTREMENT = _closed(TypeEnregistrement)


def numero(text: str) -> str | None:
    """Return the number of a fiche as the registers write it, None when the text is none."""
    written = re.sub(r"\s", "", text).upper()
    return written if NUMERO.fullmatch(written) else None
