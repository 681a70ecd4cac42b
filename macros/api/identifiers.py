"""Identifiers of what is exported to other systems: made from our codes, so that an element keeps its own for ever."""

from __future__ import annotations

import uuid
from typing import Any

# Published: it does not change.
NAMESPACE = uuid.UUID("b0a6f7c4-3d52-5e1b-9d1e-6f0c8a2e7d41")


def identifier(*names: str) -> str:
    """Return the UUID (version 5) of what these names lead to: a certification, then a code in it."""
    return str(uuid.uuid5(NAMESPACE, "/".join(names)))


def address(base: str, place: str, name: str) -> str:
    """Return the address of an element: a page of the site where its address is known, else its identifier."""
    return f"{base}{place}" if base else f"urn:uuid:{name}"


def link(title: str, name: str, uri: str) -> dict[str, Any]:
    """Return a link of CASE."""
    return {"title": title, "identifier": name, "uri": uri}
