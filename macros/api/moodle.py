"""A referential as Moodle imports it: the CSV of its competency frameworks, whose fourteen columns it reads by place."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from html import escape

from macros.api.edition import LICENCE
from macros.api.outline import COMPETENCE, COMPOSANTES, CRITERE, Element, elements
from macros.names import full_title
from referentials.model import Echelle, ValeurEchelle
from referentials.model_certification import Certification

COLUMNS = (
    "Parent id number",
    "Id number",
    "Shortname",
    "Description",
    "Description format",
    "Scale values",
    "Scale configuration",
    "Rule type (optional)",
    "Rule outcome (optional)",
    "Rule config (optional)",
    "Cross referenced competency id numbers",
    "Exported id (optional)",
    "Is framework",
    "Taxonomy",
)
# Moodle cuts both its numbers and its short names there, and drops without a word what is then a double.
LONGEST = 100
KEPT = COMPOSANTES | {COMPETENCE, CRITERE, "competence_transversale"}
HTML, NO_RULE = "1", "null"
LEVELS = 4
# Moodle wants a scale: where the documents give none, its reader is told whose it is.
DEFAULT = (("Pas encore", False), ("Acquis", True))
OURS = "Les documents ne donnent pas d’échelle : celle-ci, « Pas encore » ou « Acquis », est de Repère."


def short(text: str) -> str:
    """Return a text as a short name holds it: cut at a space, which three dots say."""
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def scale(echelle: Echelle | None) -> list[tuple[str, bool]]:
    """Return the values of a scale from the lowest on, each with whether it counts; a comma would cut one in two."""
    if echelle is None:
        return list(DEFAULT)
    kept = [value for value in echelle.valeurs if value.effet != "sans_avis"]
    return [(value.libelle.replace(",", " ;"), value.effet == "positif") for value in _from_the_lowest(kept)]


def _from_the_lowest(kept: Sequence[ValeurEchelle]) -> list[ValeurEchelle]:
    if all(value.points is not None for value in kept):
        return sorted(kept, key=lambda value: value.points or 0)
    return list(reversed(kept)) if kept[0].effet == "positif" else list(kept)


def configuration(values: Sequence[tuple[str, bool]]) -> str:
    """Return how Moodle reads a scale: the first value that counts is the one by default; it gives the scale its own number."""
    first = next((rank for rank, (_, counts) in enumerate(values, 1) if counts), len(values))
    told = [
        {"id": rank, "scaledefault": int(rank == first), "proficient": int(counts or rank == first)}
        for rank, (_, counts) in enumerate(values, 1)
        if counts or rank == first
    ]
    return json.dumps([{"scaleid": "1"}, *told], separators=(",", ":"))


def taxonomy(kept: Sequence[Element]) -> str:
    """Return what Moodle calls each of its four levels: domains as deep as components go, then competencies, then indicators."""
    depths: dict[str | None, int] = {None: 0}
    deepest = 0
    for one in kept:
        depths[one.code] = depths.get(one.dans, 0) + 1
        deepest = max(deepest, depths[one.code] if one.genre in COMPOSANTES else 0)
    words = [*["domain"] * deepest, "competency", *["indicator"] * LEVELS]
    return ",".join(words[:LEVELS])


def _paragraphs(*texts: str | None) -> str:
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in texts if text)


def rows(certification: Certification) -> list[list[str]]:
    """Return the framework, then each competency after what holds it."""
    kept = [one for one in elements(certification) if one.genre in KEPT]
    values, identite = scale(certification.echelle), certification.identite
    credit = f"Repère, version {certification.version} du {identite.date_mise_a_jour}, {LICENCE}."
    resume = identite.resume.valeur if identite.resume else None
    told = _paragraphs(resume, None if certification.echelle else OURS, credit)
    names = ",".join(name for name, _ in values)
    head = ["", certification.slug[:LONGEST], short(full_title(certification)), told, HTML, names]
    return [
        [*head, configuration(values), "", "", "", "", "1", "1", taxonomy(kept)],
        *(_row(one, rank) for rank, one in enumerate(kept, 2)),
    ]


def _row(one: Element, rank: int) -> list[str]:
    told = _paragraphs(one.enonce, one.candidat)
    lies = ",".join(code.replace(",", "%2C") for code in one.lies)
    return [
        one.dans or "",
        one.code,
        short(one.court or one.enonce),
        told,
        HTML,
        "",
        "",
        "",
        "0",
        NO_RULE,
        lies,
        str(rank),
        "",
        "",
    ]


def text(certification: Certification) -> str:
    """Return the file."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows([list(COLUMNS), *rows(certification)])
    return written.getvalue()
