"""What Python is asked while it is watched: the examples of every kind of form, on the certifications that we publish."""

from __future__ import annotations

import json

from forms.socle import registre
from referentials.load import load


def samples(*, on_demand: bool = False) -> list[dict[str, str]]:
    """Return pairs {formulaire, requete} to pass to `forms.bridge.handle`.

    `on_demand`: those of the actions that need more than what starts Python.
    """
    return [
        {"formulaire": _text(genre.page.donnees(genre.derive(certification))), "requete": _text(request)}
        for genre in registre.genres()
        for certification in load().certifications
        for request in genre.exemples(certification, on_demand=on_demand)
    ]


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
