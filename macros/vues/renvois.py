"""The places that a page cites, numbered as they come: a sign beside the statement, the place itself at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from referentials.model import Endroit, Source


class Sourced(Protocol):
    """Anything of the model that says where it comes from."""

    @property
    def source(self) -> Source:
        """Where it comes from."""


@dataclass(slots=True)
class Renvois:
    """One page's places, in the order in which it cites them: each has one number, however many statements it holds."""

    _numeros: dict[Endroit, int] = field(default_factory=dict)

    def of(self, source: Source) -> list[int]:
        """Return the numbers of the places of a statement, in their order; a place not cited before gets the next one."""
        places = [Endroit(one.document, one.section, one.page) for one in source.endroits]
        return [self._numeros.setdefault(place, len(self._numeros) + 1) for place in places]

    def within(self, document: str) -> Iterator[tuple[int, Endroit]]:
        """Yield the places of a document that are cited, with their numbers."""
        return ((numero, endroit) for endroit, numero in self._numeros.items() if endroit.document == document)

    def __len__(self) -> int:
        """Count the places that are cited."""
        return len(self._numeros)

    @property
    def documents(self) -> list[str]:
        """The documents that are cited, the first one first."""
        return list(dict.fromkeys(endroit.document for endroit in self._numeros))


def ends_run(items: Sequence[Sourced], rank: int) -> bool:
    """Whether the next item comes from elsewhere: those that follow each other with one source say it once, at the end."""
    return rank + 1 >= len(items) or items[rank + 1].source != items[rank].source
