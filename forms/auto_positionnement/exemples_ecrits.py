"""What a person wrote beside the statements of each competence: the only proof that a file holds."""

from __future__ import annotations

from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.reponses import Reponse, Reponses


def examples(formulaire: Formulaire, reponses: Reponses) -> dict[str, tuple[str, ...]]:
    """Return the notes of each competence that has some, each as one line, in reading order."""
    none = Reponse()
    found = {
        groupe.code: tuple(
            " ".join(note.split()) for item in groupe.items if (note := reponses.get(item.code, none).note).split()
        )
        for groupe in formulaire.competences()
    }
    return {code: notes for code, notes in found.items() if notes}
