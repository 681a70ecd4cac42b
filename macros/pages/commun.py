"""What several kinds of page share: the page's context, names, counts, JSON inside HTML."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from forms.socle.vocabulaire import COMPOSANTES
from referentials.load import Collection
from referentials.model import Composante
from referentials.model_certification import Certification, Regle
from referentials.model_parametres import Seuil


@dataclass(frozen=True, slots=True)
class Script:
    """A script that the page loads: its address from the page, and its digest (subresource integrity)."""

    url: str
    integrity: str


@dataclass(frozen=True, slots=True)
class FormAssets:
    """What the page of a form needs beside its data: its script, and the worker's address from the page."""

    script: Script
    worker: str


@dataclass(frozen=True, slots=True)
class Contexte:
    """Where a page stands.  `racine`: relative address of the site's root, ending with / or empty.

    `form_assets`: name of a form's script → its addresses; called by the pages that have one only.  `site`: where the site
    is published, for what must name a page from elsewhere; empty where that is not known.
    """

    racine: str
    form_assets: Callable[[str], FormAssets]
    site: str = ""


@cache
def tool_version() -> str:
    """Return the version of Repère, which pyproject.toml alone states."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    return str(project["project"]["version"])


def last_update(collection: Collection) -> str | None:
    """Return the day of the last change of the data of any certification; None where there is none."""
    return max((c.identite.date_mise_a_jour for c in collection.certifications), default=None)


def names(certification: Certification) -> dict[str, str]:
    """Return how each component is called by its number: D1 → Domaine 1.  A competence has no such name."""
    every = [composante for root in certification.composantes for composante in root.walk()]
    found = {c.code: COMPOSANTES[c.nature].titre + (f" {c.numero}" if c.numero else "") for c in every}
    return found | {competence.code: "" for competence in certification.all_competences()}


def count_natures(certification: Certification) -> list[tuple[str, int]]:
    """Return how many components of each nature there are, outermost first, then competences."""

    def walk(composante: Composante) -> Counter[str]:
        return sum((walk(below) for below in composante.composantes), Counter({composante.nature: 1}))

    natures = sum((walk(root) for root in certification.composantes), Counter[str]())
    return [*natures.items(), ("competence", len(list(certification.all_competences())))]


@dataclass(frozen=True, slots=True)
class Palier:
    """A threshold of success: its share, in percent, on the routes that it is said of, and the rules that say it.

    It is to be reached in each of its components.  `chaque`: their nature, where they are all those of it, and several;
    else `lieux` has their names, unless the only one is meant.
    """

    valeur: int
    voies: tuple[str, ...]
    regles: tuple[Regle, ...]
    chaque: str | None = None
    lieux: tuple[str, ...] = ()


def natures_of(certification: Certification) -> dict[str, str]:
    """Return the nature of each component and competence, by its code."""
    every = [composante for root in certification.composantes for composante in root.walk()]
    return {c.code: c.nature for c in every} | {c.code: "competence" for c in certification.all_competences()}


def _reached_in(certification: Certification, codes: Sequence[str]) -> tuple[str | None, tuple[str, ...]]:
    natures = natures_of(certification)
    kinds = {natures[code] for code in codes}
    if len(kinds) == 1 and {*codes} == {code for code, nature in natures.items() if nature in kinds}:
        return (kinds.pop() if len(codes) > 1 else None), ()
    noms = names(certification)
    return None, tuple(noms[code] or code for code in codes)


def thresholds(certification: Certification) -> list[Palier]:
    """Return the thresholds of success, the lowest first; rules of one share and one route are one threshold."""
    found: dict[tuple[int, tuple[str, ...]], list[Regle]] = {}
    said: dict[tuple[int, tuple[str, ...]], dict[str, None]] = {}
    for regle in certification.regles:
        if isinstance(regle.parametres, Seuil):
            key = (regle.parametres.valeur, regle.voies)
            found.setdefault(key, []).append(regle)
            said.setdefault(key, {}).update(dict.fromkeys(regle.parametres.composantes))
    return [
        Palier(valeur, voies, tuple(regles), *_reached_in(certification, [*said[valeur, voies]]))
        for (valeur, voies), regles in sorted(found.items(), key=lambda pair: pair[0])
    ]


def file_head(file_format: str, version: int, certification: Certification) -> dict[str, Any]:
    """Return what every file saved by a form says first: its format, the certification, the tool."""
    return {
        "format": file_format,
        "version_format": version,
        "certification": certification.slug,
        "version_referentiel": certification.version,
        "outil": {"nom": "Repère", "version": tool_version()},
    }
