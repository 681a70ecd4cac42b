"""The sentences that say what may follow, in French."""

from __future__ import annotations

from forms.socle.phrases import plural, typeset


def not_enough(needed: int) -> str:
    """Return that nothing can be advised yet, and how many competences are still to be answered for it."""
    word = plural(needed, "compétence", "compétences")
    return typeset(f"Répondez encore pour {needed} {word} : Repère pourra alors dire ce que vous pouvez faire ensuite.")
