"""What the API says of the national law: the rules as written, by subject, with the texts that they cite."""

from __future__ import annotations

from typing import Any

from referentials.load import Collection


def published(collection: Collection) -> dict[str, Any]:
    """Return the content of /api/v1/droit.json, without its head (api-droit.schema.json)."""
    files = collection.fichiers
    places = (place for sujet in collection.droit.values() for one in sujet.regles for place in one.source.endroits)
    return {
        "sujets": [files[f"droit/{name}.json"] for name in collection.droit],
        "documents": {name: files[f"documents/{name}.json"] for name in sorted({place.document for place in places})},
    }
