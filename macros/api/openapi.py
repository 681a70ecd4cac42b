"""The API described for tools: OpenAPI 3.1, from the addresses and their schemas."""

from __future__ import annotations

import re
from typing import Any

from forms.socle.majuscules import capitalized
from macros.api.edition import API, LICENCE, LICENCE_URL, Edition, relative
from macros.api.endpoints import ADRESSES, JSON, Adresse

PLACE = f"{API}openapi.json"
# Raised as the API grows; its addresses say the first number.
VERSION = "1.1.0"


def _content(one: Adresse, edition: Edition) -> dict[str, Any]:
    if one.schema:
        return {one.type: {"schema": {"$ref": edition.schema(PLACE, one.schema)}}}
    return {one.type: {"schema": {"type": "object"} if one.type == JSON else {"type": "string"}}}


def operation_id(place: str) -> str:
    """Return the name of an operation: what its address is made of, in capitals from the second word on."""
    words: list[str] = re.findall(r"[A-Za-z]+", place.removeprefix(API))
    return words[0] + "".join(capitalized(word) for word in words[1:])


def _operation(one: Adresse, edition: Edition) -> dict[str, Any]:
    parameters = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": told.description,
            "schema": {"type": "string", "pattern": told.motif},
        }
        for name, told in one.parametres.items()
    ]
    answers: dict[str, Any] = {"200": {"description": one.contenu, "content": _content(one, edition)}}
    if parameters:
        answers["404"] = {"description": "Rien à cette adresse : la valeur n’est pas de celles que l’index donne."}
    return {
        "operationId": operation_id(one.place),
        "summary": one.contenu,
        **({"parameters": parameters} if parameters else {}),
        "responses": answers,
    }


def document(edition: Edition) -> dict[str, Any]:
    """Return the description of the API."""
    return {
        "openapi": "3.1.1",
        "info": {
            "title": "Repère, données ouvertes",
            "description": "Des fichiers : ni clé, ni paramètre, ni pagination, ni limite d’appels.",
            "version": VERSION,
            "license": {"name": LICENCE, "url": LICENCE_URL},
        },
        "servers": [{"url": edition.site.rstrip("/") or relative(PLACE, ".")}],
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "paths": {f"/{one.place}": {"get": _operation(one, edition)} for one in ADRESSES},
    }
