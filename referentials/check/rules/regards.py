"""REF019: what sets things face to face holds as many as its nature says: links between certifications, discrepancies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from referentials.check.finding import Finding
from referentials.check.walk import walk
from referentials.load import Collection, by_certification
from referentials.model_collection import Lien, LienRapproche

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
REMEDY = "corrigez la nature du lien, ou ses codes"
REMARK = "ajoutez « remarque » : en quoi les deux se ressemblent et diffèrent, ou pourquoi rien ne répond"
WORDS = {NONE: "aucun code", ONE: "un seul code", SEVERAL: "plusieurs codes"}


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each link and each discrepancy that its nature contradicts."""
    titles = {slug: _titles(dossier) for slug, dossier in by_certification(collection.fichiers).items()}
    for name, found in collection.correspondances.items():
        for index, lien in enumerate(found.liens):
            place = f"$.liens[{index}]"
            for message in _link(lien, titles.get(found.ancienne, {}), titles.get(found.nouvelle, {})):
                yield Finding(f"correspondances/{name}.json", place, CODE, message, REMEDY)
    yield from _rapprochements(collection, titles)
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


def _rapprochements(collection: Collection, titles: dict[str, dict[str, str]]) -> Iterator[Finding]:
    for name, near in collection.rapprochements.items():
        for index, one in enumerate(near.liens):
            place = f"$.liens[{index}]"
            for message in _near(one, titles.get(near.premiere, {}), titles.get(near.seconde, {})):
                yield Finding(f"rapprochements/{name}.json", place, CODE, message, REMEDY)
            if one.nature != "identique" and not one.remarque:
                message = f"ce lien « {one.nature} » ne dit pas pourquoi"
                yield Finding(f"rapprochements/{name}.json", place, CODE, message, REMARK)


def _titles(dossier: dict[str, Any]) -> dict[str, str]:
    return {
        node["code"]: node[key]
        for donnees in dossier.values()
        for _, node in walk(donnees)
        for key in ("enonce", "intitule")
        if {"code", key, "source"} <= node.keys()
    }


def _link(lien: Lien, old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    if not (lien.ancien or lien.nouveau):
        yield "ce lien ne relie rien"
    sides = zip(("ancien", "nouveau"), (lien.ancien, lien.nouveau), SIDES.get(lien.nature, (ANY, ANY)), strict=True)
    for side, codes, (fewest, most) in sides:
        if not fewest <= len(codes) <= most:
            yield f"« {lien.nature} » veut {WORDS[fewest, most]} dans « {side} », qui en a {len(codes)}"
    if lien.nature == "identique":
        yield from _unlike(lien.ancien, lien.nouveau, old, new)


def _near(lien: LienRapproche, first: dict[str, str], second: dict[str, str]) -> Iterator[str]:
    """Yield what contradicts the nature of a link of which neither side is the older one."""
    sides = bool(lien.premier) + bool(lien.second)
    if not sides:
        yield "ce lien ne relie rien"
    elif lien.nature == "propre" and sides > 1:
        yield "« propre » ne cite qu’un côté, et en voici deux"
    elif lien.nature != "propre" and sides == 1:
        yield f"« {lien.nature} » relie deux côtés, et l’un des deux est vide"
    elif lien.nature == "identique" and not len(lien.premier) == len(lien.second) == 1:
        yield f"« identique » veut {WORDS[ONE]} de chaque côté"
    elif lien.nature == "identique":
        yield from _unlike(lien.premier, lien.second, first, second)


def _unlike(ancien: Sequence[str], nouveau: Sequence[str], old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    if len(ancien) == len(nouveau) == 1:
        before, after = old.get(ancien[0]), new.get(nouveau[0])
        if before and after and before.casefold() != after.casefold():
            yield f"« identique » relie deux textes qui ne le sont pas, {ancien[0]} et {nouveau[0]}"
