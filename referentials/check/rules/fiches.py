"""REF031: a fiche of the register is that of one certification: no second one has its number.

Most often one was copied to begin another: the copy is the one that no other file of the tree names.  What it lacks of
its own waits.

A bloc's number is one of its certification's fiche, and that of one component; another certification is another one,
under its own number.  The register is said by the number, or by a key, not by both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from referentials.check.across import named
from referentials.check.finding import Finding
from referentials.check.walk import walk
from referentials.load import Collection, by_certification
from referentials.model_certification import Certification

CODE = "REF031"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each number, and each identity, that is another's."""
    yield from _twice(collection)
    dossiers = by_certification(collection.fichiers)
    numbers = {c.slug: c.identite.numero for c in collection.certifications}
    for certification in collection.certifications:
        yield from _blocs(certification.slug, dossiers.get(certification.slug, {}), numbers[certification.slug])
        yield from _others(certification, numbers)
        yield from _register(certification)


def _blocs(slug: str, dossier: Mapping[str, Any], number: str | None) -> Iterator[Finding]:
    """Yield each bloc of another fiche, and each number that two components have."""
    first: dict[str, str] = {}
    for name, donnees in dossier.items():
        for path, node in walk(donnees) if name.startswith("composantes/") else ():
            bloc = node.get("numero_bloc", {}).get("valeur")
            chemin, place = f"certifications/{slug}/{name}", f"{path}.numero_bloc.valeur"
            if bloc and number and not bloc.startswith(f"{number}BC"):
                message = f"{bloc} n’est pas un bloc de {number}, la fiche de cette certification"
                yield Finding(chemin, place, CODE, message, "corrigez l’un des deux numéros d’après la fiche")
            elif bloc and bloc in first:
                message = f"{bloc} est déjà le numéro de « {first[bloc]} »"
                yield Finding(chemin, place, CODE, message, "corrigez l’un des deux numéros d’après la fiche")
            elif bloc:
                first[bloc] = node["code"]


def _others(certification: Certification, numbers: Mapping[str, str | None]) -> Iterator[Finding]:
    """Yield each certification that would precede or follow itself, and each under the number of another."""
    for key in ("predecesseurs", "successeurs"):
        for index, other in enumerate(getattr(certification.identite, key)):
            number, slug = other.numero_fiche, other.certification
            message = ""
            if slug == certification.slug or (number and number == numbers[certification.slug]):
                message = f"{number or f'« {slug} »'} est cette certification elle-même"
            elif number and numbers.get(slug) not in {None, number}:
                message = f"{number} n’est pas le numéro de « {slug} », qui est {numbers[slug]}"
            if message:
                chemin = f"certifications/{certification.slug}/certification.json"
                yield Finding(
                    chemin, f"$.{key}[{index}]", CODE, message, "citez l’autre certification, sous son numéro"
                )


def _register(certification: Certification) -> Iterator[Finding]:
    """Yield the register that the key says where the number says it already."""
    identite = certification.identite
    if identite.repertoire and identite.numero:
        chemin = f"certifications/{certification.slug}/certification.json"
        message = f"{identite.numero} dit déjà le répertoire"
        yield Finding(chemin, "$.repertoire", CODE, message, "retirez « repertoire »")


def _twice(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each certification whose number, or whose whole identity, is already another's."""
    first: dict[str, Certification] = {}
    cited = named(collection)
    for certification in sorted(collection.certifications, key=lambda one: one.slug not in cited):
        number = certification.identite.numero
        chemin = f"certifications/{certification.slug}/certification.json"
        same = number or repr(certification.identite)
        other = first.setdefault(same, certification)
        if other is not certification and number:
            message = f"{number} est déjà le numéro de « {other.slug} »"
            remedy = "corrigez l’un des deux numéros d’après sa fiche, ou retirez la certification écrite deux fois"
            yield Finding(chemin, "$.numero_fiche.valeur", CODE, message, remedy, cause=True)
        elif other is not certification:
            message = f"c’est déjà, mot pour mot, la certification « {other.slug} »"
            remedy = f"décrivez ici l’autre certification, ou retirez {certification.slug}/"
            yield Finding(chemin, "$", CODE, message, remedy, cause=True)
