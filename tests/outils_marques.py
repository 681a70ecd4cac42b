"""The keys of the schemas of the data, the values that stand for each, and the pages that a value changes."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from typing import Any

from macros import crossings, pages, papers
from macros.comparaison.paires import pairs
from macros.pages.commun import Contexte, FormAssets, Script
from referentials.check.schemas import SUFFIX, registry
from referentials.load import Collection
from referentials.model_certification import Certification, Evaluations, Referentiel
from referentials.read import schema_of

# What the files of a certification say at their top, the certification itself holds.
HELD: dict[tuple[type, str], tuple[type, str]] = {
    **{(Evaluations, one.name): (Certification, one.name) for one in fields(Evaluations)},
    (Referentiel, "echelle"): (Certification, "echelle"),
}
Owned = tuple[str, tuple[type, str], str]
CONTEXTE = Contexte("../", lambda _: FormAssets(Script("s", "i"), "w"))
# Texts that anything may be written in: any other string is a code, a day, an address, a choice.
TEXTE = r"\S"
# What names a section of a document, though any text may.
NOMS = ("/section", "/code")


@dataclass(frozen=True)
class Valeur:
    """A value of the data: the key that it stands for (schema#pointer), its own schema, and how to change it."""

    cle: str
    schema: dict[str, Any]
    valeur: Any
    ecrire: Callable[[Any], None]

    @property
    def libre(self) -> bool:
        """Whether any text can be in its place."""
        names = self.cle.endswith(NOMS)
        return isinstance(self.valeur, str) and self.schema.get("pattern") == TEXTE and not names


def reached(place: str, schema: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return a schema with its place (schema#pointer), through its references."""
    while "$ref" in schema:
        place = schema["$ref"].replace(SUFFIX, "")
        place += "" if "#" in place else "#"
        schema = registry().resolver().lookup(schema["$ref"]).contents
    return place, schema


def values(donnees: Any, place: str, schema: dict[str, Any]) -> Iterator[Valeur]:
    """Yield the values of some data, each with its key; those inside a value come after it."""
    place, schema = reached(place, schema)
    if isinstance(donnees, dict):
        for shape, one in shapes(donnees, place, schema):
            for name, inner in one.get("properties", {}).items():
                if name in donnees:
                    key = f"{shape}/properties/{name}"
                    yield Valeur(key, reached(key, inner)[1], donnees[name], setter(donnees, name))
                    yield from values(donnees[name], key, inner)
    elif isinstance(donnees, list) and "items" in schema:
        for rank, inner in enumerate(donnees):
            found = reached(f"{place}/items", schema["items"])
            if isinstance(inner, str) and "/properties/" in place:
                yield Valeur(place, found[1], inner, setter(donnees, rank))
            yield from values(inner, f"{place}/items", schema["items"])


def shapes(donnees: dict[str, Any], place: str, schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the schemas of an object that have its keys: its own, and that of its nature."""
    yield place, schema
    for rank, choice in enumerate(schema.get("oneOf", ())):
        nature = choice.get("properties", {}).get("nature", {}).get("const")
        if nature and nature == donnees.get("nature"):
            yield f"{place}/oneOf/{rank}", choice


def setter(holder: Any, key: Any) -> Callable[[Any], None]:
    """Return what changes a value where it stands."""
    return lambda value: holder.__setitem__(key, value)


def every(fichiers: dict[str, Any]) -> Iterator[tuple[str, Valeur]]:
    """Yield each value of the files with the path of its file."""
    for chemin, donnees in fichiers.items():
        if name := schema_of(chemin):
            yield from ((chemin, one) for one in values(donnees, f"{name}#", {"$ref": f"{name}{SUFFIX}"}))


def rendered(collection: Collection) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield all the pages that show data, by their macro, with what renders each."""
    for name, render in pages.CERTIFICATION.items():
        for certification in collection.certifications:
            yield name, partial(render, collection, certification.slug, CONTEXTE)
    for name in ("accueil", "liste_certifications", "comparer", "glossaire", "discordances", "voisines", "aujourd_hui"):
        yield name, partial(pages.SITE[name], collection, CONTEXTE)
    # What a form asks for once somebody wants it is shown by its page too.
    yield "livret_de_reperage", partial(_asked, crossings.files, collection)
    yield "dossier_habilitation", partial(_asked, papers.files, collection)
    for paire in pairs(collection):
        yield "comparaison", partial(pages.PAIRE["comparaison"], collection, paire.adresse, CONTEXTE)


def _asked(files: Callable[[Collection], dict[str, str]], collection: Collection) -> str:
    return "".join(files(collection).values())


def owners(kind: Any, place: str, schema: dict[str, Any], above: str, seen: set[Any]) -> Iterator[Owned]:
    """Yield each key of a schema, the field of the model that holds its value, and the key above it; each way to it."""
    place, schema = reached(place, schema)
    inner = [one for one in typing.get_args(kind) if one is not types.NoneType]
    if typing.get_origin(kind) in {types.UnionType, typing.Union}:
        if len(inner) == 1:
            yield from owners(inner[0], place, schema, above, seen)
            return
        known = {one.default: member for member in inner for one in fields(member) if one.name == "nature"}
        for rank, choice in enumerate(schema["oneOf"]):
            nature = choice["properties"]["nature"]["const"]
            yield from owners(known[nature], f"{place}/oneOf/{rank}", choice, above, seen)
    elif typing.get_origin(kind) is tuple:
        yield from owners(inner[0], f"{place}/items", schema["items"], above, seen)
    elif is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        first = (kind, place) not in seen
        seen.add((kind, place))
        for name, one in schema["properties"].items():
            if name not in hints:
                # What stands for what is below it, which has it in the model.
                continue
            key = f"{place}/properties/{name}"
            yield key, HELD.get((kind, name), (kind, name)), above
            if first:
                yield from owners(hints[name], key, one, key, seen)


class Lus:
    """Which fields of the model are read while it is in force, by their type and name."""

    def __init__(self, kinds: Iterable[type]) -> None:
        """Watch the fields of these types."""
        self.kinds, self.lus = set(kinds), set[tuple[type, str]]()

    def __enter__(self) -> set[tuple[type, str]]:
        """Begin to watch."""
        for kind in self.kinds:
            names = {one.name for one in fields(kind)}

            def read(value: Any, name: str, own: set[str] = names, kind: type = kind) -> Any:
                if name in own:
                    self.lus.add((kind, name))
                return object.__getattribute__(value, name)

            kind.__getattribute__ = read  # type: ignore[method-assign]  # put back below
        return self.lus

    def __exit__(self, *_: object) -> None:
        """Read as before."""
        for kind in self.kinds:
            del kind.__getattribute__  # type: ignore[method-assign]
