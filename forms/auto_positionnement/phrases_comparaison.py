"""The sentences of a comparison, in French.  The two sides may be two dates or two people: neither is the right one."""

from __future__ import annotations

from collections.abc import Mapping

from forms.auto_positionnement.comptage import Compte
from forms.auto_positionnement.phrases import positives
from forms.socle.phrases import counted, listed, typeset

FIRST, SECOND = "premier fichier", "second fichier"


def overall(avant: str, apres: str, identiques: int, ecarts: Mapping[str, int], tour: tuple[int, int]) -> str:
    """Return how many answers are alike and how many differ; `ecarts` counts the items that went each way.

    `tour`: how many competences of each side are answered at the first pass alone, which is not compared.
    """
    differ = ecarts["progres"] + ecarts["recul"] + ecarts["autre"]
    both = "aucun énoncé n’a de réponse des deux côtés"
    if identiques + differ:
        alike = counted(identiques, "réponse identique", "réponses identiques")
        others = counted(differ, "différente", "différentes") if differ else "aucune différente"
        both = f"{alike}, {others}{_ways(ecarts)}"
    one_sided = _sides("Répondus d’un seul côté", (ecarts["retire"], ecarts["nouveau"]), ("énoncé", "énoncés"))
    quick = _sides("Répondu au premier tour seulement, donc non comparé", tour, ("compétence", "compétences"))
    return typeset(f"Entre « {avant} » et « {apres} » : {both}.{one_sided}{quick}")


def _ways(ecarts: Mapping[str, int]) -> str:
    higher = [counted(ecarts["progres"], "plus haute", "plus hautes")] if ecarts["progres"] else []
    lower = [counted(ecarts["recul"], "plus basse", "plus basses")] if ecarts["recul"] else []
    return f", dont {' et '.join(higher + lower)} dans le second" if higher or lower else ""


def _sides(what: str, numbers: tuple[int, int], noun: tuple[str, str]) -> str:
    """Return how many of something each side has, or nothing where neither has any."""
    sides = zip(numbers, ("premier", "second"), strict=True)
    said = [f"{counted(number, *noun)} dans le {side}" for number, side in sides if number]
    return f" {what} : {listed(said)}." if said else ""


def group(avant: Compte, apres: Compte) -> str:
    """Return how many items of a group are positive on each side."""
    if avant.positifs == apres.positifs:
        return typeset(f"{positives(avant)} des deux côtés.")
    plural = counted(apres.positifs, "énoncé positif", "énoncés positifs")
    return typeset(f"{avant.positifs} puis {plural} sur {apres.total}.")
