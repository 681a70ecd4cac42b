"""REF005: bounds are in order, and parts add up: of an exam, of a session, of the jury's presence, of a piece.

What a piece and its headings count has its unit, without which no sum means anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from referentials.check.finding import Finding
from referentials.load import Collection
from referentials.model_certification import Certification, Duree, Epreuve, Piece, Rubrique, Session

CODE = "REF005"
REMEDY = "corrigez une partie, ou le total, d’après la source"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for bounds out of order and for each total that its parts contradict."""
    for certification in collection.certifications:
        chemin = f"certifications/{certification.slug}/evaluations.json"
        for index, epreuve in enumerate(certification.epreuves):
            place = f"$.epreuves[{index}]"
            yield from _bounds(chemin, f"{place}.duree", epreuve.duree)
            for rank, partie in enumerate(epreuve.parties):
                yield from _bounds(chemin, f"{place}.parties[{rank}].duree", partie.duree)
            parts = [partie.duree for partie in epreuve.parties]
            for message in _total("les parties", parts, "l’épreuve", epreuve.duree):
                yield Finding(chemin, f"{place}.duree", CODE, message, REMEDY)
            yield from _pieces(chemin, place, epreuve)
        for index, session in enumerate(certification.sessions):
            yield from _session(chemin, f"$.sessions[{index}]", session, certification)


def _bounds(chemin: str, path: str, duree: Duree | None) -> Iterator[Finding]:
    if duree and _inverted(duree):
        message = f"la durée va de {duree.minutes_min} à {duree.minutes_max} minutes"
        yield Finding(chemin, path, CODE, message, "mettez la plus courte en premier")


def _inverted(duree: Duree | None) -> bool:
    low, high = (duree.minutes_min, duree.minutes_max) if duree else (None, None)
    return low is not None and high is not None and low >= high


def _total(noun: str, parts: Sequence[Duree | None], whole: str, total: Duree | None) -> Iterator[str]:
    """Yield what is wrong with a total, where it and each of its parts are known to the minute, or between two bounds."""
    for bound, key in (("", "minutes"), (" au moins", "minutes_min"), (" au plus", "minutes_max")):
        announced = getattr(total, key) if total and not any(_inverted(duree) for duree in (total, *parts)) else None
        known = [n for duree in parts if duree and (n := getattr(duree, key) or duree.minutes) is not None]
        if announced is not None and len(known) == len(parts) and sum(known) != announced:
            yield f"{noun} font{bound} {_sum(known)} minutes et {whole} en annonce {announced}"


def _sum(numbers: Sequence[int]) -> str:
    detail = " + ".join(map(str, numbers))
    return detail if len(numbers) == 1 else f"{detail} = {sum(numbers)}"


def _session(chemin: str, place: str, session: Session, certification: Certification) -> Iterator[Finding]:
    yield from _bounds(chemin, f"{place}.duree", session.duree)
    yield from _bounds(chemin, f"{place}.presence_jury", session.presence_jury)
    epreuves = [epreuve for epreuve in certification.epreuves if epreuve.session == session.code]
    if not epreuves:
        return
    durees = [_whole(epreuve) for epreuve in epreuves]
    for message in _total("les épreuves", durees, "la session", session.duree):
        yield Finding(chemin, f"{place}.duree", CODE, message, REMEDY)
    jury = [partie.duree for epreuve in epreuves for partie in epreuve.parties if "jury" in partie.presents]
    noun = "les parties où le jury est présent"
    for message in _total(noun, jury, "la présence du jury", session.presence_jury):
        yield Finding(chemin, f"{place}.presence_jury", CODE, message, REMEDY)


def _whole(epreuve: Epreuve) -> Duree | None:
    """Return the duration of an exam: the one printed, else that of its only part."""
    if epreuve.duree is None and len(epreuve.parties) == 1:
        return epreuve.parties[0].duree
    return epreuve.duree


def _pieces(chemin: str, place: str, epreuve: Epreuve) -> Iterator[Finding]:
    for rank, piece in enumerate(epreuve.pieces):
        path = f"{place}.pieces[{rank}]"
        sizes: list[Piece | Rubrique] = [piece, *piece.rubriques]
        if piece.unite is None and any(sized.nombre_min or sized.nombre_max for sized in sizes):
            message = f"la pièce « {piece.code} » donne un nombre sans dire de quoi"
            yield Finding(chemin, path, CODE, message, "ajoutez « unite », d’après la source")
        for index, sized in enumerate(sizes):
            low, high = sized.nombre_min, sized.nombre_max
            if low is not None and high is not None and low > high:
                where = f"{path}.rubriques[{index - 1}]" if index else path
                message = f"le nombre va de {low} à {high}"
                yield Finding(chemin, where, CODE, message, "mettez le plus petit en premier")
        for bound, total, parts in (
            ("nombre_min", piece.nombre_min, [rubrique.nombre_min for rubrique in piece.rubriques]),
            ("nombre_max", piece.nombre_max, [rubrique.nombre_max for rubrique in piece.rubriques]),
        ):
            known = [number for number in parts if number is not None]
            if total is not None and known and len(known) == len(parts) and sum(known) != total:
                message = f"les rubriques font {_sum(known)} et la pièce en annonce {total}"
                yield Finding(chemin, f"{path}.{bound}", CODE, message, REMEDY)
