"""The exams of one sitting: which they are, how long, and their timeline drawn to scale.

Places are in percents of the width.  What the source does not fix is drawn at a width of its own, and told so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from referentials.model_certification import Certification, Duree, Epreuve, Partie, Session

# Width of a part whose duration nothing fixes, in minutes of the drawing.
UNDECIDED = 15
STEPS = (15, 30, 60, 120, 240)
MOST_MARKS = 6
EVALUATORS = {"jury", "evaluateur"}


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a part.  `genre`: fixe, environ, au-plus (between the two bounds) or non-fixee."""

    partie: Partie
    genre: str
    x: float
    largeur: float
    minutes: int | None
    seul: bool


@dataclass(frozen=True, slots=True)
class Ligne:
    """The line of an exam, and where it begins."""

    epreuve: Epreuve
    x: float
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Chronologie:
    """The timeline of several exams, one after the other.  `reperes`: (minutes, place) of the marks of the axis."""

    lignes: tuple[Ligne, ...]
    reperes: tuple[tuple[int, float], ...]
    genres: frozenset[str]


@dataclass(frozen=True, slots=True)
class Groupe:
    """The exams of a session; without session, those that belong to none."""

    session: Session | None
    epreuves: tuple[Epreuve, ...]

    @property
    def code(self) -> str:
        """Anchor of the group, without its prefix."""
        return self.session.code if self.session else "EPREUVES"


def _spans(duree: Duree) -> list[tuple[str, int, int | None]]:
    # (genre, minutes of the drawing, minutes that the source prints)
    if duree.minutes is not None:
        return [("environ" if duree.approximative else "fixe", duree.minutes, duree.minutes)]
    if duree.minutes_min is not None and duree.minutes_max is not None:
        more = duree.minutes_max - duree.minutes_min
        return [("fixe", duree.minutes_min, duree.minutes_min), ("au-plus", more, duree.minutes_max)]
    return [("non-fixee", UNDECIDED, None)]


def groups(certification: Certification) -> list[Groupe]:
    """Return the exams by session, in the order of the data; last, those that belong to no session."""
    by_session = [
        Groupe(session, tuple(e for e in certification.epreuves if e.session == session.code))
        for session in certification.sessions
    ]
    loose = tuple(e for e in certification.epreuves if e.session is None)
    return [*by_session, *([Groupe(None, loose)] if loose else [])]


def timeline(epreuves: Sequence[Epreuve]) -> Chronologie | None:
    """Return the timeline of exams that follow each other; None where no duration is fixed, hence no scale."""
    parts = [(epreuve, partie, _spans(partie.duree)) for epreuve in epreuves for partie in epreuve.parties]
    if all(printed is None for _, _, spans in parts for _, _, printed in spans):
        return None
    total = sum(minutes for _, _, spans in parts for _, minutes, _ in spans)

    def percent(minutes: int) -> float:
        return round(100 * minutes / total, 2)

    lignes: list[Ligne] = []
    at = 0
    for epreuve in epreuves:
        begins, segments = at, []
        for partie in epreuve.parties:
            alone = partie.presents_indetermine is None and EVALUATORS.isdisjoint(partie.presents)
            for genre, minutes, printed in _spans(partie.duree):
                segments.append(Segment(partie, genre, percent(at), percent(minutes), printed, alone))
                at += minutes
        lignes.append(Ligne(epreuve, percent(begins), tuple(segments)))
    step = next((step for step in STEPS if total <= step * MOST_MARKS), STEPS[-1])
    reperes = tuple((minutes, percent(minutes)) for minutes in range(0, total + 1, step))
    found = {"seul" for ligne in lignes for s in ligne.segments if s.seul}
    genres = frozenset(found | {s.genre for ligne in lignes for s in ligne.segments})
    return Chronologie(tuple(lignes), reperes, genres)
