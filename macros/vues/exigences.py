"""Requirements put in order: rules by moment and actor, the choices of a filter with their counts, pieces by family.

Orders come from the closed lists of the schemas: no list is written twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from macros.vocabulaire import MOMENTS
from referentials.check.schemas import SUFFIX, registry
from referentials.model_cahier import CahierDesCharges, PieceDossier
from referentials.model_certification import Certification, Regle

# Below this, one glance is enough: filters would be longer than the list.
ENOUGH_TO_FILTER = 4


@dataclass(frozen=True, slots=True)
class Numbered:
    """A rule with its rank on the page; its anchor comes from its code, never from the rank."""

    numero: int
    regle: Regle


@dataclass(frozen=True, slots=True)
class Moment:
    """The rules of one moment, under the actor that each addresses first."""

    code: str
    groupes: tuple[tuple[str, tuple[Numbered, ...]], ...]

    @property
    def nombre(self) -> int:
        """How many rules the moment has."""
        return sum(len(regles) for _, regles in self.groupes)


def _schema(name: str) -> Any:
    return registry().contents(f"{name}{SUFFIX}")


def actors() -> list[str]:
    """Return every actor, the candidate first, in the order of the schema."""
    return [str(acteur) for acteur in _schema("commun")["$defs"]["acteur"]["enum"]]


def moments(regles: Sequence[Regle]) -> list[Moment]:
    """Return the rules by moment, then by actor, numbered in the order in which they are read; no empty group."""
    keys = [(moment, acteur) for moment in MOMENTS for acteur in actors()]
    found = [(key, [r for r in regles if (r.moment, r.acteur) == key]) for key in keys]
    filled = [(key, members) for key, members in found if members]
    rank = 0
    groupes: dict[str, list[tuple[str, tuple[Numbered, ...]]]] = {}
    for (moment, acteur), members in filled:
        numbered = tuple(Numbered(rank + i, regle) for i, regle in enumerate(members, 1))
        groupes.setdefault(moment, []).append((acteur, numbered))
        rank += len(members)
    return [Moment(moment, tuple(groups)) for moment, groups in groupes.items()]


def routes(certification: Certification) -> list[str]:
    """Return the routes that at least one rule singles out, in the order of the schema."""
    named = {voie for regle in certification.regles for voie in regle.voies}
    order = _schema("certification")["properties"]["voies_acces"]["items"]["properties"]["voie"]["enum"]
    return [voie for voie in order if voie in named]


def counted(order: Iterable[str], values: Iterable[Iterable[str]]) -> list[tuple[str, int]]:
    """Return each choice that something has, with how many have it; a single choice is no choice."""
    counts = Counter(code for codes in values for code in codes)
    present = [(code, counts[code]) for code in order if counts[code]]
    return present if len(present) > 1 else []


def rule_filters(certification: Certification) -> dict[str, list[tuple[str, int]]]:
    """Return the choices of the filters of the rules; a rule without route counts for each of them."""
    regles = certification.regles
    if len(regles) < ENOUGH_TO_FILTER:
        return {}
    voies = routes(certification)
    choices = {
        "acteur": counted(actors(), ([r.acteur] for r in regles)),
        "moment": counted(tuple(MOMENTS), ([r.moment] for r in regles)),
        "voie": counted(voies, (r.voies or voies for r in regles)),
    }
    return {name: options for name, options in choices.items() if options}


def outside_missions(regles: Sequence[Regle], cahier: CahierDesCharges) -> list[Regle]:
    """Return the rules that no mission gathers, in the order of the data: a reader must know that there are some."""
    gathered = {code for mission in cahier.missions for code in mission.regles}
    return [regle for regle in regles if regle.code not in gathered]


def families(pieces: Sequence[PieceDossier]) -> list[tuple[str, list[PieceDossier]]]:
    """Return the pieces of an application by family, in the order of the schema; no empty family."""
    item = _schema("cahier-des-charges")["properties"]["pieces"]["items"]
    groups = [(code, [p for p in pieces if p.famille == code]) for code in item["properties"]["famille"]["enum"]]
    return [(code, members) for code, members in groups if members]
