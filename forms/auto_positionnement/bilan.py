"""Result → what it comes down to: what is missing to follow the rule, strengths, first things to work on.

Only groups without groups below them (competences) are strengths or things to work on, and only once answered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from forms.auto_positionnement import phrases_bilan
from forms.auto_positionnement.comptage import Compte
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.resultat import Bilan, Point, ResultatGroupe
from forms.socle.memoire import Memoire

# More than this many would no longer be the first ones.
AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Mesure:
    """Where a group stands among the strengths, and among what to work on: the smallest comes first."""

    force: tuple[float, ...]
    faiblesse: tuple[float, ...]


def take_stock(formulaire: Formulaire, groupes: tuple[ResultatGroupe, ...], mesures: Memoire[Mesure]) -> Bilan:
    """Return the sentences of a result; nothing where nothing is answered.

    Equal groups stay in reading order, so that the same answers always give the same sentences.
    `mesures` may remember those of an earlier result of this form.
    """
    if not any(groupe.compte.repondus for groupe in groupes):
        return Bilan()
    niveaux = {valeur.code: valeur.niveau for valeur in formulaire.echelle if valeur.niveau is not None}

    def mesure(groupe: ResultatGroupe) -> Mesure:
        compte = groupe.compte
        return mesures.of(groupe.code, compte, lambda: Mesure(_strength(compte, niveaux), _weakness(compte, niveaux)))

    inner = [(groupe, urgent) for groupe, urgent in _innermost(groupes, urgent=False) if groupe.compte.repondus]
    # A strength has more than half of its items positive; answers still missing count against it.
    solid = [groupe for groupe, _ in inner if 2 * groupe.compte.positifs > groupe.compte.total]
    forces = sorted(solid, key=lambda groupe: mesure(groupe).force)[:AT_MOST]
    weak = [pair for pair in inner if pair[0].compte.positifs < pair[0].compte.repondus and pair[0] not in forces]
    priorites = sorted(weak, key=lambda pair: (not pair[1], *mesure(pair[0]).faiblesse))[:AT_MOST]
    return Bilan(
        manques=tuple(_missing(formulaire, groupes)),
        forces=tuple(_point(groupe, phrases_bilan.strength(groupe.compte, formulaire.echelle)) for groupe in forces),
        priorites=tuple(
            _point(groupe, phrases_bilan.to_work_on(groupe.compte, formulaire.echelle)) for groupe, _ in priorites
        ),
    )


def _innermost(groupes: tuple[ResultatGroupe, ...], *, urgent: bool) -> Iterator[tuple[ResultatGroupe, bool]]:
    """Yield the groups that hold no other, each with whether a threshold above it is still missed."""
    for groupe in groupes:
        missed = urgent or (groupe.seuil is not None and groupe.seuil.manquants > 0)
        if groupe.groupes:
            yield from _innermost(groupe.groupes, urgent=missed)
        else:
            yield groupe, missed


def _strength(compte: Compte, niveaux: Mapping[str, int]) -> tuple[float, ...]:
    """Order by share of positives, then by level where the scale has points, then by number of positives."""
    return (-compte.positifs / compte.total, -_level(compte, niveaux), -compte.positifs)


def _weakness(compte: Compte, niveaux: Mapping[str, int]) -> tuple[float, ...]:
    """Order by share of negatives, then by lowest level, then by share of answers that are not positive."""
    others = compte.repondus - compte.positifs
    return (-compte.negatifs / compte.total, _level(compte, niveaux), -others / compte.total)


def _level(compte: Compte, niveaux: Mapping[str, int]) -> float:
    judged = {code: number for code, number in compte.repartition.items() if code in niveaux and number}
    total = sum(niveaux[code] * number for code, number in judged.items())
    return total / sum(judged.values()) if judged else 0


def _point(groupe: ResultatGroupe, phrase: str) -> Point:
    return Point(groupe.code, groupe.intitule, phrase)


def _missing(formulaire: Formulaire, groupes: tuple[ResultatGroupe, ...]) -> Iterator[str]:
    """Yield what each threshold lacks; where parts are required without one, what each part still has open."""
    if not formulaire.seuils and formulaire.groupes_requis is None:
        yield phrases_bilan.NO_RULE
        return
    required, voies = ((), ()) if (found := formulaire.groupes_requis) is None else (found.groupes, found.voies)
    for groupe in groupes:
        if groupe.seuil is not None and groupe.seuil.manquants:
            yield phrases_bilan.under_threshold(groupe.nature, groupe.intitule, groupe.compte, groupe.seuil)
        elif groupe.seuil is None and groupe.code in required and groupe.compte.positifs < groupe.compte.total:
            yield phrases_bilan.not_all_positive(groupe.nature, groupe.intitule, groupe.compte, voies)
        yield from _missing_below(groupe)


def _missing_below(groupe: ResultatGroupe) -> Iterator[str]:
    for below in groupe.groupes:
        if below.seuil is not None and below.seuil.manquants:
            yield phrases_bilan.under_threshold(below.nature, below.intitule, below.compte, below.seuil)
        yield from _missing_below(below)
