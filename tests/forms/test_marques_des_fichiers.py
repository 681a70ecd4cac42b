"""Where the schemas of saved files say that a key is read, it is: without it, or with another value, its reader says something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from forms.socle import registre
from forms.socle.genre import Genre
from referentials.check.schemas import SUFFIX, registry
from tests.outils_lecteurs import Chemin, Donnees, files, instances, readers, variants

GENRES = pytest.mark.parametrize("genre", registre.genres(), ids=lambda genre: genre.code)


def marks(schema: Any, place: str) -> Iterator[tuple[str, set[str]]]:
    """Yield each key of a schema (schema#pointer) with the readers that it names."""
    if isinstance(schema, dict):
        for name, inner in schema.items():
            if name == "properties":
                yield from ((f"{place}/properties/{key}", {*one["x-montre"]}) for key, one in inner.items())
            yield from marks(inner, f"{place}/{name}")


def values(genre: Genre, donnees: Donnees) -> Iterator[tuple[str, Chemin, dict[str, Any]]]:
    """Yield each value of a file: its key, the way to it, and its own schema."""
    name = f"export-{genre.code}"
    return instances(donnees, f"{name}#", {"$ref": f"{name}{SUFFIX}"})


def written(genre: Genre) -> dict[str, set[str]]:
    """Return the marks of the newest format of a kind."""
    name = f"export-{genre.code}"
    return dict(marks(registry().contents(f"{name}{SUFFIX}"), f"{name}#"))


@GENRES
def test_a_key_of_a_saved_file_is_read_by_whom_its_schema_names(genre: Genre) -> None:
    """A key that a reader forgets, or that is new and that none reads, is not said to be read; each is in a kept file."""
    missing = {key: {*names, "un fichier"} for key, names in written(genre).items()}
    for donnees in files(genre):
        lecteurs = readers(genre, donnees)
        before = {name: lire(donnees) for name, lire in lecteurs.items()}
        for key, path, schema in values(genre, donnees):
            left, others = missing[key], variants(donnees, path, schema, genre)
            left.discard("un fichier")
            while left and (other := next(others, None)):
                left -= {name for name in left if lecteurs[name](other) != before[name]}
    assert {key: names for key, names in missing.items() if names} == {}


@GENRES
def test_a_key_that_is_said_to_be_read_by_none_is_not(genre: Genre) -> None:
    """« Par personne » is a choice: where the page or a command says something of it after all, the schema names that one."""
    silent = {key for key, names in written(genre).items() if not names}
    told: set[str] = set()
    for donnees in files(genre):
        # All of them at once: each reads as before, whatever they hold.
        other = donnees
        for key, path, schema in values(genre, donnees):
            if key in silent:
                other = next(variants(other, path, schema, genre), other)
        assert other != donnees
        told |= {name for name, lire in readers(genre, donnees).items() if lire(other) != lire(donnees)}
    assert told == set()
