"""The sentences that say what may follow, in French."""

from __future__ import annotations

from forms.socle.majuscules import capitalized
from forms.socle.phrases import counted, listed, typeset


def not_enough(needed: int, silent: int) -> str:
    """Return that nothing can be advised yet, and how many competences are lacking for it.

    `silent`: how many have no answer at all.  Of the others, what is lacking is to decide.
    """
    asked, unsure = min(needed, silent), max(needed - silent, 0)
    parts = [f"répondez encore pour {_competences(asked)}"] if asked else []
    if unsure:
        word = "précisez" if asked else "précisez encore"
        parts.append(f"{word} {_competences(unsure)} à confirmer, avec quelqu’un si besoin")
    said = listed(parts)
    return typeset(f"{capitalized(said)} : Repère pourra alors dire ce que vous pouvez faire ensuite.")


def _competences(number: int) -> str:
    return counted(number, "compétence", "compétences")
