"""What the elements of a referential are to one another, and to those of other certifications, as CASE 1.1 says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from macros.api.case_equivalents import equivalents
from macros.api.case_nodes import Paquet
from referentials.etat import DOCUMENT
from referentials.load import Collection

# The nature of a link that says that both are the same; the others say that they are related.
IDENTIQUE = "identique"


def associations(collection: Collection, paquet: Paquet) -> list[dict[str, Any]]:
    """Return what holds what, what goes with what, what replaces a code, what is like it elsewhere, what comes after all."""
    every = [
        *_held(paquet),
        *_together(paquet),
        *_withdrawn(paquet),
        *_elsewhere(collection, paquet),
        *equivalents(collection, paquet),
        *_followed(collection, paquet),
    ]
    # The register may say what a document says too.
    return list({one["identifier"]: one for one in every}.values())


def _held(paquet: Paquet) -> Iterator[dict[str, Any]]:
    ranks = Counter[str | None]()
    for one in paquet.elements:
        ranks[one.dans] += 1
        above = paquet.link(one.dans or "")
        yield paquet.association("isChildOf", paquet.link(one.code), above, sequenceNumber=ranks[one.dans])


def _together(paquet: Paquet) -> Iterator[dict[str, Any]]:
    for one in paquet.elements:
        for code in one.lies:
            yield paquet.association("isRelatedTo", paquet.link(one.code), paquet.link(code))


def _withdrawn(paquet: Paquet) -> Iterator[dict[str, Any]]:
    codes = paquet.certification.codes
    for retire in codes.retires if codes else ():
        if retire.remplace_par in paquet.enonces:
            old, new = paquet.link(retire.code, retire.code), paquet.link(retire.remplace_par)
            yield paquet.association("replacedBy", old, new, notes=retire.raison)


def _elsewhere(collection: Collection, paquet: Paquet) -> Iterator[dict[str, Any]]:
    slug = paquet.certification.slug
    faces: list[tuple[str, str, Sequence[tuple[Sequence[str], Sequence[str], str, str | None]]]] = [
        *(
            (
                one.ancienne,
                one.nouvelle,
                [(lien.ancien, lien.nouveau, lien.nature, lien.remarque) for lien in one.liens],
            )
            for one in collection.correspondances.values()
        ),
        *(
            (one.premiere, one.seconde, [(lien.premier, lien.second, lien.nature, lien.remarque) for lien in one.liens])
            for one in collection.rapprochements.values()
        ),
    ]
    for first, second, liens in faces:
        if slug in {first, second}:
            other = paquet.beside(collection.certification(second if slug == first else first))
            for left, right, nature, remarque in liens:
                ours, theirs = (left, right) if slug == first else (right, left)
                yield from _like(paquet, other, [(a, b) for a in ours for b in theirs], nature, remarque)


def _like(
    paquet: Paquet, other: Paquet, pairs: Sequence[tuple[str, str]], nature: str, remarque: str | None
) -> Iterator[dict[str, Any]]:
    # One of ours for one of theirs: of several, none alone is the same.
    kind = "exactMatchOf" if nature == IDENTIQUE and len(pairs) == 1 else "isRelatedTo"
    notes = {"notes": remarque} if remarque else {}
    for ours, theirs in pairs:
        if ours in paquet.enonces and theirs in other.enonces:
            yield paquet.association(kind, paquet.link(ours), other.link(theirs), **notes)


def _followed(collection: Collection, paquet: Paquet) -> Iterator[dict[str, Any]]:
    """Yield the certification that a document says replaces it, where these data have it."""
    ours = {one.slug for one in collection.certifications}
    for autre in paquet.certification.identite.successeurs:
        if autre.origine == DOCUMENT and autre.certification in ours:
            other = paquet.beside(collection.certification(autre.certification))
            yield paquet.association("replacedBy", paquet.link(), other.link())
