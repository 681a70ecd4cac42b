"""REF009: the machine form of a rule says what its words say: the same figure and unit, the same side of it.

« Au moins » is not « au plus », nor « avant » « après »; as many components are required as the words count.  The check
of a piece of the cahier des charges is held to the same figures; its words are also those of the rules that it cites.
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
LEAST, MOST = r"\bau moins\b|\bou plus\b", r"\bau plus\b|\bou moins\b"
# (key, its value) → what the words must hold, and what they must not.
SIDES = {
    ("comparaison", "au_moins"): (rf"{LEAST}|\bminim", None),
    ("comparaison", "au_plus"): (rf"{MOST}|\bmaxim|\bdans (?:les|la quinzaine|un délai)\b", None),
    ("comparaison", "exactement"): (None, f"{LEAST}|{MOST}"),
    ("sens", "avant"): (r"\bavant\b|\bd[’']avance\b|\bprécèd", None),
    ("sens", "apres"): (r"\baprès\b|\bsui(?:t|vent|vant)|\bdans (?:les|la quinzaine)\b|\bà (?:partir|compter) d", None),
}


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each figure of the parameters that the wording does not hold."""
    for slug, dossier in by_certification(collection.fichiers).items():
        chemin = f"certifications/{slug}/regles.json"
        said = {regle["code"]: _words(regle) for regle in dossier.get("regles.json", ())}
        for index, regle in enumerate(dossier.get("regles.json", ())):
            yield from said_by(chemin, f"$[{index}].parametres", regle)
        chemin = f"certifications/{slug}/cahier-des-charges.json"
        for index, piece in enumerate(dossier.get("cahier-des-charges.json", {}).get("pieces", ())):
            cited = [said.get(code, "") for code in piece.get("regles", ())]
            words = " ; ".join([piece["intitule"], piece["enonce"], piece.get("condition", ""), *cited])
            for rank, controle in enumerate(piece["controles"]):
                yield from _figures(chemin, f"$.pieces[{index}].controles[{rank}]", controle, words)


def said_by(chemin: str, path: str, regle: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield a finding for each figure, or side, of a rule as written that its own words do not hold."""
    words = _words(regle)
    yield from _figures(chemin, path, regle["parametres"], words)
    yield from _sides(chemin, path, regle["parametres"], words)


def _words(regle: Mapping[str, Any]) -> str:
    return f"{regle['intitule']} ; {regle['enonce']}"


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


def _sides(chemin: str, path: str, parametres: Mapping[str, Any], words: str) -> Iterator[Finding]:
    """Compare what surrounds the figures: the side, the direction of a delay, how many components are required."""
    for (key, value), (needed, refused) in SIDES.items():
        if parametres.get(key) != value:
            continue
        if (needed and not numbers.says(words, needed)) or (refused and numbers.says(words, refused)):
            message = f"« {key} » vaut « {value} », et les mots de la règle disent autre chose"
            yield Finding(chemin, f"{path}.{key}", CODE, message, REMEDY)
    if parametres["nature"] == "composantes_requises":
        count = len(parametres["composantes"])
        if not numbers.says(words, numbers.number(count)):
            message = f"le paramètre exige {count} composante(s), nombre que ni l’intitulé ni l’énoncé ne disent"
            yield Finding(chemin, f"{path}.composantes", CODE, message, REMEDY)
