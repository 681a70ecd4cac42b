"""The one door between the page and Python: JSON text in, JSON text out."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache

from forms.socle import registre
from forms.socle.genre import Encode
from forms.socle.refus import Refus


@lru_cache(maxsize=2)
def answering(formulaire: str) -> Callable[[str], str]:
    """Return what answers the requests of a page about its form.

    `formulaire`: the text of a form (formulaire.schema.json or questionnaire.schema.json), read once.
    """
    donnees = json.loads(formulaire)
    genre = registre.of_form(donnees)
    form, actions = genre.lire(donnees), genre.actions

    def answer(requete: str) -> str:
        message = json.loads(requete)
        try:
            found = actions[message["action"]](form, message["corps"])
        except Refus as refusal:
            return json.dumps({"ok": False, "message": str(refusal)}, ensure_ascii=False)
        text = found.texte if isinstance(found, Encode) else json.dumps(found, ensure_ascii=False)
        return f'{{"ok": true, "resultat": {text}}}'

    return answer


def handle(formulaire: str, requete: str) -> str:
    """Answer the page.  Only a refusal is turned into a message: a bug stays a bug.

    `formulaire`: see `answering`.  `requete`: {"action": one of those of the kind of form, "corps": {…}}.
    Returns {"ok": true, "resultat": …} or {"ok": false, "message": "…"}.
    """
    return answering(formulaire)(requete)
