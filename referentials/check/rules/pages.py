"""REF015: a page is one of those of its section: not before it begins, nor after the next one does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from referentials.check.finding import Finding
from referentials.check.walk import walk
from referentials.load import Collection
from referentials.model import Section

CODE = "REF015"
# First and last page of each section of each document; the last one is unknown at the end of a document.
Pages = dict[tuple[str, str], tuple[int, int | None]]


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each place whose page is not in its section; a section without page is not compared."""
    pages: Pages = {}
    for name, document in collection.documents.items():
        codes = [section.code for section in document.sections]
        extents = dict(_extents(document.sections))
        pages |= {(name, code): extent for code, extent in extents.items() if codes.count(code) == 1}
    for chemin, donnees in collection.fichiers.items():
        for path, node in walk(donnees):
            source = node.get("source")
            if isinstance(source, dict):
                yield from _place(pages, chemin, f"{path}.source", source)
                for index, other in enumerate(source.get("autres_endroits", ())):
                    yield from _place(pages, chemin, f"{path}.source.autres_endroits[{index}]", other)


def _extents(sections: Sequence[Section]) -> Iterator[tuple[str, tuple[int, int | None]]]:
    for rank, section in enumerate(sections):
        if section.page is not None:
            after = (s.page for s in sections[rank + 1 :] if s.page is not None and not _inside(s, section))
            yield section.code, (section.page, next(after, None))


def _inside(section: Section, other: Section) -> bool:
    return section.code.startswith((f"{other.code}.", f"{other.code}-"))


def _place(pages: Pages, chemin: str, path: str, place: dict[str, Any]) -> Iterator[Finding]:
    page, extent = place.get("page"), pages.get((place["document"], place["section"]))
    if page is None or extent is None:
        return
    first, last = extent
    if page < first or (last is not None and page > last):
        reach = f"va de la page {first} à la page {last}" if last else f"commence à la page {first}"
        message = f"la page {page} n’est pas dans la section « {place['section']} », qui {reach}"
        yield Finding(chemin, f"{path}.page", CODE, message, "corrigez la page, ou la section, d’après le document")
