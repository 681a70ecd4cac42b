"""Where imported values come from: an export of France compétences, by its day, as a document of the collection."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from referentials.check.walk import walk

DEBUT = "flux-france-competences-"
_DAY = re.compile(r"(?<!\d)(20\d{2})[-_]?(\d{2})[-_]?(\d{2})(?!\d)")
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
    *("août", "septembre", "octobre", "novembre", "décembre"),
)


# A document, and a section of it.
Renvoi = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Provenance:
    """An export, by its day (AAAA-MM-JJ)."""

    jour: str

    @property
    def document(self) -> str:
        """Return the name of its document."""
        return f"{DEBUT}{self.jour}"

    def source(self, numero: str) -> dict[str, str]:
        """Return the source of what a fiche says: its section is its number."""
        return {"document": self.document, "section": numero}

    def fichier(self, sections: Mapping[str, str]) -> dict[str, Any]:
        """Return the document: a section for each fiche, by its number."""
        return {
            "intitule": f"Données ouvertes du répertoire national et du répertoire spécifique, export du {en_lettres(self.jour)}",
            "intitule_court": f"Fiche du répertoire, {en_lettres(self.jour)}",
            "auteur": "France compétences",
            "nature": "donnees_ouvertes",
            "date": self.jour,
            "avertissement": "Repris du fichier par une commande : personne n’a relu ces fiches une à une.",
            "droits": "Licence Ouverte 2.0",
            "sections": [{"code": numero, "intitule": sections[numero]} for numero in sorted(sections, key=ordre)],
        }


def ordre(code: str) -> tuple[str, int, str]:
    """Order numbers as numbers: RNCP9 before RNCP10; what people added comes first."""
    letters = code.rstrip("0123456789")
    digits = code[len(letters) :]
    return letters, int(digits or 0), code


def jour_du_nom(name: str) -> str | None:
    """Return the day that the name of an export says: export-fiches-rncp-v4-1-2026-08-16.zip; None where it says none."""
    for found in _DAY.finditer(name):
        try:
            return date(*(int(part) for part in found.groups())).isoformat()
        except ValueError:
            continue
    return None


def en_lettres(jour: str) -> str:
    """Return a day as people write it: 1er mars 2026."""
    day = date.fromisoformat(jour)
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"


def est_un_export(document: str) -> bool:
    """Tell whether a document of the collection, by its name, is an export that a command read."""
    return document.startswith(DEBUT)


def du_flux(source: Mapping[str, Any] | None) -> bool:
    """Tell whether a source is an export that a command read."""
    return source is not None and est_un_export(str(source.get("document", "")))


def renvois(donnees: Any) -> Iterator[Renvoi]:
    """Yield each place that parsed JSON cites."""
    for _, node in walk(donnees):
        if isinstance(node.get("document"), str) and isinstance(node.get("section"), str):
            yield node["document"], node["section"]
