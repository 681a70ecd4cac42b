"""REF009: the machine form of a rule says what its words say: the same figure, with the same unit.

The check of a piece of the cahier des charges is held to the same; its words are also those of the rules that it cites.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from referentials.check import numbers
from referentials.check.finding import Finding
from referentials.load import Collection, by_certification

CODE = "REF009"
REMEDY = "corrigez le paramètre ou la phrase, d’après la source"
PERCENT = "pourcent_criteres_positifs"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each figure of the parameters that the wording does not hold."""
    for slug, dossier in by_certification(collection.fichiers).items():
        chemin = f"certifications/{slug}/regles.json"
        said = {regle["code"]: f"{regle['intitule']} ; {regle['enonce']}" for regle in dossier["regles.json"]}
        for index, regle in enumerate(dossier["regles.json"]):
            yield from _figures(chemin, f"$[{index}].parametres", regle["parametres"], said[regle["code"]])
        chemin = f"certifications/{slug}/cahier-des-charges.json"
        for index, piece in enumerate(dossier.get("cahier-des-charges.json", {}).get("pieces", ())):
            cited = [said.get(code, "") for code in piece.get("regles", ())]
            words = " ; ".join([piece["intitule"], piece["enonce"], piece.get("condition", ""), *cited])
            for rank, controle in enumerate(piece["controles"]):
                yield from _figures(chemin, f"$.pieces[{index}].controles[{rank}]", controle, words)


def _figures(chemin: str, path: str, parametres: Mapping[str, Any], words: str) -> Iterator[Finding]:
    """Compare each figure; a frequency counts times in `valeur` and time in `duree`, all others time in `valeur`."""
    unit = parametres.get("unite")
    for key in ("valeur", "duree"):
        value = parametres.get(key)
        if value is None:
            continue
        counted = key == "valeur" and "duree" in parametres
        if unit is None or counted:
            pattern, spelled = numbers.number(value), f"{value}"
        elif unit == PERCENT:
            pattern, spelled = rf"{numbers.number(value)} ?(?:%|pour cent)", f"{value} %"
        else:
            pattern, spelled = numbers.amount(value, unit), numbers.spelled(value, unit)
        if not numbers.says(words, pattern):
            message = f"le paramètre dit « {spelled} », que ni l’intitulé ni l’énoncé ne disent"
            yield Finding(chemin, f"{path}.{key}", CODE, message, REMEDY)
