"""French for every form: spaces that do not break, plurals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from forms.socle.vocabulaire import COMPOSANTES, PARTIE

NBSP = "\u00a0"
# What parts the thousands.
NARROW_NBSP = "\u202f"


def typeset(text: str) -> str:
    """Return French text with no-break spaces where a line must not break.

    Inside « », before : ; ! ? and %, and between a number and what it counts.
    """
    return re.sub(r"(?<=«) | (?=[»:;!?%])|(?<=[0-9]) (?=[^\W\d])", NBSP, text)


def full_stop(text: str) -> str:
    """Return the stop that a sentence still wants after a text: nothing where the text has its own.

    A quotation, or a parenthesis, keeps inside the stop that ends it.
    """
    return "" if re.search(r"[.!?…][\s»)”]*$", str(text)) else "."


def ended(text: str) -> str:
    """Return a text as a whole sentence, which ends once."""
    return typeset(text) + full_stop(text)


def plural(number: float, singular: str, several: str) -> str:
    """Return what agrees with a number: in French, all that is below two is singular."""
    return singular if number < 2 else several  # noqa: PLR2004 — as said above


def in_french(value: float) -> str:
    """Return an amount as French prints it, without decimals that say nothing: 1 234,5."""
    plain = f"{int(value):,}" if value == int(value) else f"{value:,}"
    return plain.translate({ord(","): NARROW_NBSP, ord("."): ","})


def ungrouped(value: float) -> str:
    """Return a number that may be a year, or a rank: 2019, 3,5."""
    return in_french(value).replace(NARROW_NBSP, "")


def counted(number: int, singular: str, several: str) -> str:
    """Return a number and its noun, bound by a no-break space."""
    return f"{number}{NBSP}{plural(number, singular, several)}"


def listed(words: Sequence[str]) -> str:
    """Return words one after the other, « et » before the last."""
    return " et ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)


def outdated(theirs: str, ours: str) -> list[str]:
    """Return that a file is of another version of the referential than this page, or nothing."""
    if theirs == ours:
        return []
    return [typeset(f"Le fichier date de la version {theirs} du référentiel ; cette page suit la version {ours}.")]


def apart(form: str, names: Iterable[str]) -> str:
    """Return that a file holds answers which this form cannot show, by what each is called, each name once."""
    called = ", ".join(sorted({*names}))
    return typeset(
        f"Ces réponses n’ont pas trouvé leur place dans {form} et sont gardées à part : {called}. "
        "Elles seront réécrites dans votre prochain fichier."
    )


def named(nature: str, intitule: str) -> str:
    """Return a group by its nature and its title."""
    return f"{COMPOSANTES.get(nature, PARTIE).titre} « {intitule} »"
