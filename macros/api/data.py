"""The open data: a static JSON API and the published schemas, written under docs/ for the site to carry."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from macros.api import (
    case,
    changelog,
    data_law,
    data_orientation,
    editor,
    feed,
    lists,
    moodle,
    openapi,
    packs,
    tables,
)
from macros.api.edition import API, LICENCE, Edition, published_at
from macros.api.entries import entry, partners_place
from macros.api.rows import ROWS
from macros.api.samples import samples
from macros.api.whole import certification, partenaires
from macros.vues.etats import today
from referentials.check.schemas import SCHEMAS, SUFFIX, follows, validator
from referentials.load import Collection

DOCS = Path(__file__).parents[2] / "docs"
INDEX, COLLECTION, ORIENTATION = f"{API}index.json", f"{API}collection.json", f"{API}orientation.json"
DROIT = f"{API}droit.json"
Published = dict[str, tuple[str, Any]]


def index(collection: Collection, edition: Edition) -> dict[str, Any]:
    """Return the list of what the API serves (api-index.schema.json)."""
    return {
        **edition.head(INDEX, "api-index"),
        "total": len(collection.certifications),
        "certifications": [entry(found, INDEX, edition.jour) for found in collection.certifications],
        "orientation": "orientation.json",
        "droit": "droit.json",
        "collection": "collection.json",
        "tableaux": [f"{name}.csv" for name in ROWS],
        "listes": [f"{family}/index.json" for family in lists.FAMILIES],
        "changements": "changements.json",
        "openapi": "openapi.json",
        "schemas": [f"../../schemas/{path.name}" for path in sorted(SCHEMAS.glob(f"*{SUFFIX}"))],
    }


def bulk(collection: Collection, edition: Edition) -> dict[str, Any]:
    """Return every certification whole (api-collection.schema.json): one file to download."""
    schema = edition.schema(COLLECTION, "api-certification")
    return {
        **edition.head(COLLECTION, "api-collection"),
        "total": len(collection.certifications),
        "certifications": [certification(collection, found, schema) for found in collection.certifications],
    }


def _whole(collection: Collection, edition: Edition) -> Published:
    """Return the files that follow a schema of ours: place below the site's root → name of its schema, content."""
    found: Published = {INDEX: ("api-index", index(collection, edition))}
    for one in collection.certifications:
        place = f"{API}certifications/{one.slug}.json"
        schema = edition.schema(place, "api-certification")
        found[place] = ("api-certification", certification(collection, one, schema))
        if one.partenaires:
            apart = partners_place(one)
            schema = edition.schema(apart, "api-partenaires")
            found[apart] = ("api-partenaires", partenaires(collection, one, schema))
    head = {"$schema": edition.schema(ORIENTATION, "api-orientation"), "licence": LICENCE}
    found[ORIENTATION] = ("api-orientation", head | data_orientation.published(collection))
    head = {"$schema": edition.schema(DROIT, "api-droit"), "licence": LICENCE}
    found[DROIT] = ("api-droit", head | data_law.published(collection))
    found[changelog.PLACE] = ("api-changements", changelog.document(collection, edition))
    found[COLLECTION] = ("api-collection", bulk(collection, edition))
    return found | {place: (schema, content) for place, schema, content in lists.files(collection, edition)}


def _text(place: str, content: Any) -> str:
    # What only programs read, and is heavy, is written without spaces: half as much to download.
    heavy = place == COLLECTION or place.endswith(packs.CASE)
    layout: dict[str, Any] = {"separators": (",", ":")} if heavy else {"indent": 2}
    return json.dumps(content, ensure_ascii=False, **layout) + "\n"


def files(collection: Collection, edition: Edition) -> dict[str, str]:
    """Return the JSON that names one of our schemas: path below the site's root → text.

    Raises jsonschema's ValidationError where what would be published does not follow the schema that it names.
    """
    published = _whole(collection, edition)
    for schema, content in published.values():
        if not follows(schema, content):
            validator(schema).validate(content)
    return {place: _text(place, content) for place, (_, content) in published.items()}


def beside(collection: Collection, edition: Edition) -> dict[str, str]:
    """Return the files of the API that follow the schemas of others: tables, what describes them, what describes all."""
    texts = dict(tables.texts(collection, edition))
    described = {**dict(tables.documents(edition)), openapi.PLACE: openapi.document(edition)}
    for one in collection.certifications:
        pack = packs.places(one)
        if pack:
            described[pack["case"]] = case.package(collection, one, edition)
            texts[pack["moodle"]] = moodle.text(one)
    return texts | {place: _text(place, content) for place, content in described.items()}


def every(collection: Collection, edition: Edition) -> dict[str, str]:
    """Return all that the API serves, and its feed: path below the site's root → text."""
    return files(collection, edition) | beside(collection, edition) | {feed.PLACE: feed.text(collection, edition)}


def schema_texts(collection: Collection, edition: Edition) -> dict[str, str]:
    """Return the schemas as published: with what helps an editor, and their whole address where that is known."""
    known, found = samples(collection.fichiers), {}
    for path in sorted(SCHEMAS.glob(f"*{SUFFIX}")):
        written = json.loads(path.read_text("utf-8"))
        head = {"$schema": written.pop("$schema")}
        head |= {"$id": f"{edition.site}schemas/{path.name}"} if edition.site else {}
        found[path.name] = _text(path.name, head | editor.helped(path.name.removesuffix(SUFFIX), written, known))
    return found


def write(collection: Collection, edition: Edition | None = None) -> None:
    """Write the API and the schemas under docs/, anew: what is no longer published goes."""
    edition = edition or Edition(today(), published_at())
    for folder in ("api", "schemas"):
        shutil.rmtree(DOCS / folder, ignore_errors=True)
    for place, text in every(collection, edition).items():
        (DOCS / place).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / place).write_text(text, "utf-8", newline="")
    (DOCS / "schemas").mkdir()
    for name, text in schema_texts(collection, edition).items():
        (DOCS / "schemas" / name).write_text(text, "utf-8", newline="\n")
