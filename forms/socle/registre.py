"""The kinds of form that there are: a new one is its folder, the schema of its files, and its line here.

`python -m macros genre` writes the three.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from typing import Any

from forms.socle.genre import Genre

DOSSIERS = (
    "auto_positionnement",
    "livret_de_reperage",
    "dossier_habilitation",
)


@cache
def genres() -> tuple[Genre, ...]:
    """Return the kinds, in the order of the tabs."""
    return tuple(importlib.import_module(f"forms.{dossier}.genre").GENRE for dossier in DOSSIERS)


def of_format(found: str | None) -> Genre | None:
    """Return the kind whose files say that they are `found`; None where there is none."""
    return next((genre for genre in genres() if genre.format == found), None)


def of_form(donnees: Mapping[str, Any]) -> Genre:
    """Return the kind of a form from its JSON, which names it where several kinds share one format.

    Raises KeyError where it is none of ours.
    """
    for genre in genres():
        if donnees["format"] == genre.forme and donnees.get("genre", genre.code) == genre.code:
            return genre
    raise KeyError(donnees["format"])
