"""An agreement is bound to what it was given to, by a digest of it.  Once that changes, it is one of an older version.

The digest is made here and nowhere else.  It holds what was written and what followed from it, neither who wrote it nor
when: the same words in another file, in another order, composed otherwise, are what was agreed to.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from forms.plusieurs_mains import ecrits, phrases
from forms.plusieurs_mains.ecrits import Ecrits
from forms.plusieurs_mains.mains import Mains
from forms.questionnaire import conditions, valeurs
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.valeurs import Valeurs

LISTE, EMPREINTE = "accords", "empreinte"
Etat = Literal["conforme", "anterieur", "sans_empreinte"]


@dataclass(frozen=True, slots=True)
class Accord:
    """An agreement, and whether the copy is still what it was given to."""

    ligne: str
    nom: str
    etat: Etat
    phrase: str


def read(mains: Mains, questionnaire: Questionnaire, written: Ecrits) -> Iterator[Accord]:
    """Yield the agreements of a copy, from what is written alone."""
    found, suite = _followed(mains, questionnaire, written)
    yield from accords(mains.nom, written, found, suite)


def now(mains: Mains, questionnaire: Questionnaire, written: Ecrits, ligne: str) -> str | None:
    """Return the digest of what a row would agree to as the copy stands, or None where nothing is written in it."""
    return empreintes(mains.nom, written, _followed(mains, questionnaire, written)[1]).get(ligne)


def _followed(mains: Mains, questionnaire: Questionnaire, written: Ecrits) -> tuple[Valeurs, Mapping[str, Any]]:
    donnees = ecrits.raw(written)
    asked = conditions.asked(questionnaire, donnees)
    found = valeurs.read(asked, donnees)
    return found, mains.suite(asked, found)


def accords(nom: str, written: Ecrits, found: Valeurs, suite: Mapping[str, Any]) -> Iterator[Accord]:
    """Yield the agreements of a copy in their order.  Give the values as asked, and what follows from them (`Mains`)."""
    rows = [ligne for ligne in found.listes.get(LISTE, ()) if ligne.valeurs]
    current = empreintes(nom, written, suite) if rows else {}
    for ligne in rows:
        given = ligne.valeurs.get(EMPREINTE)
        etat: Etat = "conforme" if given == current[ligne.id] else "anterieur"
        if given is None:
            etat = "sans_empreinte"
        signed = written.get(f"{LISTE}/{ligne.id}/{EMPREINTE}")
        yield Accord(ligne.id, ligne.nom, etat, phrases.agreement(etat, signed))


def empreintes(nom: str, written: Ecrits, suite: Mapping[str, Any]) -> Mapping[str, str]:
    """Return what each row of the agreements would agree to now: its own answers, all that is no agreement, what follows."""
    common: dict[str, Any] = {}
    rows: dict[str, dict[str, Any]] = {}
    for place, ecrit in written.items():
        liste, _, inner = place.partition("/")
        row, _, champ = inner.partition("/")
        if liste != LISTE:
            common[place] = canonical(ecrit.valeur)
        elif champ != EMPREINTE:
            rows.setdefault(row, {})[champ] = canonical(ecrit.valeur)
        else:
            rows.setdefault(row, {})
    whole = _digest({"valeurs": common, **suite})
    return {row: _digest({nom: whole, "ligne": row, "accord": own}) for row, own in rows.items()}


def _digest(content: Mapping[str, Any]) -> str:
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def canonical(valeur: Any) -> Any:
    """Return a value as any copy of the file writes it: JSON keeps neither 14.0 from 14 nor a text from its composition."""
    if isinstance(valeur, tuple):
        return sorted(canonical(one) for one in valeur)
    if isinstance(valeur, str):
        return unicodedata.normalize("NFC", valeur.replace("\r\n", "\n"))
    return int(valeur) if isinstance(valeur, float) and valeur.is_integer() else valeur
