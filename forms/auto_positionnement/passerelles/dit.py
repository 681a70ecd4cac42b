"""What a person said of a competence: by its statements where they say enough, else at the first pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from forms.auto_positionnement.formulaire import Formulaire, Groupe
from forms.auto_positionnement.reponses import Reponse, Reponses

# The answers of a first pass (vocabulaires/premier-tour.json): a test holds that the data have them.
DEJA_FAIT, EN_PARTIE, JAMAIS, NE_SAIT_PAS = "deja_fait", "en_partie", "jamais", "ne_sait_pas"
DETAILS, PREMIER_TOUR = "details", "premier_tour"
# What the effects of the answers to all the statements of a competence come down to, in the words of a first pass.
WORDS = {"positif": DEJA_FAIT, "mele": EN_PARTIE, "negatif": JAMAIS, "sans_jugement": NE_SAIT_PAS}


@dataclass(frozen=True, slots=True)
class Dit:
    """What is said of a competence: an answer of a first pass; None where nothing is.

    `precision`: what says it, « details » or « premier_tour ».  `positifs`: how many of its statements, out of `total`.
    """

    valeur: str | None
    precision: str = ""
    positifs: int = 0
    total: int = 0


def judged(effets: Sequence[str | None]) -> str | None:
    """Return what the effects of the answers to statements come down to: « positif », « mele », « negatif » or « sans_jugement ».

    Those that are not answered to the end say nothing, unless they already hold both.
    """
    found = {*effets}
    if {"positif", "negatif"} <= found:
        return "mele"
    if not effets or None in found:
        return None
    if len(found) == 1:
        (only,) = found
        return only if only in {"positif", "negatif"} else "sans_jugement"
    return "mele" if "positif" in found else "negatif" if "negatif" in found else "sans_jugement"


def said(formulaire: Formulaire, groupe: Groupe, reponses: Reponses, premier_tour: Reponses) -> Dit:
    """Return what a person said of a competence: its statements win over the first pass, which was quicker."""
    effets = {valeur.code: valeur.effet for valeur in formulaire.echelle}
    found = [effets.get(reponses.get(item.code, Reponse()).valeur or "") for item in groupe.all_items()]
    if known := judged(found):
        return Dit(WORDS[known], DETAILS, found.count("positif"), len(found))
    valeur = premier_tour.get(groupe.code, Reponse()).valeur
    return Dit(valeur, PREMIER_TOUR) if valeur else Dit(None)


def together(valeurs: Sequence[str | None]) -> str | None:
    """Return what answers about several competences say of one that is near to all of them; None where one is silent."""
    found = {*valeurs}
    if not found or None in found:
        return None
    (only, *others) = found
    return EN_PARTIE if others else only
