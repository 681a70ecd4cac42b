"""What is answered and may not be what was meant: never more than « à vérifier », for nobody but its author can tell.

A module a kind of doubt: answers in, doubts out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from forms.dossier_habilitation import phrases, places
from forms.dossier_habilitation.doutes import documents, nombres, personnes, textes
from forms.dossier_habilitation.doutes.commun import Doute
from forms.dossier_habilitation.etat import Constat
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.valeurs import Valeurs

DOUBTS: tuple[Callable[[Questionnaire, Valeurs], Iterator[Doute]], ...] = (
    textes.doubts,
    nombres.doubts,
    personnes.doubts,
    documents.doubts,
)


def by_requirement(questionnaire: Questionnaire, found: Valeurs) -> dict[str, list[Constat]]:
    """Return findings by the code of the requirement that they are about.  Give the questionnaire as asked."""
    constats: dict[str, list[Constat]] = {}
    said: set[str] = set()
    for doubts in DOUBTS:
        for doute in doubts(questionnaire, found):
            # One doubt a place: « oui » is no document, and need not be told to be the same one as another « oui ».
            if doute.place not in said and (owner := places.owner(questionnaire, doute.place)):
                said.add(doute.place)
                text = phrases.of(doute.nom, doute.texte)
                constats.setdefault(owner, []).append(Constat("a_verifier", text, doute.place))
    return constats
