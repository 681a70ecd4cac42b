"""Where the schemas of the API say that a value is shown, it is: each that is published is looked for on the pages named.

What the API has from the data as they are written is held by test_marques; here, what it says of its own.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from macros import pages
from macros.api import data
from macros.comparaison.paires import pairs
from referentials.check.schemas import SUFFIX, registry
from referentials.load import load
from tests.outils_api import EDITION
from tests.outils_lecteurs import instances
from tests.outils_marques import CONTEXTE

OWN = ("api-", "commun#/$defs/etats/")
API = data.files(load(), EDITION)


def flat(text: str) -> str:
    """Return the words of a page, or of a value, as one line that letters and spaces of any kind do not part.

    Without accents: « importee » is the code of what a page calls « importée ».
    """
    told = unicodedata.normalize("NFD", re.sub(r"\\", "", html.unescape(html.unescape(text))).lower())
    return " ".join("".join(sign for sign in told if not unicodedata.combining(sign)).split())


@cache
def shown(name: str, slug: str | None) -> str | None:
    """Return a page: of a certification, where there is one for each; of all, where none is said.  None: it has no such page."""
    collection = load()
    if name in pages.SITE:
        return flat(pages.SITE[name](collection, CONTEXTE))
    if slug is None:
        return " ".join(text for one in collection.certifications if (text := shown(name, one.slug)))
    if name in pages.PAIRE:
        ours = [one.adresse for one in pairs(collection) if slug in one.adresse.split("--")]
        return flat(" ".join(pages.PAIRE[name](collection, one, CONTEXTE) for one in ours)) or None
    try:
        return flat(pages.CERTIFICATION[name](collection, slug, CONTEXTE))
    except KeyError:
        return None


def texts(value: Any) -> Iterator[str]:
    """Yield the texts in a value; of an address, what leads there from any page."""
    if isinstance(value, str):
        yield flat(value.replace("../", ""))
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts(inner)


def seen(value: Any, text: str) -> bool:
    """Say whether a page shows a value: each of its texts, or, of a part of the data that has marks of its own, one of them.

    Of a referential that only names its scale, there is nothing to show.
    """
    if isinstance(value, dict) and value.keys() == {"echelle"}:
        return True
    found = [one in text for one in texts(value)]
    whole = isinstance(value, dict) or (isinstance(value, list) and any(isinstance(one, dict) for one in value))
    return not found or (any(found) if whole else all(found))


def useful(value: Any, slug: str | None) -> bool:
    """Say whether a certification has a state that a service is for, where the value is a service for some only."""
    quand = value.get("quand") if isinstance(value, dict) else None
    return not (quand and slug) or any(
        (etat.etat == "en_vigueur") == (quand == "en_vigueur") for etat in load().certification(str(slug)).etats
    )


def told(content: Any) -> Iterator[tuple[str, Any, str | None, set[str]]]:
    """Yield what the API says of its own: the key, the value, the certification that it is about, the pages named."""
    name = content["$schema"].rpartition("/")[2].removesuffix(SUFFIX)
    for key, path, schema in instances(content, f"{name}#", {"$ref": f"{name}{SUFFIX}"}):
        value, slug, asked = content, content.get("slug"), "const" not in schema
        for step in path:
            value = value[step]
            slug = value.get("slug", slug) if isinstance(value, dict) else slug
            asked = asked and useful(value, slug)
        if asked and key.startswith(OWN):
            document, _, pointer = key.partition("#")
            yield (
                key,
                value,
                slug,
                {*registry().resolver().lookup(f"{document}{SUFFIX}#{pointer}").contents["x-montre"]},
            )


@pytest.mark.parametrize("place", sorted(API))
def test_what_the_api_says_of_its_own_is_shown_where_its_schema_says(place: str) -> None:
    """A title, an address, a service, a neighbour: a page that forgets one of them is not said to show it."""
    lost = {
        (key, page, slug)
        for key, value, slug, named in told(json.loads(API[place]))
        for page in named
        if (text := shown(page, slug)) is not None and not seen(value, text)
    }
    assert lost == set()
