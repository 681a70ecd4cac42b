"""REF001: every source names a document that exists, a section of its table, and a document declared by the certification.

So does each further place of a statement, which is another place.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from referentials.check.finding import Finding
from referentials.check.renames import renames
from referentials.check.together import places, together
from referentials.check.walk import walk
from referentials.load import Collection
from referentials.model import Document

CODE = "REF001"
# Codes of the sections of each document.
Sections = Mapping[str, set[str]]
# Pages where each section of each document is cited; 0 where none is given.
Cited = Mapping[str, Mapping[str, set[int]]]


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each source that leads nowhere, one for all those that do for the same reason."""
    unknown: dict[str, list[Finding]] = {}
    sections: dict[tuple[str, str], list[Finding]] = {}
    others: dict[str, list[Finding]] = {}
    for name, section, finding in _sources(collection):
        if name not in collection.documents:
            unknown.setdefault(name, []).append(finding)
        elif finding.cause:
            sections.setdefault((name, section), []).append(finding)
        else:
            # A section is missing for everyone; what a certification does not declare is its own affair.
            others.setdefault("/".join(PurePosixPath(finding.fichier).parts[:2]), []).append(finding)
    for findings in others.values():
        yield from together(findings)
    cited = _cited(collection)
    yield from _sections(collection, sections, cited)
    # Nobody cites it and one name is missing: most often the file was renamed.
    tables = {name: {known.code for known in document.sections} for name, document in collection.documents.items()}
    new = renames(unknown, tables.keys() - cited.keys(), lambda name, file: cited[name].keys() <= tables[file])
    for name, findings in unknown.items():
        if name in new:
            message = f"le document « {name} » n’existe pas : {places(len(findings))}, et aucun à celui-ci"
            remedy = f"renommez ce fichier en {name}.json, ou écrivez « {new[name]} » partout où l’on cite l’autre"
            yield Finding(f"documents/{new[name]}.json", "$", CODE, message, remedy, cause=True)
        else:
            yield from together(findings)


def _sections(
    collection: Collection, unknown: Mapping[tuple[str, str], list[Finding]], cited: Cited
) -> Iterator[Finding]:
    """Yield the sections that no table has; where several places cite one and none cites another, it was renamed."""
    for name in dict.fromkeys(name for name, _ in unknown):
        table = {known.code: index for index, known in enumerate(collection.documents[name].sections)}
        missing = [code for document, code in unknown if document == name and len(unknown[name, code]) > 1]
        pages = {code: [page for page in cited[name][code] if page] for code in missing}

        spans = _spans(collection.documents[name])
        fits = partial(_may_be, pages, spans)
        found = renames(missing, table.keys() - cited[name].keys(), fits)
        for (document, code), findings in unknown.items():
            if document == name and code in found:
                message = f"{findings[0].message} : {places(len(findings))}, et aucun à « {found[code]} »"
                remedy = f"rendez-lui le code « {code} », ou écrivez « {found[code]} » partout où l’on cite l’autre"
                place = f"$.sections[{table[found[code]]}].code"
                yield Finding(f"documents/{name}.json", place, CODE, message, remedy, cause=True)
            elif document == name:
                yield from together(findings)


def _may_be(pages: Mapping[str, list[int]], spans: Mapping[str, tuple[int, int]], old: str, new: str) -> bool:
    """Say whether a section stands where another is cited; where no page says it, whether their codes are alike."""
    if not pages[old]:
        return bool(get_close_matches(old, [new]))
    return new in spans and all(spans[new][0] <= page <= spans[new][1] for page in pages[old])


def _spans(document: Document) -> dict[str, tuple[int, int]]:
    """Return the first and the last page of each section that has one: it ends where the next one begins."""
    paged = [(known.code, known.page) for known in document.sections if known.page is not None]
    # One more than there are where none has a page.
    ends = [*(page for _, page in paged[1:]), sys.maxsize]
    return {code: (page, end) for (code, page), end in zip(paged, ends, strict=False)}


def _cited(collection: Collection) -> Cited:
    """Return the sections that are cited of each document, each at which pages; none of one that is only declared."""
    found: dict[str, dict[str, set[int]]] = {
        name: {} for c in collection.certifications for name in c.identite.documents
    }
    for donnees in collection.ecrits.values():
        for path, node in walk(donnees):
            if isinstance(source := node.get("source"), dict):
                for _, place in _places(path, source):
                    sections = found.setdefault(place["document"], {})
                    sections.setdefault(place["section"], set()).add(place.get("page", 0))
    return found


def _sources(collection: Collection) -> Iterator[tuple[str, str, Finding]]:
    """Yield each source that leads nowhere, after the name of its document and its section."""
    sections = {name: {known.code for known in document.sections} for name, document in collection.documents.items()}
    for chemin, donnees in collection.ecrits.items():
        declared = _declared(collection, chemin)
        for path, node in walk(donnees):
            source = node.get("source")
            if isinstance(source, dict):
                for place, cited in _places(f"{path}.source", source):
                    for finding in _source(sections, declared, chemin, place, cited):
                        yield cited["document"], cited["section"], finding
                    if cited is not source and cited.items() <= source.items():
                        message = "cet endroit est déjà celui de la source"
                        remedy = "citez un autre endroit, ou retirez celui-ci"
                        yield cited["document"], cited["section"], Finding(chemin, place, CODE, message, remedy)
    for certification in collection.certifications:
        for index, name in enumerate(certification.identite.documents):
            if name not in collection.documents:
                chemin = f"certifications/{certification.slug}/certification.json"
                yield name, "", _unknown_document(sections, chemin, f"$.documents[{index}]", name)


def _places(path: str, source: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each place of a source, itself first, with its path."""
    yield path, source
    for index, other in enumerate(source.get("autres_endroits", ())):
        yield f"{path}.autres_endroits[{index}]", other


def _declared(collection: Collection, chemin: str) -> frozenset[str]:
    parts = PurePosixPath(chemin).parts
    if parts[0] != "certifications":
        return frozenset(collection.documents)
    return frozenset(collection.fichiers[f"certifications/{parts[1]}/certification.json"]["documents"])


def _unknown_document(sections: Sections, chemin: str, path: str, name: str) -> Finding:
    known = ", ".join(sorted(sections))
    message = f"le document « {name} » n’existe pas"
    help_ = f"citez l’un de {known}, ou créez documents/{name}.json"
    return Finding(chemin, path, CODE, message, help_, cause=True)


def _source(
    sections: Sections, declared: frozenset[str], chemin: str, path: str, source: dict[str, Any]
) -> Iterator[Finding]:
    name, section = source["document"], source["section"]
    if name not in sections:
        yield _unknown_document(sections, chemin, path, name)
    elif section not in sections[name]:
        message = f"la section « {section} » n’est pas dans la table de documents/{name}.json"
        help_ = "recopiez le code d’une section de cette table, ou ajoutez-la à la table"
        yield Finding(chemin, path, CODE, message, help_, cause=True)
    elif name not in declared:
        message = f"le document « {name} » n’est pas déclaré par la certification"
        yield Finding(chemin, path, CODE, message, f"ajoutez « {name} » à « documents » dans certification.json")
