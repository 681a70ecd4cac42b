"""What the API says of whom to ask and of neighbours: the lists as written, then what of them concerns each certification."""

from __future__ import annotations

from typing import Any

from referentials import orientation
from referentials.load import Collection
from referentials.model_certification import Certification


def published(collection: Collection) -> dict[str, Any]:
    """Return the content of /api/v1/orientation.json, without its head (api-orientation.schema.json)."""
    files = collection.fichiers
    cited = sorted({endroit.document for releve in collection.voisines.values() for endroit in releve.source.endroits})
    return {
        "liens_officiels": [files[f"liens/{name}.json"] for name in collection.liens],
        "voisines": [files[f"voisines/{name}.json"] for name in collection.voisines],
        "certifications": [_of(collection, certification) for certification in collection.certifications],
        "documents": {name: files[f"documents/{name}.json"] for name in cited},
    }


def _of(collection: Collection, certification: Certification) -> dict[str, Any]:
    links = [
        {"code": lien.service.code, "adresse": lien.adresse}
        | ({"precision": lien.precision} if lien.precision else {})
        | ({"quand": lien.service.quand} if lien.service.quand else {})
        | {"confiance": lien.service.confiance}
        for lien in orientation.links(collection, certification)
    ]
    near = [
        {"numero_fiche": found.voisine.numero_fiche}
        | ({"certification": found.certification} if found.certification else {})
        | {"rome": list(found.rome), "formacodes": list(found.formacodes), "mots": list(found.mots)}
        for found in orientation.neighbours(collection, certification)
    ]
    return {"slug": certification.slug, "liens": links, "voisines": near}
