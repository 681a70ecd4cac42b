"""French for every form: spaces that do not break, plurals, the words for what a form is divided into."""

from __future__ import annotations

import re
from collections.abc import Iterable

NBSP = "\u00a0"
# Singular and plural of what a form is divided into.
NATURES = {
    "domaine": ("domaine", "domaines"),
    "unite": ("unité", "unités"),
    "bloc": ("bloc", "blocs"),
    "ccp": ("CCP", "CCP"),
    "activite_type": ("activité type", "activités types"),
    "competence": ("compétence", "compétences"),
}
OTHER = ("partie", "parties")


def typeset(text: str) -> str:
    """Return French text with no-break spaces where a line must not break.

    Inside « », before : ; ! ? and %, and between a number and what it counts.
    """
    return re.sub(r"(?<=«) | (?=[»:;!?%])|(?<=[0-9]) (?=[^\W\d])", NBSP, text)


def plural(number: float, singular: str, several: str) -> str:
    """Return what agrees with a number: in French, all that is below two is singular."""
    return singular if number < 2 else several  # noqa: PLR2004 — as said above


def counted(number: int, singular: str, several: str) -> str:
    """Return a number and its noun, bound by a no-break space."""
    return f"{number}{NBSP}{plural(number, singular, several)}"


def apart(form: str, names: Iterable[str]) -> str:
    """Return that a file holds answers which this form cannot show, by what each is called, each name once."""
    listed = ", ".join(sorted({*names}))
    return typeset(
        f"Ces réponses n’ont pas trouvé leur place dans {form} et sont gardées à part : {listed}. "
        "Elles seront réécrites dans votre prochain fichier."
    )


def named(nature: str, intitule: str) -> str:
    """Return a group by its nature and its title."""
    singular, _ = NATURES.get(nature, OTHER)
    return f"{singular[0].upper()}{singular[1:]} « {intitule} »"
