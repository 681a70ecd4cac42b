"""The one door between the page and Python: JSON text in, JSON text out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from forms.socle import registre, structure
from forms.socle.genre import Encode
from forms.socle.refus import Ailleurs, Refus
from forms.socle.structure import MalformedError


@dataclass(frozen=True, slots=True)
class Demande:
    """A request: which action of the kind of form, and what the page says for it.

    `titres`: what other certifications are called, where the page knows that a file may be about one of them.
    """

    action: str
    corps: Mapping[str, Any]
    titres: Mapping[str, str] = field(default_factory=dict)


class DemandeIncomprise(ValueError):  # noqa: N818 — a domain noun, shown to people
    """The page asked for what no action takes, or of a form that is none; the text is a French sentence that says where."""


# A page and its Python come together: they part only where one of the two is of another version.
RECHARGER = "La page et son calcul ne sont pas de la même version : rechargez la page."


@lru_cache(maxsize=2)
def answering(formulaire: str) -> Callable[[str], str]:
    """Return what answers the requests of a page about its form.

    `formulaire`: the text of a form (formulaire.schema.json or questionnaire.schema.json), read once.
    """
    donnees = json.loads(formulaire)
    try:
        genre = registre.of_form(donnees)
        form, actions = genre.lire(donnees), genre.actions
    except (LookupError, TypeError, ValueError) as fault:
        place = f" à l’endroit « {fault.place} »" if isinstance(fault, MalformedError) else ""
        raise DemandeIncomprise(f"Le formulaire de cette page n’est pas compris{place}. {RECHARGER}") from fault

    def answer(requete: str) -> str:
        demande = _read(requete)
        if demande.action not in actions:
            raise DemandeIncomprise(f"Aucune action de ce formulaire ne s’appelle « {demande.action} ». {RECHARGER}")
        try:
            found = actions[demande.action](form, demande.corps)
        except Refus as refusal:
            return json.dumps({"ok": False, **_told(refusal, demande.titres)}, ensure_ascii=False)
        except MalformedError as fault:
            message = f"La demande « {demande.action} » n’est pas comprise à l’endroit « {fault.place} ». {RECHARGER}"
            raise DemandeIncomprise(message) from fault
        text = found.texte if isinstance(found, Encode) else json.dumps(found, ensure_ascii=False)
        return f'{{"ok": true, "resultat": {text}}}'

    return answer


def _told(refusal: Refus, titres: Mapping[str, str]) -> dict[str, Any]:
    """Return the sentence of a refusal, and where the file opens if that is elsewhere and known."""
    if not isinstance(refusal, Ailleurs):
        return {"message": str(refusal)}
    named = refusal.named(titres)
    theirs = named.fichier
    lien = {"certification": theirs.certification, "page": named.genre.code, "titre": theirs.titre}
    return {"message": str(named), **({"ailleurs": lien} if theirs.titre else {})}


def _read(requete: str) -> Demande:
    try:
        found: Demande = structure.read(Demande, json.loads(requete))
    except MalformedError as fault:
        message = f"Cette demande n’est pas comprise à l’endroit « {fault.place} ». {RECHARGER}"
        raise DemandeIncomprise(message) from fault
    return found


def handle(formulaire: str, requete: str) -> str:
    """Answer the page.  Only a refusal is turned into a message: a bug stays a bug, and so does a request that is none.

    `formulaire`: see `answering`.  `requete`: {"action": one of those of the kind of form, "corps": {…}}.
    Returns {"ok": true, "resultat": …} or {"ok": false, "message": "…"}, with "ailleurs" where a file opens on another page.
    """
    return answering(formulaire)(requete)
