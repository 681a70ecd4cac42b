"""JSON Schema's faults in French: one sentence and one remedy for each keyword."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from jsonschema.exceptions import ValidationError

TYPES = {
    "object": "un objet { … }",
    "array": "une liste [ … ]",
    "string": "un texte entre guillemets",
    "integer": "un nombre entier",
    "number": "un nombre",
    "boolean": "true ou false",
    "null": "null",
}
LONGEST_QUOTE = 60


def quote(value: Any) -> str:
    """Return a value as the file writes it, cut to what a message can hold."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def _listed(names: Any) -> str:
    return ", ".join(f"« {name} »" for name in names)


def _missing(error: ValidationError) -> str:
    return _listed(name for name in error.validator_value if name not in error.instance)


def _unknown(error: ValidationError) -> str:
    return _listed(name for name in error.instance if name not in error.schema.get("properties", {}))


SENTENCES: dict[str, Callable[[ValidationError], str]] = {
    "required": lambda e: f"il manque {_missing(e)}",
    "additionalProperties": lambda e: f"clé inconnue : {_unknown(e)}",
    "type": lambda e: f"{quote(e.instance)} n’est pas {TYPES.get(str(e.validator_value), str(e.validator_value))}",
    "enum": lambda e: f"{quote(e.instance)} n’est pas une valeur admise",
    "const": lambda e: f"{quote(e.instance)} devrait être {quote(e.validator_value)}",
    "pattern": lambda e: f"{quote(e.instance)} n’a pas la forme attendue",
    "format": lambda e: f"{quote(e.instance)} n’est pas une valeur de forme « {e.validator_value} »",
    "minItems": lambda e: f"la liste compte {len(e.instance)} élément(s), il en faut au moins {e.validator_value}",
    "uniqueItems": lambda e: "la liste répète un élément",
    "minimum": lambda e: f"{quote(e.instance)} est plus petit que {e.validator_value}",
    "maximum": lambda e: f"{quote(e.instance)} est plus grand que {e.validator_value}",
    "maxLength": lambda e: f"{quote(e.instance)} dépasse {e.validator_value} caractères",
    "oneOf": lambda e: "aucune des formes admises ne convient, ou plusieurs à la fois",
    "anyOf": lambda e: "aucune des formes admises ne convient",
}
REMEDIES: dict[str, Callable[[ValidationError], str]] = {
    "required": lambda e: f"ajoutez {_missing(e)}",
    "additionalProperties": lambda e: f"retirez-la, ou écrivez l’une de {_listed(e.schema.get('properties', {}))}",
    "enum": lambda e: f"choisissez l’une de {_listed(e.validator_value)}",
    "const": lambda e: f"écrivez {quote(e.validator_value)}",
    "uniqueItems": lambda e: "retirez la répétition",
}


def sentence(error: ValidationError) -> str:
    """Return what is wrong.  Every keyword used in schemas/ must be in SENTENCES (held by a test)."""
    return SENTENCES[str(error.validator)](error)


def remedy(error: ValidationError) -> str:
    """Return what to do: the schema's own `x-aide`, else the keyword's remedy, else the schema's description."""
    schema = error.schema if isinstance(error.schema, dict) else {}
    if error.validator in REMEDIES and (error.validator in {"required", "additionalProperties"} or "x-aide" not in schema):
        return REMEDIES[str(error.validator)](error)
    return str(schema.get("x-aide") or schema.get("description") or "corrigez la valeur d’après le schéma")
