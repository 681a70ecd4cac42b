"""Which rules of law apply to a certification, for somebody, on a day: pure, the same for the page and the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from forms.droit.vocabulaire import SUJETS
from referentials.model_certification import Certification
from referentials.model_law import Droit, RegleDeDroit, Situation


@dataclass(frozen=True, slots=True)
class Chapitre:
    """The rules that answer one question, in the order of the files."""

    sujet: str
    regles: tuple[RegleDeDroit, ...]


def fits(regle: RegleDeDroit, certification: Certification) -> bool:
    """Tell whether a rule may apply to a certification.

    What the data do not say of it (its register, its kind, its routes, whether it is on the VAE portal) excludes nothing:
    the rule stays, and its condition is told with it.
    """
    asked, identite = regle.s_applique, certification.identite
    kind = certification.genre.code if certification.genre else None
    routes = {one.voie for one in identite.voies_acces}
    return (
        _may(asked.repertoires, {identite.au_repertoire} - {None})
        and _may(asked.genres, {kind} - {None})
        and _may(asked.voies, routes)
    )


def _may(asked: Iterable[str], known: Iterable[str | None]) -> bool:
    return not asked or not known or not set(asked).isdisjoint(known)


def concerns(regle: RegleDeDroit, situation: Situation | None) -> bool:
    """Tell whether a rule is for somebody: what is for nobody in particular is for all; without a situation, all are."""
    asked = regle.s_applique.situations
    return not asked or situation is None or situation in asked


def kept(droit: Mapping[str, Droit]) -> list[RegleDeDroit]:
    """Return the rights of those only who had begun before a registration ended."""
    every = (regle for sujet in droit.values() for regle in sujet.regles)
    return [regle for regle in every if regle.s_applique.situations == ("deja_engage",)]


def chapters(regles: Iterable[RegleDeDroit]) -> tuple[Chapitre, ...]:
    """Return rules under the questions that they answer, each as often as it answers one; questions without any are left out."""
    every = tuple(regles)
    found = (Chapitre(sujet, tuple(one for one in every if sujet in one.sujets)) for sujet in SUJETS)
    return tuple(one for one in found if one.regles)


def of_day(
    droit: Mapping[str, Droit], certification: Certification | None, situation: Situation | None, jour: str
) -> tuple[Chapitre, ...]:
    """Return what applies on a day (YYYY-MM-DD), under the questions that it answers."""
    return chapters(
        regle
        for sujet in droit.values()
        for regle in sujet.regles
        if regle.holds(jour) and concerns(regle, situation) and (certification is None or fits(regle, certification))
    )
