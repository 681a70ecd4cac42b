"""The states of the certifications as the index carries them: the reader's browser finds that of the day (web/etats.mjs)."""

from __future__ import annotations

from typing import Any

from forms.socle import phrases_etat
from referentials.etat import CLOSED, Etat
from referentials.load import Collection

# A page about certifications that nobody can begin any more follows that which says the same of a living one; its own
# number still leads to it.
FERMEE = 0.5


def states(collection: Collection) -> dict[str, Any]:
    """Return, in the order of the certifications, their states; which of them are closed; what the pages of these weigh."""
    return {
        "certifications": [[_state(etat) for etat in one.etats] for one in collection.certifications],
        "fermes": sorted(CLOSED),
        "poids": FERMEE,
    }


def _state(etat: Etat) -> dict[str, str]:
    bornes = {"du": etat.du, "au": etat.au}
    said = {"etat": etat.etat, "libelle": phrases_etat.LIBELLES[etat.etat], "phrase": phrases_etat.brief(etat)}
    return said | {name: jour for name, jour in bornes.items() if jour}
