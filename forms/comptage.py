"""Counting answers: how many items of a group have which answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from forms.formulaire import Formulaire, Valeur
from forms.reponses import Reponses


@dataclass(frozen=True, slots=True)
class Compte:
    """How many items of a group have which answer.  `pourcentage` of positives is rounded down.

    `repartition` gives every value of the scale its number, in the order of the scale.
    """

    total: int
    repondus: int
    restants: int
    positifs: int
    negatifs: int
    non_observes: int
    sans_avis: int
    pourcentage: int
    repartition: Mapping[str, int]


def chosen(formulaire: Formulaire, reponses: Reponses) -> dict[str, Valeur]:
    """Return the value given to each item that has one, in reading order; what the form does not know is left out."""
    valeurs = {valeur.code: valeur for valeur in formulaire.echelle}
    return {
        item.code: valeurs[reponse.valeur]
        for item in formulaire.all_items()
        if (reponse := reponses.get(item.code)) is not None and reponse.valeur in valeurs
    }


def count(formulaire: Formulaire, codes: Iterable[str], choix: Mapping[str, Valeur]) -> Compte:
    """Count the answers to some items."""
    every = list(codes)
    repartition = {valeur.code: 0 for valeur in formulaire.echelle}
    by_effet = Counter[str]()
    for code in every:
        if (valeur := choix.get(code)) is not None:
            repartition[valeur.code] += 1
    for valeur in formulaire.echelle:
        by_effet[valeur.effet] += repartition[valeur.code]
    answered = sum(repartition.values())
    return Compte(
        total=len(every),
        repondus=answered,
        restants=len(every) - answered,
        positifs=by_effet["positif"],
        negatifs=by_effet["negatif"],
        non_observes=by_effet["non_observe"],
        sans_avis=by_effet["sans_avis"],
        pourcentage=100 * by_effet["positif"] // len(every) if every else 0,
        repartition=repartition,
    )
