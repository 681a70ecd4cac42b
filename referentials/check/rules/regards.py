"""REF019: what sets things face to face holds as many as its nature says: links between certifications, discrepancies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from referentials.check.finding import Finding
from referentials.check.walk import walk
from referentials.load import Collection, by_certification
from referentials.model_collection import Lien

CODE = "REF019"
# Nature of a link → fewest and most codes on each side; « proche » binds whatever it binds.
ANY, NONE, ONE, SEVERAL = (0, 99), (0, 0), (1, 1), (2, 99)
SIDES = {
    "identique": (ONE, ONE),
    "reformulee": (ONE, ONE),
    "regroupee": (SEVERAL, ONE),
    "partagee": (ONE, SEVERAL),
    "nouvelle": (NONE, ANY),
    "disparue": (ANY, NONE),
}
WORDS = {NONE: "aucun code", ONE: "un seul code", SEVERAL: "plusieurs codes"}


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each link and each discrepancy that its nature contradicts."""
    titles = {slug: _titles(dossier) for slug, dossier in by_certification(collection.fichiers).items()}
    for name, found in collection.correspondances.items():
        for index, lien in enumerate(found.liens):
            place = f"$.liens[{index}]"
            for message in _link(lien, titles.get(found.ancienne, {}), titles.get(found.nouvelle, {})):
                remedy = "corrigez la nature du lien, ou ses codes"
                yield Finding(f"correspondances/{name}.json", place, CODE, message, remedy)
    for slug, discordances in collection.discordances.items():
        for index, discordance in enumerate(discordances):
            if discordance.nature == "contradiction" and len(discordance.valeurs) == 1:
                message = "une contradiction oppose deux valeurs, et une seule est dite"
                remedy = "ajoutez l’autre, ou changez la nature"
                yield Finding(f"discordances/{slug}.json", f"$[{index}].valeurs", CODE, message, remedy)
            if slug not in discordance.certifications:
                message = f"cette discordance est rangée sous « {slug} », qu’elle ne concerne pas"
                remedy = "ajoutez cette certification, ou changez la discordance de fichier"
                yield Finding(f"discordances/{slug}.json", f"$[{index}].certifications", CODE, message, remedy)


def _titles(dossier: dict[str, Any]) -> dict[str, str]:
    return {
        node["code"]: node["intitule"]
        for donnees in dossier.values()
        for _, node in walk(donnees)
        if {"code", "intitule", "source"} <= node.keys()
    }


def _link(lien: Lien, old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    if not (lien.ancien or lien.nouveau):
        yield "ce lien ne relie rien"
    sides = zip(("ancien", "nouveau"), (lien.ancien, lien.nouveau), SIDES.get(lien.nature, (ANY, ANY)), strict=True)
    for side, codes, (fewest, most) in sides:
        if not fewest <= len(codes) <= most:
            yield f"« {lien.nature} » veut {WORDS[fewest, most]} dans « {side} », qui en a {len(codes)}"
    if lien.nature == "identique" and len(lien.ancien) == len(lien.nouveau) == 1:
        before, after = old.get(lien.ancien[0]), new.get(lien.nouveau[0])
        if before and after and before.casefold() != after.casefold():
            yield f"« identique » relie deux intitulés qui ne le sont pas, {lien.ancien[0]} et {lien.nouveau[0]}"
