"""Counting answers: how many items of a group have which answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from forms.auto_positionnement.formulaire import Formulaire, Valeur
from forms.auto_positionnement.reponses import Reponses


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
    return count_values(formulaire, [valeur.code if (valeur := choix.get(code)) else None for code in codes])


def count_values(formulaire: Formulaire, valeurs: Sequence[str | None]) -> Compte:
    """Count answers, one for each item; one that the scale does not have is no answer."""
    repartition = {valeur.code: 0 for valeur in formulaire.echelle}
    for valeur in valeurs:
        if valeur in repartition:
            repartition[valeur] += 1
    return _compte(formulaire, len(valeurs), repartition)


def add_up(formulaire: Formulaire, comptes: Iterable[Compte]) -> Compte:
    """Return the count of all the items of these counts, which have none in common."""
    total, repartition = 0, {valeur.code: 0 for valeur in formulaire.echelle}
    for compte in comptes:
        total += compte.total
        for code, number in compte.repartition.items():
            repartition[code] += number
    return _compte(formulaire, total, repartition)


def _compte(formulaire: Formulaire, total: int, repartition: Mapping[str, int]) -> Compte:
    by_effet = Counter[str]()
    for valeur in formulaire.echelle:
        by_effet[valeur.effet] += repartition[valeur.code]
    answered = sum(repartition.values())
    return Compte(
        total=total,
        repondus=answered,
        restants=total - answered,
        positifs=by_effet["positif"],
        negatifs=by_effet["negatif"],
        non_observes=by_effet["non_observe"],
        sans_avis=by_effet["sans_avis"],
        pourcentage=100 * by_effet["positif"] // total if total else 0,
        repartition=repartition,
    )
