"""The exams of one sitting: which they are, how long, and their timeline drawn to scale.

Places are in percents of the width.  What the source does not fix is drawn at a width of its own, and told so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.vues.durees import follow
from referentials.model_certification import Certification, Duree, Epreuve, Partie, Session

# Width of a part whose duration nothing fixes, in minutes of the drawing.
UNDECIDED = 15
STEPS = (15, 30, 60, 120, 240)
MOST_MARKS = 6
EVALUATORS = {"jury", "evaluateur"}


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a part.  `genre`: fixe, environ, au-plus (what may come on top, up to the longest) or non-fixee."""

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
    """The timeline of several exams: one after the other where `suite`, else each from zero.

    `reperes`: (minutes, place) of the marks of the axis; none where what stands before a mark is not fixed.
    """

    lignes: tuple[Ligne, ...]
    reperes: tuple[tuple[int, float], ...]
    genres: frozenset[str]
    suite: bool


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
    if duree.minutes_min is not None:
        return [("fixe", duree.minutes_min, duree.minutes_min), ("non-fixee", UNDECIDED, None)]
    if duree.minutes_max is not None:
        return [("au-plus", duree.minutes_max, duree.minutes_max)]
    return [("non-fixee", UNDECIDED, None)]


def groups(certification: Certification) -> list[Groupe]:
    """Return the exams by session, in the order of the data; last, those that belong to no session."""
    by_session = [
        Groupe(session, tuple(e for e in certification.epreuves if e.session == session.code))
        for session in certification.sessions
    ]
    loose = tuple(e for e in certification.epreuves if e.session is None)
    return [*by_session, *([Groupe(None, loose)] if loose else [])]


def timeline(groupe: Groupe) -> Chronologie | None:
    """Return the timeline of a group of exams; None where no duration is fixed, hence no scale.

    Exams follow each other only in a sitting whose printed total they make.  Else each has its own line from zero:
    the source says neither that they follow nor how long they last together.
    """
    spans = {e.code: [(partie, _spans(partie.duree)) for partie in e.parties] for e in groupe.epreuves}
    if all(printed is None for parts in spans.values() for _, some in parts for _, _, printed in some):
        return None
    suite = follow(groupe.session, groupe.epreuves)
    lengths = [sum(minutes for _, some in parts for _, minutes, _ in some) for parts in spans.values()]
    total = sum(lengths) if suite else max(lengths)

    def percent(minutes: int) -> float:
        return round(100 * minutes / total, 2)

    lignes: list[Ligne] = []
    at = 0
    for epreuve in groupe.epreuves:
        at = at if suite else 0
        begins, segments = at, []
        for partie, some in spans[epreuve.code]:
            alone = partie.presents_indetermine is None and EVALUATORS.isdisjoint(partie.presents)
            for genre, minutes, printed in some:
                segments.append(Segment(partie, genre, percent(at), percent(minutes), printed, alone))
                at += minutes
        lignes.append(Ligne(epreuve, percent(begins), tuple(segments)))
    step = next((step for step in STEPS if total <= step * MOST_MARKS), STEPS[-1])
    marks = range(0, total + 1, step) if _measured(lignes) else ()
    found = {"seul" for ligne in lignes for s in ligne.segments if s.seul}
    genres = frozenset(found | {s.genre for ligne in lignes for s in ligne.segments})
    return Chronologie(tuple(lignes), tuple((minutes, percent(minutes)) for minutes in marks), genres, suite)


def _measured(lignes: Sequence[Ligne]) -> bool:
    """Return whether an axis tells the truth: nothing stands after a part whose end is not known to the minute."""
    return all(s.genre == "fixe" for ligne in lignes for s in ligne.segments[:-1]) and all(
        ligne.segments[-1].genre != "non-fixee" for ligne in lignes if len(ligne.segments) > 1
    )
