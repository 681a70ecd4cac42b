"""JSON Schema's faults in French: one sentence and one remedy for each keyword."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from jsonschema.exceptions import ValidationError

from referentials.check import days
from referentials.typography import OFFICIAL, VERBATIM, repaired

TYPES = {
    "object": "un objet { … }",
    "array": "une liste [ … ]",
    "string": "un texte entre guillemets",
    "integer": "un nombre entier",
    "number": "un nombre",
    "boolean": "true ou false",
    "null": "null",
}
LONGEST_QUOTE = 60
# From « énoncé » to « enonce », from « preuve » to « preuves », not from « note » to « nom ».
RESEMBLANCE = 0.65


@dataclass(frozen=True, slots=True)
class Fault:
    """What a sentence needs of an error: keyword, what it expected, the value found, the sub-schema."""

    keyword: str
    expected: Any
    found: Any
    schema: Any
    # The faults of each branch of a choice; none where several branches fit at once.
    branches: tuple[tuple[Fault, ...], ...] = ()
    key: str = ""

    @property
    def missing(self) -> str:
        """The required keys that the object lacks."""
        return listed(self.lacking)

    @property
    def lacking(self) -> list[str]:
        """The same, by their names."""
        return [name for name in self.expected if name not in self.found]

    @property
    def unknown(self) -> str:
        """The keys that the schema does not know."""
        return listed(name for name in self.found if name not in self.known)

    @property
    def known(self) -> Any:
        """The keys that the schema knows."""
        return self.schema.get("properties", {})


def listed(names: Iterable[object]) -> str:
    """Return names between guillemets, separated by commas."""
    return ", ".join(f"« {name} »" for name in names)


def quote(value: Any) -> str:
    """Return a value as the file writes it, cut to what a message can hold."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def choice(fault: Fault) -> str:
    """Return why no form fits, or why several do: what is missing from each, or the constant that none has."""
    if not fault.branches:
        cited = [key for branch in fault.expected for key in branch.get("required", ())]
        keys = dict.fromkeys(key for key in cited if isinstance(fault.found, dict) and key in fault.found)
        return f"{' et '.join(f'« {key} »' for key in keys)} ne vont pas ensemble" if len(keys) > 1 else AMBIGUOUS
    if all(cause.keyword == "required" for causes in fault.branches for cause in causes):
        missing = dict.fromkeys(causes[0].missing for causes in fault.branches)
        return f"il manque {', ou bien '.join(missing)}"
    constants = [{cause.key: cause for cause in causes if cause.keyword == "const"} for causes in fault.branches]
    for key in constants[0]:
        if all(key in branch for branch in constants):
            known = listed(branch[key].expected for branch in constants)
            return f"« {key} » vaut {quote(constants[0][key].found)}, qui n’est pas l’une de {known}"
    return "aucune des formes admises ne convient"


def intended(fault: Fault) -> str:
    """Return what to write where each unknown key resembles one that could stand there; nothing otherwise."""
    meant = pairs(fault)
    if len(meant) < sum(name not in fault.known for name in fault.found):
        return ""
    return f"écrivez {' et '.join(f'« {right} » au lieu de « {wrong} »' for wrong, right in meant)}"


YES_NO = {"oui": "true", "vrai": "true", "true": "true", "non": "false", "faux": "false", "false": "false"}
# What is a value of that type once out of its quotation marks.
QUOTED = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?", "boolean": "true|false"}
# Key → what its own unit is to those that one may write; another unit says another thing, which only a person knows.
UNITS = {
    "minutes": {"min": 1, "mn": 1, "minute": 1, "minutes": 1, "h": 60, "heure": 60, "heures": 60},
    "duree_ans": {"an": 1, "ans": 1, "année": 1, "années": 1},
}
# A number as one writes it, alone or with a unit: 2,5, 73 %, 73 pour cent, 1 607 heures, 15 jours ouvrés.
MEASURE = re.compile(
    r"(-?\d{1,3}(?:[ \u00a0\u202f]\d{3})+|-?\d+)(?:[.,](\d+))?[ \u00a0\u202f]*"
    r"(%|€|pour[ \u00a0\u202f-]?cent|jours? ouvrés?|[^\W\d_]+\.?)?",
    re.IGNORECASE,
)


def pairs(fault: Fault) -> list[tuple[str, str]]:
    """Return each unknown key that resembles one that could stand there, with it."""
    free = [name for name in fault.known if name not in fault.found]
    close = {
        name: get_close_matches(name, free, n=1, cutoff=RESEMBLANCE) for name in fault.found if name not in fault.known
    }
    return [(name, right) for name, found in close.items() for right in found]


def retyped(fault: Fault) -> str:
    """Return how to write a value of the right type; nothing where only a person knows."""
    if isinstance(fault.found, str) and fault.expected in ("integer", "number", "boolean"):
        if re.fullmatch(QUOTED[fault.expected], fault.found):
            return "retirez les guillemets"
        if fault.expected == "boolean":
            word = YES_NO.get(fault.found.strip().lower())
            return f"écrivez {word}, sans guillemets" if word else "écrivez true (oui) ou false (non), sans guillemets"
        measure = MEASURE.fullmatch(fault.found.strip())
        figures = _figures(measure, fault) if measure else ""
        unit = " ni unité" if measure and measure[3] else ""
        return f"écrivez {figures}, sans guillemets{unit}" if figures else ""
    if fault.expected == "string" and isinstance(fault.found, int | float):
        return "mettez la valeur entre guillemets"
    return "mettez la valeur entre [ et ]" if fault.expected == "array" else ""


def mended(fault: Fault) -> str:
    """Return what to write where it is nearly there: `fix` writes its typography, else capitals, spaces, a word too many."""
    text = fault.found if fault.key in VERBATIM else repaired(fault.found, official=fault.key in OFFICIAL)
    if text != fault.found and re.search(fault.expected, text):
        return f"lancez « python -m referentials fix », qui écrira {quote(text)}"
    if not fault.expected.endswith("$"):
        return ""  # of a pattern that looks at the beginning only, a word would not be the whole text
    bare = "".join(fault.found.split())
    several = [*(case for one in (bare, *fault.found.split()) for case in (one, one.upper(), one.lower()))]
    close = {one for one in several if re.search(fault.expected.replace("$", r"\Z"), one)}
    return f"écrivez {quote(close.pop())}" if len(close) == 1 else ""


def _figures(measure: re.Match[str], fault: Fault) -> str:
    """Return the number to write, in the unit of its key; nothing where it is no number of that kind, or of another unit."""
    whole = re.sub(r"\D", "", measure[1].lstrip("-"))
    number = Decimal(f"{'-' if measure[1].startswith('-') else ''}{whole}{f'.{measure[2]}' if measure[2] else ''}")
    units = UNITS.get(fault.key.removesuffix("_min").removesuffix("_max"))
    if units is not None and measure[3]:
        if (unit := measure[3].lower().rstrip(".")) not in units:
            return ""
        number *= units[unit]
    if fault.expected == "integer" and number != number.to_integral_value():
        return ""
    return str(number if fault.expected == "number" else int(number))


AMBIGUOUS = "plusieurs des formes admises conviennent à la fois"
SENTENCES: dict[str, Callable[[Fault], str]] = {
    "required": lambda f: f"il manque {f.missing}",
    "additionalProperties": lambda f: f"clé inconnue : {f.unknown}",
    "type": lambda f: f"{quote(f.found)} n’est pas {TYPES.get(f.expected, f.expected)}",
    "enum": lambda f: f"{quote(f.found)} n’est pas une valeur admise",
    "const": lambda f: f"{quote(f.found)} devrait être {quote(f.expected)}",
    "pattern": lambda f: f"{quote(f.found)} n’a pas la forme attendue",
    "format": lambda f: (
        days.sentence(f.found, quote(f.found))
        if f.expected == "date"
        else f"{quote(f.found)} n’est pas une valeur de forme « {f.expected} »"
    ),
    "minItems": lambda f: f"la liste compte {len(f.found)} élément(s), il en faut au moins {f.expected}",
    "minProperties": lambda _: "le fichier ne dit rien",
    "uniqueItems": lambda _: "la liste répète un élément",
    "minimum": lambda f: f"{quote(f.found)} est plus petit que {f.expected}",
    "maximum": lambda f: f"{quote(f.found)} est plus grand que {f.expected}",
    "maxLength": lambda f: f"{quote(f.found)} dépasse {f.expected} caractères",
    "oneOf": choice,
    "anyOf": choice,
}
# Said whatever the schema's own help: it names the very keys.
NAMING: dict[str, Callable[[Fault], str]] = {
    "required": lambda f: f"ajoutez {f.missing}",
    "additionalProperties": lambda f: intended(f) or f"retirez-la, ou écrivez l’une de {listed(f.known)}",
}
# Said where the value at hand tells what to write instead; nothing where only a person knows.
WRITING: dict[str, Callable[[Fault], str]] = {
    "type": retyped,
    "format": lambda f: days.remedy(f.found) if f.expected == "date" else "",
    "pattern": mended,
}
# Said where the schema has no help of its own.
REMEDIES: dict[str, Callable[[Fault], str]] = {
    "enum": lambda f: f"choisissez l’une de {listed(f.expected)}",
    "const": lambda f: f"écrivez {quote(f.expected)}",
    "minProperties": lambda _: "écrivez-y ce que le document dit, ou retirez-le",
    "uniqueItems": lambda _: "retirez la répétition",
}


def fault_of(error: ValidationError) -> Fault:
    """Return what a sentence needs of a jsonschema error."""
    branches: dict[Any, list[Fault]] = {}
    for cause in error.context or ():
        branches.setdefault(cause.schema_path[0], []).append(fault_of(cause))
    return Fault(
        str(error.validator),
        error.validator_value,
        error.instance,
        error.schema,
        tuple(tuple(causes) for causes in branches.values()),
        str(error.path[-1]) if error.path else "",
    )


def sentence(fault: Fault) -> str:
    """Return what is wrong.  Every keyword used in schemas/ must be in SENTENCES (held by a test)."""
    return SENTENCES[fault.keyword](fault)


def remedy(fault: Fault) -> str:
    """Return what to do: the names at stake, else the schema's `x-aide`, else the keyword's remedy or the description."""
    if fault.keyword in NAMING:
        return NAMING[fault.keyword](fault)
    if fault.keyword in WRITING and (help_ := WRITING[fault.keyword](fault)):
        return help_
    if "x-aide" in fault.schema:
        return str(fault.schema["x-aide"])
    if fault.keyword in REMEDIES:
        return REMEDIES[fault.keyword](fault)
    return str(fault.schema.get("description", "corrigez la valeur d’après le schéma"))
