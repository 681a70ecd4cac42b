"""The plan that follows from the conversation: what to train, what goes straight to evaluation, in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from forms.livret_de_reperage import phrases
from forms.livret_de_reperage.controles import AProposer
from forms.livret_de_reperage.proposition import DIRECTE, FORMATION, Proposition
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.valeurs import Ligne, Valeurs
from forms.socle.phrases import typeset


@dataclass(frozen=True, slots=True)
class Heures:
    """Hours, from–to; with one bound only, at least or at most."""

    minimum: float | None
    maximum: float | None


@dataclass(frozen=True, slots=True)
class Etape:
    """One step of the path: a part of the certification, how it goes, the modules that prepare for it."""

    code: str
    intitule: str
    orientation: str
    competences: tuple[str, ...]
    modules: tuple[str, ...]
    heures: Heures | None
    phrase: str


@dataclass(frozen=True, slots=True)
class Parcours:
    """The steps in order, the parts that nothing is said of yet, the hours of the whole where they are known."""

    etapes: tuple[Etape, ...]
    en_attente: tuple[str, ...]
    heures: Heures | None


def plan(questionnaire: Questionnaire, valeurs: Valeurs, propositions: Sequence[Proposition]) -> Parcours:
    """Return the plan.  Parts with a rank come first, by it; then what is to train, then what is evaluated directly."""
    inside = {
        bloc.code: {*controle.composantes}
        for _, bloc in questionnaire.blocs()
        for controle in bloc.controles
        if isinstance(controle, AProposer)
    }
    decided = [one for one in propositions if one.retenue in {FORMATION, DIRECTE}]
    decided.sort(key=lambda one: (_rank(one, valeurs), one.retenue != FORMATION))
    etapes = tuple(_etape(one, inside[one.code], valeurs.listes.get("modules", ())) for one in decided)
    trained = [etape for etape in etapes if etape.orientation == FORMATION]
    return Parcours(
        etapes=etapes,
        en_attente=tuple(one.code for one in propositions if one not in decided),
        heures=_total(etape.heures for etape in trained),
    )


def _rank(one: Proposition, valeurs: Valeurs) -> float:
    found = valeurs.champs.get(f"{one.code.lower()}-rang")
    return found if isinstance(found, float) else float("inf")


def _etape(one: Proposition, composantes: set[str], modules: Iterable[Ligne]) -> Etape:
    training = one.retenue == FORMATION
    mine = [module for module in modules if training and module.valeurs.get("composante") in composantes]
    heures = _total(_hours(module.valeurs) for module in mine)
    lasting = f", {phrases.hours(heures.minimum, heures.maximum)}" if heures else ""
    return Etape(
        code=one.code,
        intitule=one.intitule,
        orientation=one.retenue,
        competences=one.a_former if training else (),
        modules=tuple(module.nom for module in mine),
        heures=heures,
        phrase=typeset(f"{one.code} : {phrases.ORIENTATIONS[one.retenue]}{lasting}."),
    )


def _hours(valeurs: Mapping[str, object]) -> Heures | None:
    """Return the hours of a module: « au moins 14 » has no longest, and stays so."""
    low, high = (one if isinstance(one := valeurs.get(code), float) else None for code in ("heures_min", "heures_max"))
    return None if low is None and high is None else Heures(low, high)


def _total(several: Iterable[Heures | None]) -> Heures | None:
    """Return a sum, or None as soon as one is not known: a partial sum would look like the whole.  So for each bound."""
    found = [*several]
    known = [heures for heures in found if heures]
    if not found or len(known) < len(found):
        return None
    low, high = (
        sum(bound for bound in bounds if bound is not None) if None not in bounds else None
        for bounds in ([heures.minimum for heures in known], [heures.maximum for heures in known])
    )
    return None if low is None and high is None else Heures(low, high)
