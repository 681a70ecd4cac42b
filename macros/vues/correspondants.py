"""What answers an element of a certification in another one, as the data link them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.comparaison.elements import Element, elements
from macros.names import short_title
from referentials.load import Collection
from referentials.model_certification import Certification


@dataclass(frozen=True, slots=True)
class Correspondant:
    """Elements of one other certification, and how they are like ours (nature of a link between two certifications).

    `plus_ancienne`: the other certification is the older of the two.
    """

    slug: str
    nom: str
    nature: str
    elements: tuple[Element, ...]
    plus_ancienne: bool


def _linked(collection: Collection, slug: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    # Code of ours, slug of the other, nature of the link, codes of the other.
    found: list[tuple[str, str, str, tuple[str, ...]]] = []
    for table in collection.correspondances.values():
        if slug in {table.ancienne, table.nouvelle}:
            old = slug == table.ancienne
            other = table.nouvelle if old else table.ancienne
            for lien in table.liens:
                ours, theirs = (lien.ancien, lien.nouveau) if old else (lien.nouveau, lien.ancien)
                found += [(code, other, lien.nature, theirs) for code in ours]
    for near in collection.rapprochements.values():
        if slug in {near.premiere, near.seconde}:
            first = slug == near.premiere
            other = near.seconde if first else near.premiere
            for one in near.liens:
                ours, theirs = (one.premier, one.second) if first else (one.second, one.premier)
                found += [(code, other, one.nature, theirs) for code in ours]
    return found


def _stated(certification: Certification) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (critere.code, rapprochement.certification, "proche", (rapprochement.code,))
        for competence in certification.all_competences()
        for critere in competence.criteres
        for rapprochement in critere.rapprochements
    ]


def counterparts(collection: Collection, slug: str) -> Mapping[str, list[Correspondant]]:
    """Return what answers each element, by its code; an element of the other certification is told once."""
    said = [*_linked(collection, slug), *_stated(collection.certification(slug))]
    known = {certification.slug: certification for certification in collection.certifications}
    # Those that answer, and no other: a page would read them all.
    by_code = {other: elements(known[other]) for _, other, _, _ in said if other in known}
    older = {table.ancienne for table in collection.correspondances.values() if table.nouvelle == slug}
    found: dict[str, list[Correspondant]] = {}
    for code, other, nature, codes in said:
        mine = found.setdefault(code, [])
        told = {element.code for one in mine if one.slug == other for element in one.elements}
        among = by_code.get(other, {})
        new = tuple(among[one] for one in codes if one in among and one not in told)
        if new:
            mine.append(Correspondant(other, short_title(known[other]), nature, new, other in older))
    return found
