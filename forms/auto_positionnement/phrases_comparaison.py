"""The sentences of a comparison, in French.  The two sides may be two dates or two people: neither is the right one."""

from __future__ import annotations

from collections.abc import Mapping

from forms.auto_positionnement.comptage import Compte
from forms.auto_positionnement.phrases import positives
from forms.socle.phrases import counted, listed, typeset

FIRST, SECOND = "premier fichier", "second fichier"


def overall(avant: str, apres: str, identiques: int, ecarts: Mapping[str, int], tour: tuple[int, int, int, int]) -> str:
    """Return how many answers are alike and how many differ; `ecarts` counts the items that went each way.

    `tour`: how many competences have the same answer at the first pass, another, one in the first only, in the second only.
    """
    differ = ecarts["progres"] + ecarts["recul"] + ecarts["autre"]
    both = "aucun énoncé n’a de réponse des deux côtés"
    if identiques + differ:
        alike = counted(identiques, "réponse identique", "réponses identiques")
        others = counted(differ, "différente", "différentes") if differ else "aucune différente"
        both = f"{alike}, {others}{_ways(ecarts)}"
    one_sided = _sides("Répondus d’un seul côté", (ecarts["retire"], ecarts["nouveau"]), ("énoncé", "énoncés"))
    return typeset(f"Entre « {avant} » et « {apres} » : {both}.{one_sided}{_first_pass(*tour)}")


def _first_pass(identiques: int, differentes: int, first: int, second: int) -> str:
    """Return how the answers to whole competences compare, apart from those to their statements."""
    alike = counted(identiques, "compétence avec la même réponse", "compétences avec la même réponse")
    parts = [alike] if identiques else []
    parts += [f"{counted(differentes, 'compétence', 'compétences')} avec une autre réponse"] if differentes else []
    both = f" Au premier tour : {listed(parts)}." if parts else ""
    return both + _sides("Répondues au premier tour d’un seul côté", (first, second), ("compétence", "compétences"))


def _ways(ecarts: Mapping[str, int]) -> str:
    higher = [counted(ecarts["progres"], "plus haute", "plus hautes")] if ecarts["progres"] else []
    lower = [counted(ecarts["recul"], "plus basse", "plus basses")] if ecarts["recul"] else []
    return f", dont {' et '.join(higher + lower)} dans le second" if higher or lower else ""


def _sides(what: str, numbers: tuple[int, int], noun: tuple[str, str]) -> str:
    """Return how many of something each side has, or nothing where neither has any."""
    sides = zip(numbers, ("premier", "second"), strict=True)
    said = [f"{counted(number, *noun)} dans le {side}" for number, side in sides if number]
    return f" {what} : {listed(said)}." if said else ""


def group(avant: Compte, apres: Compte, *, comparable: bool) -> str:
    """Return how many items of a group are positive on each side; no figure where they do not compare."""
    if not comparable:
        several = avant.repondus + apres.repondus
        return typeset("Répondu en détail d’un seul côté : rien à comparer." if several else "Aucun énoncé répondu.")
    if avant.positifs == apres.positifs:
        return typeset(f"{positives(avant)} des deux côtés.")
    plural = counted(apres.positifs, "énoncé positif", "énoncés positifs")
    return typeset(f"{avant.positifs} puis {plural} sur {apres.total}.")
