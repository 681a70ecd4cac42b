"""What reads the files that forms save, by the names that their schemas give it: the page, and the commands.

A command that writes such a file again (migrer, transposer, fusionner, verser) carries all that it holds, and reads nothing
of it to anybody: it is none of these.
"""

from __future__ import annotations

import copy
import json
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from forms.socle import commandes
from forms.socle.commandes import TEXTES, Deux, Fichier, Seul
from forms.socle.genre import Genre
from forms.socle.refus import JsonSchemaValueException, Refus
from referentials.load import load
from referentials.model_certification import Certification
from tests.outils import CAS
from tests.outils_marques import reached

EXPORTS = CAS / "exports"
COPIES = {"migrer", "transposer", "fusionner", "verser"}
# What a key of its kind may hold beside what a file holds there: a word that nobody wrote, a day, a version…
AUTRES = ("zqaaaazq", "ZQ-1", "7.8.9", "2019-02-03T04:05:06+01:00", "2019-02-03", "charge-de-clientele", "zq/zq/zq")
ETAT = {"jour": "2026-11-29", "etat": "en_vigueur", "libelle": "En vigueur", "phrase": "On peut s’inscrire."}
Donnees = dict[str, Any]
Lecteur = Callable[[Donnees], str]
Chemin = tuple[str | int, ...]


def files(genre: Genre) -> list[Donnees]:
    """Return the kept files of the newest format of a kind, with what the page writes in each since they were kept."""
    folders = (EXPORTS / genre.code / str(genre.version), EXPORTS / str(genre.version))
    found = next(folder for folder in folders if folder.is_dir())
    return [json.loads(path.read_text("utf-8")) | {"etat_certification": ETAT} for path in sorted(found.glob("*.json"))]


def readers(genre: Genre, held: Donnees) -> dict[str, Lecteur]:
    """Return what reads a file of a kind: name → content → what it says, be it a refusal."""
    lus: dict[str, Callable[[Fichier[Any, Any]], Any]] = {"ouvrir": lambda fichier: fichier.ouverture}
    lus |= {name: partial(_of_text, ecrire) for name, (_, ecrire) in TEXTES.items()}
    lus |= {"csv": lambda fichier: _sheets(fichier)[0], "xlsx": _sheets}
    known = genre.commandes
    lus |= {seul.nom: partial(_alone, seul) for seul in known.seuls if seul.prend == genre}
    lus |= {deux.nom: partial(_beside, deux, held) for deux in known.deux if deux.prend == (genre, genre)}
    open_it = partial(_opened, genre, load().certification(held["certification"]))
    return {name: partial(_said, open_it, lire) for name, lire in lus.items() if name not in COPIES}


def _opened(genre: Genre, certification: Certification, donnees: Donnees) -> Fichier[Any, Any]:
    return commandes.open_file(genre, Path("fichier.json"), json.dumps(donnees, ensure_ascii=False), certification)


def _said(
    open_it: Callable[[Donnees], Fichier[Any, Any]], lire: Callable[[Fichier[Any, Any]], Any], donnees: Donnees
) -> str:
    try:
        return repr(lire(open_it(donnees)))
    except Refus as refusal:
        return str(refusal)


def _of_text(ecrire: Callable[[Fichier[Any, Any], date], str], fichier: Fichier[Any, Any]) -> str:
    return ecrire(fichier, fichier.jour)


def _sheets(fichier: Fichier[Any, Any]) -> Any:
    return fichier.genre.commandes.feuilles(fichier, fichier.jour)


def _alone(seul: Seul, fichier: Fichier[Any, Any]) -> Any:
    parser = ArgumentParser()
    seul.options(parser)
    return seul.ecrire(fichier, fichier.jour, parser.parse_args([]))[0]


def _beside(deux: Deux, held: Donnees, fichier: Fichier[Any, Any]) -> Any:
    parser = ArgumentParser()
    deux.options(parser)
    options = parser.parse_args([])
    options.jour = None
    return deux.ecrire(fichier, _opened(fichier.genre, load().certification(held["certification"]), held), options)[0]


def instances(
    donnees: Any, place: str, schema: dict[str, Any], path: Chemin = ()
) -> Iterator[tuple[str, Chemin, dict[str, Any]]]:
    """Yield each value of a content: its key (schema#pointer), the way to it, and its own schema."""
    place, schema = reached(place, schema)
    if isinstance(donnees, dict):
        known = schema.get("properties", {})
        for name, value in donnees.items():
            if name in known:
                key = f"{place}/properties/{name}"
                yield key, (*path, name), reached(key, known[name])[1]
                yield from instances(value, key, known[name], (*path, name))
            elif isinstance(schema.get("additionalProperties"), dict):
                inner = f"{place}/additionalProperties"
                yield from instances(value, inner, schema["additionalProperties"], (*path, name))
    elif isinstance(donnees, list) and isinstance(schema.get("items"), dict):
        for rank, value in enumerate(donnees):
            yield from instances(value, f"{place}/items", schema["items"], (*path, rank))


def variants(donnees: Donnees, path: Chemin, schema: dict[str, Any], genre: Genre) -> Iterator[Donnees]:
    """Yield a content with others in the place of one of its values, then without it; each is valid, a constant apart."""
    for change in (*(partial(_put, value) for value in _others(_at(donnees, path), schema)), _removed):
        found = copy.deepcopy(donnees)
        change(_at(found, path[:-1]), path[-1])
        if "const" in schema or _conforms(found, genre):
            yield found


def _conforms(donnees: Donnees, genre: Genre) -> bool:
    try:
        genre.validate(donnees, genre.version)
    except JsonSchemaValueException:
        return False
    return True


def _at(donnees: Any, path: Chemin) -> Any:
    for step in path:
        donnees = donnees[step]
    return donnees


def _removed(holder: Any, key: str | int) -> None:
    del holder[key]


def _put(value: Any, holder: Any, key: str | int) -> None:
    holder[key] = value


def _others(value: Any, schema: dict[str, Any]) -> Iterator[Any]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield value + 1
    elif isinstance(value, str):
        yield from (one for one in schema.get("enum", AUTRES) if one != value)
    else:
        yield from ([], {}, [*AUTRES])
        # What it holds, one at a time: what shows one of them shows it.
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from (_with_other(value, key, other) for other in _others(value[key], {}))


def _with_other(value: Any, key: Any, other: Any) -> Any:
    found = copy.copy(value)
    found[key] = other
    return found
