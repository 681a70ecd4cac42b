"""What a person is told of an auto-positionnement that was poured into the livret, in French."""

from __future__ import annotations

from forms.socle.phrases import counted, plural, typeset


def first_pass(libelle: str) -> str:
    """Return, for the example of a competence, the answer of the first pass that its word comes from."""
    return typeset(f"Auto-positionnement, au premier tour : « {libelle} ».")


def poured(verses: int, laisses: int, quick: int, denied: int) -> str:
    """Return how many answers were taken, how many stay as they were, and what the first pass gave."""
    taken = counted(verses, "réponse reprise", "réponses reprises")
    kept = counted(
        laisses,
        "réponse du livret diffère et reste telle qu’on l’a écrite",
        "réponses du livret diffèrent et restent telles qu’on les a écrites",
    )
    told = [f"Auto-positionnement versé : {taken}."]
    if quick:
        told.append(f"Pour {_competences(quick)}, c’est la réponse du premier tour, et c’est écrit avec les exemples.")
    if denied:
        told.append(
            f"Pour {_competences(denied)}, des énoncés disent autre chose que le premier tour : rien n’est repris."
        )
    if laisses:
        told.append(f"{kept} ; le mot du candidat est gardé à côté.")
    if verses or laisses:
        told.append(f"Relisez{plural(verses + laisses, '-la', '-les')} avec le candidat.")
    return typeset(" ".join(told))


def _competences(number: int) -> str:
    return counted(number, "compétence", "compétences")
