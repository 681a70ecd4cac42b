"""What a person said of a competence, for who reads it elsewhere: the list that it is in, and a word of a first pass for it.

The list is that of the result, by the same judge: a passerelle never says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from forms.auto_positionnement import reponses as answers
from forms.auto_positionnement.formulaire import Formulaire, Groupe
from forms.auto_positionnement.listes import DETAILS, PREMIER_TOUR, Juge
from forms.auto_positionnement.reponses import Reponses

# The answers of a first pass (vocabulaires/premier-tour.json): a test holds that the data have them.
DEJA_FAIT, EN_PARTIE, JAMAIS, NE_SAIT_PAS = "deja_fait", "en_partie", "jamais", "ne_sait_pas"


@dataclass(frozen=True, slots=True)
class Dit:
    """What is said of a competence: its list in the result, and the answer of a first pass that says as much.

    `valeur`: None where nothing is said, or not to the end.  `precision`: what says it, « details » or « premier_tour ».
    `positifs`: how many of its statements, out of `total`.
    """

    liste: str
    valeur: str | None
    precision: str = ""
    positifs: int = 0
    total: int = 0


def in_a_word(effets: Sequence[str | None]) -> str | None:
    """Return the word of a first pass that the effects of the answers to all the statements of a competence come down to.

    Those that are not answered to the end say nothing, unless they already hold both.  « I had no occasion » says neither
    that one can nor that one never could: the word for it is that one does not know.
    """
    found = {*effets}
    if {"positif", "negatif"} <= found:
        return EN_PARTIE
    if not effets or None in found:
        return None
    if "positif" in found:
        return DEJA_FAIT if len(found) == 1 else EN_PARTIE
    return JAMAIS if "negatif" in found else NE_SAIT_PAS


class Dits:
    """What a person said of each competence of a form, as the lists of their result have it."""

    def __init__(self, formulaire: Formulaire, reponses: Reponses, premier_tour: Reponses) -> None:
        """Read the answers once, whatever the number of competences."""
        self._juge = Juge(formulaire)
        self._valeurs, self._tour = answers.values(reponses), answers.values(premier_tour)

    def of(self, groupe: Groupe) -> Dit:
        """Return what is said of a competence."""
        liste, entree = self._juge.place(groupe, self._valeurs, self._tour)
        if not entree.precision:
            return Dit(liste, None)
        effets = self._juge.effets(groupe, self._valeurs)
        word = in_a_word(effets)
        # Statements that already come down to a word say more than the answer of a first pass that they do not deny.
        if word is None and entree.precision == PREMIER_TOUR:
            return Dit(liste, self._tour[groupe.code], PREMIER_TOUR)
        return Dit(liste, word, DETAILS, effets.count("positif"), len(effets))


def together(valeurs: Sequence[str | None]) -> str | None:
    """Return what answers about several competences say of one that is near to all of them; None where one is silent."""
    found = {*valeurs}
    if not found or None in found:
        return None
    (only, *others) = found
    return EN_PARTIE if others else only
