"""A certification whole, as published: its files with every source written, what links it and the documents that it cites."""

from __future__ import annotations

from collections.abc import Collection as Sized
from collections.abc import Iterable
from typing import Any

from forms.socle import etat_certification, phrases_etat
from macros.api.edition import LICENCE
from referentials.importation.provenance import Renvoi, est_un_export, renvois
from referentials.load import Collection
from referentials.model_certification import Certification


def _optional(collection: Collection, slug: str) -> dict[str, Any]:
    places = {
        "cahier_des_charges": f"certifications/{slug}/cahier-des-charges.json",
        "glossaire": f"certifications/{slug}/glossaire.json",
        "codes": f"certifications/{slug}/codes.json",
        "discordances": f"discordances/{slug}.json",
        "citations": f"certifications/{slug}/citations.json",
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


def _documents(collection: Collection, names: Iterable[str], cited: Sized[Renvoi]) -> dict[str, Any]:
    """Return documents as written; of an export, which has a section for each fiche that was imported, what is cited."""
    found = {name: collection.fichiers[f"documents/{name}.json"] for name in names}
    return {
        name: {**one, "sections": [part for part in one["sections"] if (name, part["code"]) in cited]}
        if est_un_export(name)
        else one
        for name, one in found.items()
    }


def certification(collection: Collection, found: Certification, schema: str) -> dict[str, Any]:
    """Return the whole of a certification as published (api-certification.schema.json, whose address is given).

    With it goes every document that it cites, so that each source can be followed.
    """
    folder = f"certifications/{found.slug}"
    identite = collection.fichiers[f"{folder}/certification.json"]
    echelle = found.referentiel.echelle
    whole: dict[str, Any] = {
        "$schema": schema,
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
    cited = {*renvois(whole)}
    documents = [*identite["documents"], *sorted({name for name, _ in cited} - set(identite["documents"]))]
    return whole | {"documents": _documents(collection, documents, cited)}


def partenaires(collection: Collection, found: Certification, schema: str) -> dict[str, Any]:
    """Return its partners as published (api-partenaires.schema.json), apart: there may be hundreds."""
    written = collection.fichiers[f"certifications/{found.slug}/partenaires.json"]
    cited = {*renvois(written["source"])}
    documents = _documents(collection, sorted({name for name, _ in cited}), cited)
    return {"$schema": schema, "slug": found.slug, "licence": LICENCE, **written, "documents": documents}
