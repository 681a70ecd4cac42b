"""What could not be understood, as findings of the requirement that it keeps from being done."""

from __future__ import annotations

from forms.dossier_habilitation import phrases, places
from forms.dossier_habilitation.etat import Constat
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.valeurs import Valeurs
from forms.socle.majuscules import uncapitalized


def by_requirement(questionnaire: Questionnaire, found: Valeurs) -> dict[str, list[Constat]]:
    """Return findings by the code of a requirement."""
    constats: dict[str, list[Constat]] = {}
    for probleme in found.problemes:
        owner = places.owner(questionnaire, probleme.place)
        if owner:
            text = phrases.of(places.called(questionnaire, found, probleme.place), uncapitalized(probleme.message))
            constats.setdefault(owner, []).append(Constat("non_conforme", text, probleme.place))
    return constats
