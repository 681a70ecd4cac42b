"""What people know a level by: the diplomas of the national framework, from vocabulaires/niveaux.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from cattrs import Converter

from referentials.model_listes import Confiance
from referentials.read import ROOT


@dataclass(frozen=True, slots=True)
class NiveauDefini:
    """A level of today; `ancienne_valeur`: that of 1969, which counted downwards and whose level I is two of today's.

    `repere` is said after the level; one searches for it by `diplomes`.
    """

    valeur: str
    repere: str
    diplomes: tuple[str, ...]
    texte: str
    adresse: str
    confiance: Confiance
    vu_le: str
    ancienne_valeur: Literal["V", "IV", "III", "II"] | None = None


@cache
def today() -> tuple[NiveauDefini, ...]:
    """Return the levels that a diploma stands for.  The framework is the country's: a collection of one's own has none."""
    text = (ROOT / "vocabulaires" / "niveaux.json").read_text("utf-8")
    return Converter(forbid_extra_keys=True).structure(json.loads(text), tuple[NiveauDefini, ...])


@cache
def known_levels() -> Mapping[str, NiveauDefini]:
    """Return each of them by its value, today's and that of 1969."""
    former: dict[str, NiveauDefini] = {one.ancienne_valeur: one for one in today() if one.ancienne_valeur}
    return MappingProxyType({one.valeur: one for one in today()} | former)


def level(valeur: str | None) -> str:
    """Return a level with what people know it by: « 4 (celui du bac) », « III (celui du BTS, bac + 2) »; itself where nothing is."""
    known = known_levels().get(valeur or "")
    return f"{valeur} ({known.repere})" if known else valeur or ""
