"""The open data: a static JSON API and the published schemas, written under docs/ for the site to carry."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from forms.socle import etat_certification, phrases_etat
from macros.api import data_orientation
from referentials.check.schemas import SCHEMAS, follows, validator
from referentials.load import Collection
from referentials.model_certification import Certification
from referentials.model_identite import Identite

DOCS = Path(__file__).parents[2] / "docs"
LICENCE = "Licence Ouverte 2.0 (Etalab)"


def _optional(collection: Collection, slug: str) -> dict[str, Any]:
    places = {
        "cahier_des_charges": f"certifications/{slug}/cahier-des-charges.json",
        "glossaire": f"certifications/{slug}/glossaire.json",
        "codes": f"certifications/{slug}/codes.json",
        "discordances": f"discordances/{slug}.json",
    }
    found = {key: collection.fichiers[place] for key, place in places.items() if place in collection.fichiers}
    links = [collection.fichiers[place] for place in collection.sous("correspondances/")]
    mine = [link for link in links if slug in {link["ancienne"], link["nouvelle"]}]
    near = [collection.fichiers[place] for place in collection.sous("rapprochements/")]
    mine_near = [one for one in near if slug in {one["premiere"], one["seconde"]}]
    return found | ({"correspondances": mine} if mine else {}) | ({"rapprochements": mine_near} if mine_near else {})


def _own(collection: Collection, folder: str, *names: str) -> dict[str, Any]:
    """Return the files of a certification under these names: one that it has not is not published empty."""
    places = {name: f"{folder}/{name}.json" for name in names}
    return {name: collection.fichiers[place] for name, place in places.items() if place in collection.fichiers}


def _cited(node: Any) -> set[str]:
    if isinstance(node, dict):
        own = {node["document"]} if isinstance(node.get("document"), str) else set()
        return own.union(*map(_cited, node.values()))
    return set[str]().union(*map(_cited, node)) if isinstance(node, list) else set()


def certification(collection: Collection, found: Certification) -> dict[str, Any]:
    """Return the whole of a certification as published (api-certification.schema.json).

    With it goes every document that it cites, so that each source can be followed.
    """
    folder = f"certifications/{found.slug}"
    identite = collection.fichiers[f"{folder}/certification.json"]
    echelle = found.referentiel.echelle
    whole: dict[str, Any] = {
        "$schema": "../../../schemas/api-certification.schema.json",
        "slug": found.slug,
        "licence": LICENCE,
        "etats": etat_certification.to_json(phrases_etat.carried(found.etats)),
        "identite": identite,
        **_own(collection, folder, "referentiel"),
        "composantes": [collection.fichiers[f"{folder}/composantes/{c.code}.json"] for c in found.composantes],
        **_own(collection, folder, "evaluations", "regles"),
        **({"echelle": collection.fichiers[f"echelles/{echelle}.json"]} if echelle else {}),
        **_optional(collection, found.slug),
    }
    documents = [*identite["documents"], *sorted(_cited(whole) - set(identite["documents"]))]
    return whole | {"documents": {name: collection.fichiers[f"documents/{name}.json"] for name in documents}}


def _kind(identite: Identite) -> dict[str, str]:
    kind = {"abrege": identite.abrege.code} if identite.abrege else {}
    return kind | ({"repertoire": identite.au_repertoire} if identite.au_repertoire else {})


def index(collection: Collection) -> dict[str, Any]:
    """Return the list of what the API serves (api-index.schema.json)."""
    return {
        "$schema": "../../schemas/api-index.schema.json",
        "licence": LICENCE,
        "certifications": [
            {
                "slug": found.slug,
                "intitule": found.intitule,
                **_kind(found.identite),
                "version": found.version,
                "date_mise_a_jour": found.identite.date_mise_a_jour,
                "etats": etat_certification.to_json(phrases_etat.carried(found.etats)),
                "donnees": f"certifications/{found.slug}.json",
                "page": f"../../certifications/{found.slug}/",
            }
            for found in collection.certifications
        ],
        "orientation": "orientation.json",
        "schemas": [f"../../schemas/{path.name}" for path in sorted(SCHEMAS.glob("*.schema.json"))],
    }


def files(collection: Collection) -> dict[str, str]:
    """Return what the API is made of: path below the site's root → text.

    Raises jsonschema's ValidationError where what would be published does not follow the schema that it names.
    """
    published: dict[str, tuple[str, Any]] = {"api/v1/index.json": ("api-index", index(collection))}
    for found in collection.certifications:
        place = f"api/v1/certifications/{found.slug}.json"
        published[place] = ("api-certification", certification(collection, found))
    head = {"$schema": "../../schemas/api-orientation.schema.json", "licence": LICENCE}
    published["api/v1/orientation.json"] = ("api-orientation", head | data_orientation.published(collection))
    for schema, content in published.values():
        if not follows(schema, content):
            validator(schema).validate(content)
    return {
        place: json.dumps(content, ensure_ascii=False, indent=2) + "\n" for place, (_, content) in published.items()
    }


def write(collection: Collection) -> None:
    """Write the API and the schemas under docs/, anew: what is no longer published goes."""
    for folder in ("api", "schemas"):
        shutil.rmtree(DOCS / folder, ignore_errors=True)
    for place, text in files(collection).items():
        (DOCS / place).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / place).write_text(text, "utf-8")
    (DOCS / "schemas").mkdir()
    for path in SCHEMAS.glob("*.schema.json"):
        shutil.copyfile(path, DOCS / "schemas" / path.name)
