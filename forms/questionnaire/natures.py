"""One answer, read after its nature.  What cannot be understood is a French sentence: the typed value stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from forms.questionnaire import dates, saisie
from forms.questionnaire.modele import Champ
from forms.socle.phrases import typeset

Simple = str | float | bool | date | tuple[str, ...]
NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
DIGEST = re.compile(r"[0-9a-f]{64}")
# What a browser gives while one is still typing the year, such as 0202, is a day like any other to a calendar.
EARLIEST, LATEST = 1900, 2200
# Number.MAX_SAFE_INTEGER.
LARGEST_WHOLE = 2**53 - 1


class NotUnderstood(ValueError):  # noqa: N818 — no error of the program: the person's answer cannot be read
    """An answer has not the form that its field needs; the text is a French sentence that says what to do."""

    def __init__(self, sentence: str) -> None:
        """Take a sentence with plain spaces."""
        super().__init__(typeset(sentence))


def blank(value: Any) -> bool:
    """Say whether a raw value is no answer: absent, spaces only, an empty list."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def read(champ: Champ, value: Any) -> Simple:
    """Return the value of a field that is answered.  Raises NotUnderstood."""
    return READERS[champ.nature](champ, value)


def exact(value: Any) -> Any:
    """Return a raw value whose whole numbers that JavaScript would round are texts: it keeps every digit of a text."""
    if isinstance(value, Mapping):
        return {key: exact(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [exact(inner) for inner in value]
    return str(value) if isinstance(value, int) and abs(value) > LARGEST_WHOLE else value


def part(champ: Champ, value: Any) -> tuple[Any, Any]:
    """Return what of a raw value the control of a field can show, and what it cannot; None where there is nothing.

    A text that its field cannot read is shown, to be mended: a choice that is not offered, or a list in the place of a
    text, is not.
    """
    offered = [option.code for option in champ.options]
    if champ.nature == "choix_multiple" and isinstance(value, list | tuple):
        kind = type(value)
        return kind(one for one in value if one in offered), kind(one for one in value if one not in offered)
    return (value, None) if SHOWN[champ.nature](offered, value) else (None, value)


def number(text: str) -> float | None:
    """Return a number as one writes it in French (1 234,5) or not (1234.5), or None."""
    # Thousands are parted by any space.
    plain = saisie.plain(text).replace(" ", "").replace(",", ".")
    # Beyond fifteen digits a float no longer holds what was typed.
    return float(plain) if NUMBER.fullmatch(plain) and len(plain) <= 15 else None  # noqa: PLR2004 — explained above


def _text(_: Champ, value: Any) -> str:
    if isinstance(value, str):
        return value
    raise NotUnderstood("Cette réponse n’est pas un texte : écrivez-la de nouveau.")


def _day(_: Champ, value: Any) -> date:
    found = dates.understood(value) if isinstance(value, str) else None
    if found is None:
        raise NotUnderstood(f"« {value} » n’est pas une date du calendrier : écrivez-la JJ/MM/AAAA, comme 05/10/2026.")
    if not EARLIEST <= found.year <= LATEST:
        raise NotUnderstood(f"L’année {found.year} est sûrement une erreur : vérifiez la date.")
    return found


def _number(champ: Champ, value: Any) -> float:
    typed = isinstance(value, int | float) and not isinstance(value, bool)
    found = float(value) if typed else number(value) if isinstance(value, str) else None
    if found is None:
        raise NotUnderstood(f"« {value} » n’est pas un nombre : écrivez-le en chiffres.")
    if champ.minimum is not None and found < champ.minimum:
        raise NotUnderstood(f"Le nombre est trop petit : il faut au moins {champ.minimum}.")
    if champ.maximum is not None and found > champ.maximum:
        raise NotUnderstood(f"Le nombre est trop grand : il faut au plus {champ.maximum}.")
    return found


def _choice(champ: Champ, value: Any) -> str:
    if isinstance(value, str) and value in {option.code for option in champ.options}:
        return value
    raise NotUnderstood("Cette réponse n’est pas l’un des choix proposés : choisissez de nouveau.")


def _choices(champ: Champ, value: Any) -> tuple[str, ...]:
    return tuple(_choice(champ, one) for one in (value if isinstance(value, list) else [value]))


def _yes(_: Champ, value: Any) -> bool:
    known: Mapping[Any, bool] = {True: True, False: False, "oui": True, "non": False}
    if isinstance(value, bool | str) and value in known:
        return known[value]
    raise NotUnderstood("Répondez par oui ou par non.")


def _links(_: Champ, value: Any) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise NotUnderstood("Cette réponse ne désigne aucune ligne : choisissez de nouveau.")


def _digest(_: Champ, value: Any) -> str:
    if isinstance(value, str) and DIGEST.fullmatch(value):
        return value
    raise NotUnderstood("Cette empreinte ne se lit pas : donnez de nouveau votre accord.")


READERS: Mapping[str, Callable[[Champ, Any], Simple]] = {
    "texte": _text,
    "texte_long": _text,
    "date": _day,
    "nombre": _number,
    "choix": _choice,
    "choix_multiple": _choices,
    "oui_non": _yes,
    "renvois": _links,
    "empreinte": _digest,
}


def _as_typed(_: list[str], value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _offered(offered: list[str], value: Any) -> bool:
    return isinstance(value, str) and value in offered


# Raw value → whether a control of this nature can show it; `offered` are the codes of its choices.
SHOWN: Mapping[str, Callable[[list[str], Any], bool]] = {
    **dict.fromkeys(("texte", "texte_long", "date", "nombre", "empreinte"), _as_typed),
    **dict.fromkeys(("choix", "choix_multiple"), _offered),
    "oui_non": lambda _, value: isinstance(value, bool) or value in ("oui", "non"),
    "renvois": lambda _, value: isinstance(value, str | list | tuple),
}
