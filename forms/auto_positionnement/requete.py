"""What is asked for in words: the answers of a draft, as a text, as the adviser's sheet or as tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from forms.auto_positionnement.reponses import Reponses


@dataclass(frozen=True, slots=True)
class Requete:
    """Answers, in the draft that has a name, as on a day, AAAA-MM-JJ; the route that the person wishes, if any."""

    reponses: Reponses
    nom: str
    jour: str
    premier_tour: Mapping[str, str] = field(default_factory=dict)
    voie: str = ""
