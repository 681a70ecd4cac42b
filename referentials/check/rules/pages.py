"""REF015: a page is one of those of its section: not before it begins, nor after the next one does.

Where several places are on the wrong side of one limit, it is most often the table that is wrong: that is told once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from referentials.check.finding import Finding
from referentials.check.walk import walk
from referentials.load import Collection
from referentials.model import Section

CODE = "REF015"
# A page where a section begins, and the rank of this section in its document.
Limit = tuple[int, int]
# Where each section of each document begins, and where the next one does, which is unknown at the end of a document.
Pages = dict[tuple[str, str], tuple[Limit, Limit | None]]
Wrong = dict[tuple[str, Limit], list[Finding]]


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each place whose page is not in its section; a section without page is not compared."""
    pages: Pages = {}
    for name, document in collection.documents.items():
        codes = [section.code for section in document.sections]
        extents = dict(_extents(document.sections))
        pages |= {(name, code): extent for code, extent in extents.items() if codes.count(code) == 1}
    wrong: Wrong = {}
    for chemin, donnees in collection.ecrits.items():
        for path, node in walk(donnees):
            source = node.get("source")
            if isinstance(source, dict):
                _place(pages, wrong, chemin, f"{path}.source", source)
                for index, other in enumerate(source.get("autres_endroits", ())):
                    _place(pages, wrong, chemin, f"{path}.source.autres_endroits[{index}]", other)
    for (name, (page, rank)), found in wrong.items():
        if len(found) == 1:
            yield from found
        else:
            first = min(found)
            section = collection.documents[name].sections[rank].code
            message = f"la section « {section} » commence à la page {page}, ce que {len(found)} endroits contredisent"
            remedy = f"corrigez cette page d’après le document, ou celles qu’on y cite : d’abord {first.fichier} {first.endroit}"
            yield Finding(f"documents/{name}.json", f"$.sections[{rank}].page", CODE, message, remedy, cause=True)


def _extents(sections: Sequence[Section]) -> Iterator[tuple[str, tuple[Limit, Limit | None]]]:
    paged = [(rank, section, section.page) for rank, section in enumerate(sections) if section.page is not None]
    for rank, section, page in paged:
        after = ((first, other) for other, s, first in paged if other > rank and not _inside(s, section))
        yield section.code, ((page, rank), next(after, None))


def _inside(section: Section, other: Section) -> bool:
    return section.code.startswith((f"{other.code}.", f"{other.code}-"))


def _place(pages: Pages, wrong: Wrong, chemin: str, path: str, place: dict[str, Any]) -> None:
    """Note a place whose page is not in its section, under the limit that it is on the wrong side of."""
    page, extent = place.get("page"), pages.get((place["document"], place["section"]))
    if page is None or extent is None:
        return
    first, last = extent
    if page < first[0] or (last is not None and page > last[0]):
        reach = f"va de la page {first[0]} à la page {last[0]}" if last else f"commence à la page {first[0]}"
        message = f"la page {page} n’est pas dans la section « {place['section']} », qui {reach}"
        finding = Finding(chemin, f"{path}.page", CODE, message, "corrigez la page, ou la section, d’après le document")
        limit = first if last is None or page < first[0] else last
        wrong.setdefault((place["document"], limit), []).append(finding)
