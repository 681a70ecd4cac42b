"""How long the exams last, as far as the source says: a total only where it prints one, else each exam for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from referentials.model_certification import Certification, Duree, Epreuve, Session


@dataclass(frozen=True, slots=True)
class Seance:
    """Exams of one session that follow each other and are open to the same routes.

    `communes`: the discrepancies that decided how the session, or all of its exams, are read.
    """

    titre: str
    voies: tuple[str, ...]
    communes: tuple[str, ...]
    epreuves: tuple[Epreuve, ...]


def sittings(certification: Certification, epreuves: Sequence[Epreuve]) -> list[Seance]:
    """Return exams under their sessions and their routes, in the order of the data: a list alone would read as one exam."""
    sessions = {session.code: session for session in certification.sessions}
    found = []
    for (code, voies), some in groupby(epreuves, key=lambda epreuve: (epreuve.session, epreuve.voies)):
        mine = tuple(some)
        session = sessions.get(code or "")
        first, *others = [epreuve.discordances for epreuve in mine]
        alike = [one for one in first if others and all(one in other for other in others)]
        communes = dict.fromkeys([*(session.discordances if session else ()), *alike])
        found.append(Seance(session.intitule if session else "", voies, tuple(communes), mine))
    return found


@dataclass(frozen=True, slots=True)
class TempsEpreuves:
    """What can be said of the time of the exams.

    `session`: the sitting for the whole title, whose total the source prints, and `voies`, the routes that lead to it.
    Without one, `epreuves`, and the same by `seances`, are those of which some time is said, and `sans_duree` how many say none: nothing is added up.
    """

    session: Session | None
    voies: tuple[str, ...]
    epreuves: tuple[Epreuve, ...]
    sans_duree: int

    seances: tuple[Seance, ...] = ()

    @property
    def seule(self) -> Epreuve | None:
        """The only exam, where the source prints how long it lasts: that is the whole."""
        alone = len(self.epreuves) == 1 and not self.sans_duree and is_said(self.epreuves[0].duree)
        return self.epreuves[0] if alone else None

    @property
    def total(self) -> Session | Epreuve | None:
        """What has a total that the source prints: the session of the whole title, or the only exam."""
        return self.session or self.seule

    @property
    def dit(self) -> bool:
        """Whether some time is said, of the whole or of an exam."""
        return self.session is not None or bool(self.epreuves)


def is_said(duree: Duree | None) -> bool:
    """Return whether a duration has a figure: exact, about, between two bounds, or one bound only."""
    return duree is not None and any((duree.minutes, duree.minutes_min, duree.minutes_max))


def exam_time(certification: Certification) -> TempsEpreuves:
    """Return the session of the whole title where its total is printed; without one, the exams one by one."""
    roots = {root.code for root in certification.composantes}
    for session in certification.sessions:
        if is_said(session.duree) and set(session.composantes) == roots:
            mine = [epreuve for epreuve in certification.epreuves if epreuve.session == session.code]
            voies = dict.fromkeys(voie for epreuve in mine for voie in epreuve.voies)
            return TempsEpreuves(session, tuple(voies), (), 0)
    said = tuple(epreuve for epreuve in certification.epreuves if says(epreuve))
    return TempsEpreuves(None, (), said, len(certification.epreuves) - len(said), tuple(sittings(certification, said)))


def says(epreuve: Epreuve) -> bool:
    """Return whether some time of an exam is said: its total, or that of a part."""
    return is_said(epreuve.duree) or any(is_said(partie.duree) for partie in epreuve.parties)


def follow(session: Session | None, epreuves: tuple[Epreuve, ...]) -> bool:
    """Return whether exams may be drawn one after the other: one sitting, whose printed total is what they add up to."""
    total = session.duree.minutes if session and session.duree else None
    known = [partie.duree.minutes for epreuve in epreuves for partie in epreuve.parties]
    return total is not None and None not in known and sum(m for m in known if m is not None) == total
