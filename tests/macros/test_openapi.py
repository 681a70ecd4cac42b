"""The description of the API: valid OpenAPI 3.1, and it says every file that is served and no other."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from jsonschema import Draft202012Validator

from macros.api import openapi
from macros.api.edition import Edition
from macros.api.endpoints import ADRESSES
from macros.pages import donnees
from referentials.check.schemas import SCHEMAS
from referentials.load import load
from tests.outils import CAS, tree
from tests.outils_api import EDITION, PUBLIEE, served
from tests.outils_marques import CONTEXTE
from tests.outils_pages import read

META = Path(__file__).parents[1] / "normes" / "openapi" / "openapi-3.1.schema.json"


def described(edition: Edition = EDITION) -> dict[str, Any]:
    """Return the description as it is published."""
    found: dict[str, Any] = json.loads(served(load(), edition)[openapi.PLACE])
    return found


def matched(path: str, operation: Mapping[str, Any], place: str) -> bool:
    """Say whether a place is one of those of a path, whose parameters have the patterns that it gives."""
    pattern = re.escape(path)
    for one in operation["get"].get("parameters", ()):
        value = one["schema"]["pattern"].removeprefix("^").removesuffix("$")
        pattern = pattern.replace(re.escape(f"{{{one['name']}}}"), f"(?:{value})")
    return re.fullmatch(pattern, f"/{place}") is not None


@pytest.mark.parametrize("edition", [EDITION, PUBLIEE], ids=["sans adresse", "publiée"])
def test_the_description_is_valid(edition: Edition) -> None:
    """It follows the schema of OpenAPI 3.1; that schema refuses what is not."""
    validator = Draft202012Validator(json.loads(META.read_text("utf-8")))
    document = described(edition)
    assert [error.message for error in validator.iter_errors(document)] == []
    assert not validator.is_valid({**document, "paths": {"sans-barre": {}}})
    identifiers = [one["get"]["operationId"] for one in document["paths"].values()]
    assert len(set(identifiers)) == len(identifiers)


def test_every_file_is_described_once_and_nothing_else(tmp_path: Path) -> None:
    """Each published file answers one path; each path has a file, of the published data or of imported fiches."""
    paths = described()["paths"]
    imported = load(tree(CAS / "conformes" / "fiches-importees", tmp_path))
    files = {*served(load()), *served(imported)}
    for place in files:
        # A list of codes stands where a code could.
        found = [path for path, one in paths.items() if matched(path, one, place)]
        exact = [path for path in found if path == f"/{place}"]
        assert len(exact or found) == 1, place
    for path, one in paths.items():
        assert any(matched(path, one, place) for place in files), path


def test_the_schema_of_each_answer_is_published() -> None:
    """A $ref leads, from the description, to a schema of ours; with an address of the site, it is whole."""
    for edition, base in ((EDITION, "https://x.example/"), (PUBLIEE, PUBLIEE.site)):
        document = described(edition)
        text = json.dumps(document)
        references = re.findall(r'"\$ref": "([^"]+)"', text)
        assert references
        for reference in references:
            address = urljoin(f"{base}{openapi.PLACE}", reference)
            assert address.removeprefix(f"{base}schemas/") in {path.name for path in SCHEMAS.glob("*.json")}
        assert urljoin(f"{base}{openapi.PLACE}", document["servers"][0]["url"] + "/") == base


def test_the_page_lists_every_kind_of_file() -> None:
    """« Données » has a line for each, which leads to it where it is one file."""
    reading = read(donnees.render(load(), CONTEXTE))
    links = {a.attributes["href"] for a in reading.all("a")}
    codes = {code.text for code in reading.all("code")}
    for one in ADRESSES:
        assert f"/{one.place.replace('{', '<').replace('}', '>')}" in codes
        assert one.parametres or f"../{one.place}" in links
