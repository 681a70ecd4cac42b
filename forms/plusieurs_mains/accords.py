"""An agreement is bound to what it was given to, by a digest of it.  Once that changes, it is one of an older version.

The digest is made here and nowhere else.  It holds what was written and the path that followed, neither who wrote it nor
when: the same words in another file, in another order, composed otherwise, are what was agreed to.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from forms.livret_de_reperage import parcours, phrases, proposition
from forms.livret_de_reperage.parcours import Parcours
from forms.plusieurs_mains import ecrits
from forms.plusieurs_mains.ecrits import Ecrits
from forms.questionnaire import conditions, valeurs
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.valeurs import Valeurs

LISTE, EMPREINTE = "accords", "empreinte"
Etat = Literal["conforme", "anterieur", "sans_empreinte"]


@dataclass(frozen=True, slots=True)
class Accord:
    """An agreement, and whether the livret is still what it was given to."""

    ligne: str
    nom: str
    etat: Etat
    phrase: str


def read(questionnaire: Questionnaire, written: Ecrits) -> Iterator[Accord]:
    """Yield the agreements of a livret, from what is written alone."""
    found, path = _followed(questionnaire, written)
    yield from accords(written, found, path)


def now(questionnaire: Questionnaire, written: Ecrits, ligne: str) -> str | None:
    """Return the digest of what a row would agree to as the livret stands, or None where nothing is written in it."""
    return empreintes(written, _followed(questionnaire, written)[1]).get(ligne)


def _followed(questionnaire: Questionnaire, written: Ecrits) -> tuple[Valeurs, Parcours]:
    donnees = ecrits.raw(written)
    asked = conditions.asked(questionnaire, donnees)
    found = valeurs.read(asked, donnees)
    return found, parcours.plan(asked, found, tuple(proposition.propositions(asked, found)))


def accords(written: Ecrits, found: Valeurs, path: Parcours) -> Iterator[Accord]:
    """Yield the agreements of a livret in their order.  Give the values as asked, and the path that follows from them."""
    rows = [ligne for ligne in found.listes.get(LISTE, ()) if ligne.valeurs]
    current = empreintes(written, path) if rows else {}
    for ligne in rows:
        given = ligne.valeurs.get(EMPREINTE)
        etat: Etat = "conforme" if given == current[ligne.id] else "anterieur"
        if given is None:
            etat = "sans_empreinte"
        signed = written.get(f"{LISTE}/{ligne.id}/{EMPREINTE}")
        yield Accord(ligne.id, ligne.nom, etat, phrases.agreement(etat, signed))


def empreintes(written: Ecrits, path: Parcours) -> Mapping[str, str]:
    """Return what each row of the agreements would agree to now: its own answers, all that is no agreement, the path."""
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
    steps = [[etape.code, etape.orientation] for etape in path.etapes]
    whole = _digest({"valeurs": common, "parcours": steps})
    return {row: _digest({"livret": whole, "ligne": row, "accord": own}) for row, own in rows.items()}


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
