"""What a kind that several hands write says of itself to what all such kinds share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.valeurs import Valeurs
from forms.socle.genre import Genre

Suite = Callable[[Questionnaire, Valeurs], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Mains:
    """A kind whose files several hands write.

    `nom`: what a digest calls what an agreement is given to; published in files, it never changes.  `titre`: what its table is called.  `suite`: what follows
    from the answers, and is agreed to with them, as JSON by name; give it the form as asked.
    """

    genre: Genre
    nom: str
    titre: str
    suite: Suite
