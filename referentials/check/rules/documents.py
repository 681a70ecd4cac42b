"""REF001: every source names a document that exists, a section of its table, and a document declared by the certification.

So does each further place of a statement, which is another place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from referentials.check.finding import Finding
from referentials.check.walk import walk
from referentials.load import Collection

CODE = "REF001"
# Codes of the sections of each document.
Sections = Mapping[str, set[str]]


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each source that leads nowhere."""
    sections = {name: {known.code for known in document.sections} for name, document in collection.documents.items()}
    for chemin, donnees in collection.fichiers.items():
        declared = _declared(collection, chemin)
        for path, node in walk(donnees):
            source = node.get("source")
            if isinstance(source, dict):
                yield from _source(sections, declared, chemin, f"{path}.source", source)
                for index, other in enumerate(source.get("autres_endroits", ())):
                    place = f"{path}.source.autres_endroits[{index}]"
                    yield from _source(sections, declared, chemin, place, other)
                    if other.items() <= source.items():
                        message = "cet endroit est déjà celui de la source"
                        yield Finding(chemin, place, CODE, message, "citez un autre endroit, ou retirez celui-ci")
        if chemin.endswith("/certification.json"):
            for index, name in enumerate(donnees["documents"]):
                if name not in collection.documents:
                    yield _unknown_document(sections, chemin, f"$.documents[{index}]", name)


def _declared(collection: Collection, chemin: str) -> frozenset[str]:
    parts = PurePosixPath(chemin).parts
    if parts[0] != "certifications":
        return frozenset(collection.documents)
    return frozenset(collection.fichiers[f"certifications/{parts[1]}/certification.json"]["documents"])


def _unknown_document(sections: Sections, chemin: str, path: str, name: str) -> Finding:
    known = ", ".join(sorted(sections))
    message = f"le document « {name} » n’existe pas"
    return Finding(chemin, path, CODE, message, f"citez l’un de {known}, ou créez documents/{name}.json")


def _source(
    sections: Sections, declared: frozenset[str], chemin: str, path: str, source: dict[str, Any]
) -> Iterator[Finding]:
    name, section = source["document"], source["section"]
    if name not in sections:
        yield _unknown_document(sections, chemin, path, name)
    elif section not in sections[name]:
        message = f"la section « {section} » n’est pas dans la table de documents/{name}.json"
        yield Finding(
            chemin, path, CODE, message, "recopiez le code d’une section de cette table, ou ajoutez-la à la table"
        )
    elif name not in declared:
        message = f"le document « {name} » n’est pas déclaré par la certification"
        yield Finding(chemin, path, CODE, message, f"ajoutez « {name} » à « documents » dans certification.json")
