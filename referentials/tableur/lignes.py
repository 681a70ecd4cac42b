"""The files of a certification → the rows of its workbook, each with the place that it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from referentials.read import CODES, REFERENTIEL
from referentials.tableur.feuilles import COMPETENCES, CRITERES, HORS_PARTIE, RETIRES, TRANSVERSALES, Feuille

# The lists of referentiel.json that hold competences, and what stands in the column of their part.
LISTES = {"competences": HORS_PARTIE, "competences_transversales": TRANSVERSALES}
Dossier = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ligne:
    """A row: its text by column; `fichier` and `endroit` (a path such as `$.competences[0]`) where it was read from."""

    feuille: Feuille
    valeurs: Mapping[str, str]
    fichier: str
    endroit: str

    @property
    def code(self) -> str:
        """The code by which the row is known again."""
        return self.valeurs[self.feuille.cle]


def lignes(dossier: Dossier) -> Iterator[Ligne]:
    """Yield the rows of every sheet, in the order of the files, competences and statements as they are read."""
    for fichier, endroit, partie, competence in competences(dossier):
        yield _ligne(COMPETENCES, partie, competence, fichier, endroit)
        for rank, critere in enumerate(competence.get("criteres", ())):
            yield _ligne(CRITERES, competence["code"], critere, fichier, f"{endroit}.criteres[{rank}]")
    for rank, retire in enumerate(dossier.get(CODES, {}).get("retires", ())):
        yield _ligne(RETIRES, "", retire, CODES, f"$.retires[{rank}]")


def competences(dossier: Dossier) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Yield each competence with its file, its place there, and the part that holds it."""
    for name in noms(dossier):
        yield from _below(name, "$", dossier[name])
    for liste, partie in LISTES.items():
        for rank, competence in enumerate(dossier.get(REFERENTIEL, {}).get(liste, ())):
            yield REFERENTIEL, f"$.{liste}[{rank}]", partie, competence


def noms(dossier: Dossier) -> list[str]:
    """Return the files of parts, in the order in which they are read."""
    # By length first, so that D10 follows D9.
    return sorted((name for name in dossier if name.startswith("composantes/")), key=lambda name: (len(name), name))


def composantes(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """Yield every part, those inside another after it."""
    for name in noms(dossier):
        yield from _parts(dossier[name])


def _parts(composante: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield composante
    for inner in composante.get("composantes", ()):
        yield from _parts(inner)


def _below(fichier: str, endroit: str, composante: Any) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for rank, competence in enumerate(composante.get("competences", ())):
        yield fichier, f"{endroit}.competences[{rank}]", composante["code"], competence
    for rank, inner in enumerate(composante.get("composantes", ())):
        yield from _below(fichier, f"{endroit}.composantes[{rank}]", inner)


def _ligne(feuille: Feuille, partie: str, donnees: Mapping[str, Any], fichier: str, endroit: str) -> Ligne:
    found = {**donnees, "partie": partie}
    valeurs = {colonne.cle: en_texte(found.get(colonne.cle)) for colonne in feuille.colonnes}
    return Ligne(feuille, valeurs, fichier, endroit)


def en_texte(valeur: Any) -> str:
    """Return what a cell shows of a value: a list is a line for each."""
    return "\n".join(valeur) if isinstance(valeur, list) else str(valeur or "")
