"""What the site says of the page of a kind of form, and what its template is filled with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from referentials.model_certification import Certification

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Page(Generic[F]):
    """The page of a kind of form.

    `nom`: in the tabs.  `action`: on the one button of the fiche, where this is the first form that a certification has.
    `titre`: what goes before the title of a certification.  `description`: what a search engine shows, with {titre}.
    `promesse`: beside that button, what one finds there.  `poids`: what search multiplies its score by.  `donnees`: the JSON of a form.  `valeurs`: what its template needs beyond what that of every form has.
    """

    nom: str
    action: str
    titre: str
    description: str
    poids: float
    donnees: Callable[[F], Any]
    valeurs: Callable[[Certification, F], Mapping[str, Any]]
    promesse: str = ""
