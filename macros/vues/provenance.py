"""Where the parts of an element come from: one section cited once, whatever the number of statements that it holds.

A statement that stands in several places comes from each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol, TypeVar

from referentials.model import Competence, Composante, Source


class Sourced(Protocol):
    """Anything of the model that says where it comes from."""

    @property
    def source(self) -> Source:
        """Where it comes from."""


Item = TypeVar("Item", bound=Sourced)


@dataclass(frozen=True, slots=True)
class Provenance:
    """A section of a document, the parts of the element that it holds, and the pages where they are printed."""

    parties: tuple[str, ...]
    document: str
    section: str
    pages: tuple[int, ...]


def provenances(parts: Iterable[tuple[str, Sequence[Sourced]]]) -> list[Provenance]:
    """Return the sections that the parts come from, in order; a section that several parts share is there once."""
    names: dict[tuple[str, str], list[str]] = {}
    pages: dict[tuple[str, str], set[int]] = {}
    for name, items in parts:
        for item in items:
            for endroit in item.source.endroits:
                section = (endroit.document, endroit.section)
                known = names.setdefault(section, [])
                if name not in known:
                    known.append(name)
                pages.setdefault(section, set()).update({endroit.page} - {None})  # type: ignore[arg-type]
    return [Provenance(tuple(names[key]), *key, tuple(sorted(pages[key]))) for key in names]


def runs(items: Sequence[Item]) -> list[tuple[list[Provenance], list[Item]]]:
    """Return the items that follow each other with the same sections, under those sections."""
    groups = [list(group) for _, group in groupby(items, key=_sections)]
    return [(provenances([("", group)]), group) for group in groups]


def _sections(item: Sourced) -> tuple[tuple[str, str], ...]:
    return tuple((endroit.document, endroit.section) for endroit in item.source.endroits)


def of_competence(competence: Competence) -> list[Provenance]:
    """Return where a competence and all that is below it come from."""
    return provenances(
        [
            ("intitule", [competence]),
            ("description", competence.description),
            ("contexte", competence.contexte),
            ("sous_competences", competence.sous_competences),
            ("criteres", competence.criteres),
            ("savoirs", competence.savoirs),
        ]
    )


def of_component(composante: Composante) -> list[Provenance]:
    """Return where a component, what is said of it and its activities come from; not its competences."""
    tasks = [tache for activite in composante.activites for tache in activite.taches]
    return provenances(
        [
            ("intitule", [composante]),
            ("numero_bloc", [] if composante.numero_bloc is None else [composante.numero_bloc]),
            ("description", composante.description),
            ("contexte", composante.contexte),
            ("attestation", [] if composante.attestation is None else [composante.attestation]),
            ("activites", [*composante.activites, *tasks]),
        ]
    )


def is_shared(items: Sequence[Sourced]) -> bool:
    """Whether all the items come from the same sections: these are then cited once, beside them all."""
    return len(set(map(_sections, items))) <= 1


def is_covered(part: Sourced, whole: Sourced) -> bool:
    """Whether each place that a part comes from is already cited beside the whole, page included."""
    cited = {(endroit.document, endroit.section, endroit.page) for endroit in whole.source.endroits}
    return {(endroit.document, endroit.section, endroit.page) for endroit in part.source.endroits} <= cited
