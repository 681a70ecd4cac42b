"""What pages say to machines (JSON-LD), read as they read it: as a graph, with the terms of schema.org, nothing asked of the network.

tests/normes/schema-org/contexte.jsonld has the terms that we use, without a default: one that it does not know is lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from macros.api.dataset import dataset
from macros.api.jsonld import credential
from macros.pages import donnees
from referentials.load import Collection, load
from tests.outils import CAS, tree
from tests.outils_marques import CONTEXTE
from tests.outils_pages import embedded, read

# rdflib's own reader of JSON-LD uses what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
CONTEXT = Path(__file__).parents[1] / "normes" / "schema-org" / "contexte.jsonld"
SCHEMA = Namespace("http://schema.org/")
SITE = "https://donnees.example/repere/"
SLUGS = [one.slug for one in load().certifications]


@cache
def context() -> dict[str, Any]:
    """Return our own copy of the terms."""
    found: dict[str, Any] = json.loads(CONTEXT.read_text("utf-8"))["@context"]
    return found


def graph(told: dict[str, Any], place: str = "") -> Graph:
    """Return what a machine reads on a page, from the address of the page."""
    assert told["@context"] == "https://schema.org"
    own = json.dumps(told | {"@context": context()})
    return Graph().parse(data=own, format="json-ld", publicID=SITE + place)


def keys(value: Any) -> Iterator[str]:
    """Yield each key and each type of a JSON-LD value."""
    if isinstance(value, list):
        for one in value:
            yield from keys(one)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield inner if name == "@type" else name
            yield from keys(inner)


def one(found: Graph, about: Node, *path: str) -> Node:
    """Return the only value at the end of a path."""
    for step in path:
        (about,) = found.objects(about, SCHEMA[step])
    return about


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """Return one of each register."""
    return load(tree(CAS / "conformes" / "repertoire-specifique-et-diplome", tmp_path_factory.mktemp("tree")))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_term_is_one_of_schema_org(slug: str) -> None:
    """A key or a type that the terms do not have would say nothing to anybody; nothing is without a type."""
    told = credential(load().certification(slug), load().documents, SITE)
    assert {name for name in keys(told) if not name.startswith("@")} <= context().keys()
    found = graph(told)
    # What is only named, by an address of its own, is described elsewhere.
    assert {node for node in found.subjects() if (node, RDF.type, None) not in found} == set()


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_says_the_same_wherever_the_site_is(slug: str) -> None:
    """Where the address of the site is not known, addresses are relative: from the page, they are the same."""
    collection, place = load(), f"certifications/{slug}/"
    certification = collection.certification(slug)
    whole = graph(credential(certification, collection.documents, SITE))
    relative = graph(credential(certification, collection.documents, "../../"), place)
    assert whole.isomorphic(relative)
    here = URIRef(f"{SITE}{place}#certification")
    assert (here, RDF.type, SCHEMA.EducationalOccupationalCredential) in whole


def test_the_licence_is_of_our_data_and_the_end_of_the_registration(small: Collection) -> None:
    """Neither is of the certification: nobody licenses it, and who holds it keeps it."""
    for collection in (load(), small):
        for certification in collection.certifications:
            found = graph(credential(certification, collection.documents, SITE))
            here = URIRef(f"{SITE}certifications/{certification.slug}/#certification")
            for name in ("license", "expires", "version", "dateModified"):
                assert (here, SCHEMA[name], None) not in found, name
            data = URIRef(f"{SITE}certifications/{certification.slug}/#donnees")
            assert str(one(found, data, "license")).startswith("https://www.etalab.gouv.fr/")
            assert set(found.subjects(SCHEMA.license, None)) == {data}
            address = one(found, data, "distribution", "contentUrl")
            assert address == URIRef(f"{SITE}api/v1/certifications/{certification.slug}.json")
            registration = URIRef(f"{SITE}certifications/{certification.slug}/#enregistrement")
            assert set(found.subjects(SCHEMA.expires, None)) <= {registration}


def test_the_register_of_each_is_said(small: Collection) -> None:
    """By the registration, and in the place of a kind where the fiche has none."""
    rs = URIRef(f"{SITE}certifications/conduire-un-compost/")
    found = graph(credential(small.certification("conduire-un-compost"), small.documents, SITE))
    assert one(found, rs + "#certification", "credentialCategory") == Literal("Répertoire spécifique (RS)")
    assert one(found, rs + "#enregistrement", "isPartOf", "name") == Literal("Répertoire spécifique (RS)")


def test_the_page_of_the_data_describes_them_with_what_to_download() -> None:
    """A Dataset under an identifier that each certification names, with a licence, a description and four files."""
    collection = load()
    carried = embedded(read(donnees.render(collection, CONTEXTE)), "r-json-ld")
    assert carried == dataset(collection, CONTEXTE.racine)
    found = graph(dataset(collection, SITE))
    assert found.isomorphic(graph(carried, "donnees/"))
    here = URIRef(f"{SITE}donnees/#donnees")
    assert (here, RDF.type, SCHEMA.Dataset) in found
    assert 50 <= len(str(one(found, here, "description"))) <= 5000
    downloads = {
        str(one(found, d, "contentUrl")): str(one(found, d, "encodingFormat"))
        for d in found.objects(here, SCHEMA.distribution)
    }
    assert downloads == {
        f"{SITE}api/v1/index.json": "application/json",
        f"{SITE}api/v1/collection.json": "application/json",
        f"{SITE}api/v1/certifications.csv": "text/csv",
        f"{SITE}api/v1/competences.csv": "text/csv",
    }
    certification = collection.certifications[0]
    part = graph(credential(certification, collection.documents, SITE))
    assert (None, SCHEMA.isPartOf, here) in part
