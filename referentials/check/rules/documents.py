"""REF001: every source names a document that exists, a section of its table, and a document declared by the certification.

So does each further place of a statement, which is another place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from referentials.check.finding import Finding
from referentials.check.together import places, together
from referentials.check.walk import walk
from referentials.load import Collection

CODE = "REF001"
# Codes of the sections of each document.
Sections = Mapping[str, set[str]]


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each source that leads nowhere, one for all those that do for the same reason."""
    unknown: dict[str, list[Finding]] = {}
    others: dict[str, list[Finding]] = {}
    for name, finding in _sources(collection):
        if name not in collection.documents:
            unknown.setdefault(name, []).append(finding)
        else:
            # A section is missing for everyone; what a certification does not declare is its own affair.
            folder = "" if finding.cause else "/".join(PurePosixPath(finding.fichier).parts[:2])
            others.setdefault(folder, []).append(finding)
    for findings in others.values():
        yield from together(findings)
    uncited = [*collection.documents.keys() - _cited(collection)] if len(unknown) == 1 else []
    if len(uncited) == len(unknown) == 1:
        # Nobody cites it and one name is missing: most often the file was renamed.
        (name, findings), new = *unknown.items(), uncited[0]
        message = f"le document « {name} » n’existe pas : {places(len(findings))}, et aucun à celui-ci"
        remedy = f"renommez ce fichier en {name}.json, ou écrivez « {new} » partout où l’on cite l’autre"
        yield Finding(f"documents/{new}.json", "$", CODE, message, remedy, cause=True)
    else:
        yield from together(finding for findings in unknown.values() for finding in findings)


def _cited(collection: Collection) -> set[str]:
    sources = (
        node["source"] for donnees in collection.fichiers.values() for _, node in walk(donnees) if "source" in node
    )
    every = [
        place
        for source in sources
        if isinstance(source, dict)
        for place in (source, *source.get("autres_endroits", ()))
    ]
    return {place["document"] for place in every} | {
        n for c in collection.certifications for n in c.identite["documents"]
    }


def _sources(collection: Collection) -> Iterator[tuple[str, Finding]]:
    """Yield each source that leads nowhere, after the name of its document."""
    sections = {name: {known.code for known in document.sections} for name, document in collection.documents.items()}
    for chemin, donnees in collection.fichiers.items():
        declared = _declared(collection, chemin)
        for path, node in walk(donnees):
            source = node.get("source")
            if isinstance(source, dict):
                for place, cited in _places(f"{path}.source", source):
                    for finding in _source(sections, declared, chemin, place, cited):
                        yield cited["document"], finding
                    if cited is not source and cited.items() <= source.items():
                        message = "cet endroit est déjà celui de la source"
                        remedy = "citez un autre endroit, ou retirez celui-ci"
                        yield cited["document"], Finding(chemin, place, CODE, message, remedy)
    for certification in collection.certifications:
        for index, name in enumerate(certification.identite["documents"]):
            if name not in collection.documents:
                chemin = f"certifications/{certification.slug}/certification.json"
                yield name, _unknown_document(sections, chemin, f"$.documents[{index}]", name)


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
