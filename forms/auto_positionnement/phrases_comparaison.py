"""The sentences of a comparison, in French.  The two sides may be two dates or two people: neither is the right one."""

from __future__ import annotations

from collections.abc import Mapping

from forms.auto_positionnement.comptage import Compte
from forms.auto_positionnement.phrases import positives
from forms.socle.phrases import counted, typeset

FIRST, SECOND = "premier fichier", "second fichier"


def overall(avant: str, apres: str, identiques: int, ecarts: Mapping[str, int]) -> str:
    """Return how many answers are alike and how many differ; `ecarts` counts the items that went each way."""
    differ = ecarts["progres"] + ecarts["recul"] + ecarts["autre"]
    both = "aucun énoncé n’a de réponse des deux côtés"
    if identiques + differ:
        alike = counted(identiques, "réponse identique", "réponses identiques")
        others = counted(differ, "différente", "différentes") if differ else "aucune différente"
        both = f"{alike}, {others}{_ways(ecarts)}"
    return typeset(f"Entre « {avant} » et « {apres} » : {both}.{_one_sided(ecarts['retire'], ecarts['nouveau'])}")


def _ways(ecarts: Mapping[str, int]) -> str:
    higher = [counted(ecarts["progres"], "plus haute", "plus hautes")] if ecarts["progres"] else []
    lower = [counted(ecarts["recul"], "plus basse", "plus basses")] if ecarts["recul"] else []
    return f", dont {' et '.join(higher + lower)} dans le second" if higher or lower else ""


def _one_sided(first: int, second: int) -> str:
    sides = [
        f"{counted(number, 'énoncé', 'énoncés')} dans le {side}"
        for number, side in ((first, "premier"), (second, "second"))
        if number
    ]
    return f" Répondus d’un seul côté : {' et '.join(sides)}." if sides else ""


def group(avant: Compte, apres: Compte) -> str:
    """Return how many items of a group are positive on each side."""
    if avant.positifs == apres.positifs:
        return typeset(f"{positives(avant)} des deux côtés.")
    plural = counted(apres.positifs, "énoncé positif", "énoncés positifs")
    return typeset(f"{avant.positifs} puis {plural} sur {apres.total}.")
