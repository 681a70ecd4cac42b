"""Files → parsed JSON, each with the schema that its place in the tree calls for.

An unreadable file is a value (`Fichier.faute`), never an exception: the checker
reports it beside all the other faults, and only `load` refuses to go on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path, PurePath, PurePosixPath
from typing import Any

from referentials.syntax import explain, repeated

ROOT = Path(__file__).parent

# Files of a certification, by their names below its folder.
IDENTITE, REFERENTIEL, CODES = "certification.json", "referentiel.json", "codes.json"
PARTENAIRES, CITATIONS = "partenaires.json", "citations.json"

# Place below the root → schema.  The first pattern that matches wins.
PLACES = (
    ("vocabulaires/evenements.json", "evenements"),
    ("vocabulaires/premier-tour.json", "premier-tour"),
    ("vocabulaires/genres.json", "genres"),
    ("vocabulaires/repertoires.json", "repertoires"),
    ("vocabulaires/niveaux.json", "niveaux"),
    ("droit/*.json", "droit"),
    ("documents/*.json", "document"),
    ("echelles/*.json", "echelle"),
    (f"certifications/*/{IDENTITE}", "certification"),
    (f"certifications/*/{REFERENTIEL}", "referentiel"),
    ("certifications/*/evaluations.json", "evaluations"),
    ("certifications/*/regles.json", "regles"),
    ("certifications/*/composantes/*.json", "composante"),
    ("certifications/*/cahier-des-charges.json", "cahier-des-charges"),
    ("certifications/*/glossaire.json", "glossaire"),
    (f"certifications/*/{CODES}", "codes"),
    (f"certifications/*/{PARTENAIRES}", "partenaires"),
    (f"certifications/*/{CITATIONS}", "citations"),
    ("nomenclatures/*.json", "nomenclature"),
    ("correspondances/*.json", "correspondances"),
    ("rapprochements/*.json", "rapprochements"),
    ("comparaisons/publiees.json", "comparaisons-publiees"),
    ("discordances/*.json", "discordances"),
    ("voisines/*.json", "voisines"),
    ("liens/*.json", "liens-officiels"),
    ("publications/etat.json", "publication-etat"),
    ("publications/journal.json", "publication-journal"),
    ("recherche/mots.json", "recherche-mots"),
    ("recherche/appellations-rome.json", "appellations-rome"),
    ("recherche/metiers-courants.json", "metiers-courants"),
    ("recherche/questions.json", "recherche-questions"),
)
# What holds the words of a register, sign for sign: nobody mends them.
VERBATIM = frozenset({"partenaires", "citations", "publication-etat", "publication-journal"})
# Python itself refuses to read a whole number of more than 4300 digits.
LONGEST_NUMBER = 40
MISSING = "le fichier manque"
MISNAMED = "ce fichier n’est pas lu : son nom ne finit pas par .json"
# A tree may bring schemas of its own: they are no data.
SCHEMA = "schema"
REQUIRED = (IDENTITE,)
# What most certifications have beside it: a file astray is looked for among them.
USUAL = (*REQUIRED, REFERENTIEL, "evaluations.json", "regles.json")


class DuplicateKeyError(ValueError):
    """A JSON object gives the same key twice: readers would silently keep the last one."""

    def __init__(self, key: str) -> None:
        """Keep the key, for the message."""
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Faute:
    """Why a file could not be read: a French sentence, its remedy, and the line if known."""

    message: str
    remede: str
    ligne: int | None = None


@dataclass(frozen=True, slots=True)
class Fichier:
    """A file of the tree: path below the root, schema name (None if misplaced), content and text, or fault.

    `racine` is the folder that it was read below, where several are read as one.
    """

    chemin: str
    schema: str | None
    donnees: Any = None
    faute: Faute | None = None
    texte: str = ""
    racine: Path | None = None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise DuplicateKeyError(key)
        seen[key] = value
    return seen


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)


def _finite(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise ValueError(digits)
    return number


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(f"{digits[:LONGEST_NUMBER]}…")
    return int(digits)


def parse(text: str) -> Any:
    """Parse strict JSON: no duplicate key, no NaN nor Infinity, no number beyond reason.

    Raises json.JSONDecodeError, DuplicateKeyError, RecursionError or ValueError.
    """
    return json.loads(
        text, object_pairs_hook=_unique, parse_constant=_refuse_constant, parse_float=_finite, parse_int=_whole
    )


def read_file(path: Path, chemin: str, schema: str | None) -> Fichier:
    """Read one file; any fault of encoding or syntax is returned, not raised."""
    try:
        # Some editors begin a file with a byte order mark: nothing is lost without it.
        text = path.read_text("utf-8-sig")
        donnees = parse(text)
        if "\\u" in text:
            # Half of a pair of escapes can be read, and then neither printed nor written.
            json.dumps(donnees, ensure_ascii=False).encode()
        return Fichier(chemin, schema, donnees=donnees, texte=text)
    except RecursionError:
        faute = Faute("le contenu est imbriqué sans fin", "reprenez le fichier d’après son schéma")
    except UnicodeEncodeError:
        faute = Faute("le texte contient la moitié d’un caractère (\\ud800 à \\udfff)", "écrivez le caractère lui-même")
    except UnicodeDecodeError:
        faute = Faute("le fichier n’est pas encodé en UTF-8", "enregistrez-le en UTF-8 dans votre éditeur")
    except json.JSONDecodeError as error:
        faute = Faute(*explain(error))
    except DuplicateKeyError as error:
        message = f"la clé « {error.key} » est écrite deux fois dans le même objet"
        faute = Faute(message, "gardez une seule des deux", repeated(text, error.key))
    except ValueError as error:
        faute = Faute(f"« {error} » n’est pas une valeur JSON", "écrivez un nombre, ou retirez la clé")
    return Fichier(chemin, schema, faute=faute)


def _meant(name: str) -> str | None:
    """Return the name of a file of data that was saved as .JSON or .json.txt, and that nothing would read."""
    stem = name[: -len(found[0])] if (found := re.search(r"\.json(\.txt)?$", name, re.IGNORECASE)) else None
    return None if stem is None or name == f"{stem}.json" else f"{stem}.json"


def _missing(root: Path) -> Iterator[Fichier]:
    for folder in sorted(path for path in (root / "certifications").glob("*") if any(path.rglob("*.json"))):
        there = {path.name for path in folder.iterdir() if path.is_file()}
        for name in REQUIRED:
            if not there & {name, *(other for other in there if _meant(other) == name)}:
                chemin = (folder / name).relative_to(root).as_posix()
                faute = Faute(MISSING, f"créez-le, d’après schemas/{name.replace('.json', '.schema.json')}")
                yield Fichier(chemin, None, faute=faute)


def _hidden(path: PurePath) -> bool:
    """Tell whether a folder above a path is hidden: what a command that was stopped left there is no data."""
    return any(part.startswith(".") for part in path.parts[:-1])


def read_tree(root: Path) -> tuple[Fichier, ...]:
    """Read every JSON file below `root`, in a stable order, and name the files that are missing."""
    found = []
    paths = [path for path in sorted(root.rglob("*")) if not _hidden(path.relative_to(root))]
    for path in paths:
        if path.suffix == ".json":
            chemin = path.relative_to(root).as_posix()
            found.append(read_file(path, chemin, schema_of(chemin)))
    found += [
        Fichier(path.relative_to(root).as_posix(), None, faute=Faute(MISNAMED, f"renommez-le en {_meant(path.name)}"))
        for path in paths
        if _meant(path.name) and path.is_file()
    ]
    return (*found, *_missing(root))


def schema_of(chemin: str) -> str | None:
    """Return the name of the schema that a place below the root calls for, None where no file belongs."""
    place = PurePosixPath(chemin)
    if place.match("schemas/*.schema.json") and len(place.parts) == 2:  # noqa: PLR2004 — the folder, the file
        return SCHEMA
    matching = (name for pattern, name in PLACES if place.match(pattern) and pattern.count("/") == chemin.count("/"))
    return next(matching, None)
