"""REF028: an event has one code and one wording: what a rule counts from, asks for, or comes before is in evenements.json."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from referentials.check.finding import Finding
from referentials.check.resemblance import remedy, shortened
from referentials.check.together import together
from referentials.load import EVENEMENTS, Collection, by_certification

CODE = "REF028"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each event that has no code, or two wordings, and for each delay from an event to itself."""
    rules = [
        (f"certifications/{slug}/regles.json", f"$[{index}].parametres", regle["parametres"])
        for slug, dossier in by_certification(collection.fichiers).items()
        for index, regle in enumerate(dossier.get("regles.json", ()))
    ]
    if EVENEMENTS in collection.fichiers:
        yield from together(finding for rule in rules for finding in _rule(*rule, collection))
    elif cited := sorted({code for *_, parametres in rules for _, code in _events(parametres)}):
        message = f"le fichier manque : {shortened(cited)} {'n’ont' if len(cited) > 1 else 'n’a'} pas de mots"
        yield Finding(EVENEMENTS, "$", CODE, message, "remettez-le, ou créez-le d’après schemas/evenements.schema.json")


def _events(parametres: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each event that a rule names, with its place."""
    yield from ((key, parametres[key]) for key in ("depuis", "acte") if key in parametres)
    yield from ((f"suivie_de[{rank}]", code) for rank, code in enumerate(parametres.get("suivie_de", ())))


def _rule(chemin: str, place: str, parametres: dict[str, Any], collection: Collection) -> Iterator[Finding]:
    known = collection.evenements
    for key, code in _events(parametres):
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
