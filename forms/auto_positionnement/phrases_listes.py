"""The sentences of the three lists, in French: the answers in the words of those who gave them."""

from __future__ import annotations

from collections.abc import Sequence

from forms.auto_positionnement.formulaire import Valeur
from forms.socle.majuscules import capitalized
from forms.socle.phrases import counted, listed, typeset

TITRES = {
    "sais_faire": "Ce que je sais faire",
    "a_confirmer": "À confirmer",
    "a_apprendre": "À apprendre",
    "sans_reponse": "Sans réponse",
}
# Those whose statements are named one by one: they can be answered, or learnt.
OUVERTES = {"a_confirmer", "a_apprendre"}


def first_pass(libelle: str) -> str:
    """Return an answer of the first pass, and that it is one."""
    return typeset(f"« {libelle} », au premier tour.")


def in_a_cell(titre: str, dit: str) -> str:
    """Return the name of a list for a line of a table, with the answer of the first pass where it alone says so."""
    return typeset(f"{titre} : {dit}") if dit else titre


def details(valeurs: Sequence[Valeur | None], *, whole: bool) -> str:
    """Return the answers to the statements of a competence, each with how many have it; None for one without.

    `whole`: all of them; else those that are left, out of how many.
    """
    kept = [valeur for valeur in valeurs if whole or valeur is None or valeur.effet != "positif"]
    words = dict.fromkeys(f"« {valeur.libelle} »" if valeur else "sans réponse" for valeur in kept)
    number = {word: sum((f"« {one.libelle} »" if one else "sans réponse") == word for one in kept) for word in words}
    total = "" if len(kept) == len(valeurs) else f" sur {len(valeurs)}"
    first, *others = words
    parts = [
        f"{first} à {counted(number[first], 'énoncé', 'énoncés')}{total}",
        *(f"{word} à {number[word]}" for word in others),
    ]
    said = listed(parts)
    return typeset(f"{capitalized(said)}.")
