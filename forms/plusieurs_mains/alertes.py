"""What does not go together in what several hands wrote: told at its place, nothing is corrected, nothing refused."""

from __future__ import annotations

from dataclasses import dataclass

from forms.questionnaire.echeances import Niveau
from forms.questionnaire.modele import Source
from forms.socle.lectures import Lecture


@dataclass(frozen=True, slots=True)
class Alerte:
    """What does not go together: at which place, and the rule that says so, if one does, by which readings."""

    place: str
    niveau: Niveau
    phrase: str
    regle: str = ""
    source: Source | None = None
    lectures: tuple[Lecture, ...] = ()
