"""REF036: a first pass asks each competence once, in its own words; a short name is shorter, and names one thing.

Either every competence that has criteria has its `enonce_candidat`, or none has: with some only, a person would answer
for a part and read it as the whole.  Without criteria, those words are what the form asks: they may be longer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from referentials.check.finding import Finding
from referentials.check.walk import walk
from referentials.load import PREMIER_TOUR, Collection, by_certification
from referentials.read import REFERENTIEL

CODE = "REF036"
# What every competence draws on: no form asks them by themselves.
ASIDE = ".competences_transversales["
# Letters of a question that is read in a breath.
BREATH = 150
Place = tuple[str, str, dict[str, Any]]


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each competence that a first pass would forget or confuse, each name that helps nobody."""
    for slug, dossier in by_certification(collection.fichiers).items():
        titled = [
            (f"certifications/{slug}/{name}", path, node)
            for name, donnees in dossier.items()
            if name == REFERENTIEL or name.startswith("composantes/")
            for path, node in walk(donnees)
        ]
        own = [one for one in titled if ASIDE not in one[1]]
        yield from _questions([one for one in own if one[2].get("criteres")])
        yield from _told_twice([one for one in own if "intitule" in one[2] and "enonce_candidat" in one[2]])
        yield from _names([one for one in titled if "intitule" in one[2] and _is_group(one[2])])
    valeurs = collection.premier_tour
    if valeurs and len({valeur.ouvre_le_detail for valeur in valeurs}) == 1:
        message = "toutes les réponses ouvrent le détail, ou aucune"
        yield Finding(PREMIER_TOUR, "$", CODE, message, "dites lesquelles laissent un doute, et lesquelles non")


def _questions(competences: list[Place]) -> Iterator[Finding]:
    """Yield the competences that a first pass would forget, and those whose question is too long for it."""
    asked = any("enonce_candidat" in node for _, _, node in competences)
    for chemin, path, node in competences if asked else ():
        number = len(node.get("enonce_candidat", ""))
        if not number:
            message = f"la compétence {node['code']} n’a pas d’« enonce_candidat », d’autres en ont"
            remedy = "écrivez-le, ou retirez les autres : le premier tour pose une question pour chaque compétence"
            yield Finding(chemin, path, CODE, message, remedy)
        elif number > BREATH:
            message = f"cette question du premier tour a {number} caractères"
            remedy = f"dites la compétence entière en {BREATH} caractères au plus"
            yield Finding(chemin, f"{path}.enonce_candidat", CODE, message, remedy)


def _told_twice(competences: list[Place]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for chemin, path, node in competences:
        if (other := seen.setdefault(node["enonce_candidat"], node["code"])) != node["code"]:
            message = f"la compétence {other} a le même « enonce_candidat »"
            yield Finding(chemin, f"{path}.enonce_candidat", CODE, message, "dites ce qui les distingue")


def _names(titled: list[Place]) -> Iterator[Finding]:
    names: dict[str, list[str]] = {}
    for _, _, node in titled:
        names.setdefault(_bare(node.get("intitule_court") or node["intitule"]), []).append(node["code"])
    for chemin, path, node in titled:
        court = str(node.get("intitule_court", ""))
        if not court:
            continue
        if len(court) >= len(node["intitule"]):
            message = "ce nom court n’est pas plus court que l’intitulé"
            yield Finding(chemin, f"{path}.intitule_court", CODE, message, "raccourcissez-le, ou retirez la clé")
        if others := [code for code in names[_bare(court)] if code != node["code"]]:
            message = f"{' et '.join(others)} {'a' if len(others) == 1 else 'ont'} le même nom"
            yield Finding(chemin, f"{path}.intitule_court", CODE, message, "dites ce qui les distingue")


def _is_group(node: dict[str, Any]) -> bool:
    """Whether an object of these files is a competence or a component: lists and charts show no other."""
    return bool(node.keys() & {"criteres", "competences", "composantes", "intitule_court"})


def _bare(text: Any) -> str:
    return " ".join(str(text).casefold().split())
