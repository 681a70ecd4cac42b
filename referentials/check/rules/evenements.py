"""REF028: an event has one code and one wording: what a rule counts from, asks for, or comes before is in evenements.json."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from referentials.check.finding import Finding
from referentials.check.resemblance import remedy
from referentials.load import Collection, by_certification

CODE = "REF028"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each event that has no code, or two wordings, and for each delay from an event to itself."""
    for slug, dossier in by_certification(collection.fichiers).items():
        for index, regle in enumerate(dossier["regles.json"]):
            chemin, place = f"certifications/{slug}/regles.json", f"$[{index}].parametres"
            yield from _rule(chemin, place, regle["parametres"], collection)


def _rule(chemin: str, place: str, parametres: dict[str, Any], collection: Collection) -> Iterator[Finding]:
    known = collection.evenements
    one = [(key, parametres[key]) for key in ("depuis", "acte") if key in parametres]
    several = [(f"suivie_de[{rank}]", code) for rank, code in enumerate(parametres.get("suivie_de", ()))]
    for key, code in (*one, *several):
        if code not in known:
            message = f"l’événement « {code} » n’est pas dans evenements.json"
            yield Finding(chemin, f"{place}.{key}", CODE, message, remedy(code, known))
    if "depuis" not in parametres:
        return
    depuis, words = parametres["depuis"], parametres["evenement"]
    if words != known.get(depuis, words):
        message = f"« {words} » : evenements.json appelle cet événement autrement"
        yield Finding(chemin, f"{place}.evenement", CODE, message, f"écrivez « {known[depuis]} »")
    if depuis == parametres["acte"]:
        message = f"le délai va de « {depuis} » à « {depuis} »"
        yield Finding(chemin, f"{place}.acte", CODE, message, "nommez ce qui doit avoir lieu dans le délai")
